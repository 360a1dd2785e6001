/** Threads that examine. One that has ended its file waits a while for the next: it knows its way by then. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { serveExaminer } from './examiner.ts';

/** Its garbage is young: with more room for it, less of it is copied. */
const youngMegabytes = 48;
/** Milliseconds that a thread without work is kept. */
const patience = 60_000;

/** A port to an examiner, for one file. */
export interface Examiner {
  readonly port: MessagePort;
  /** Ends with it; `isDone` where the examiner has told all it had to tell. */
  end(isDone: boolean): void;
}

interface Idle {
  worker: Worker;
  timer: NodeJS.Timeout;
}

const idle: Idle[] = [];

/**
 * Opens an examiner for one file.
 * @param onError told where the thread fails
 */
export function openExaminer(onError: (error: unknown) => void): Examiner {
  const { port1, port2 } = new MessageChannel();
  // Sources, as tests run them, are no file that a thread can begin with: they examine in this one.
  if (import.meta.url.endsWith('.ts')) {
    serveExaminer(port2).catch(onError);
    return { port: port1, end: () => port1.close() };
  }
  const worker = takeWorker();
  worker.once('error', onError);
  worker.ref();
  worker.postMessage(port2, [port2]);
  return {
    port: port1,
    end: (isDone) => {
      worker.off('error', onError);
      port1.close();
      if (isDone) keep(worker);
      else void worker.terminate();
    },
  };
}

function takeWorker(): Worker {
  const waiting = idle.pop();
  if (waiting === undefined) {
    const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
    return new Worker(new URL('./thread.js', import.meta.url), { resourceLimits });
  }
  clearTimeout(waiting.timer);
  return waiting.worker;
}

function keep(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex((one) => one.worker === worker),
      1,
    );
    void worker.terminate();
  }, patience);
  timer.unref();
  idle.push({ worker, timer });
}
