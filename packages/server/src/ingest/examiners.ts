/** Threads that examine. One that has ended its file waits a while for the next: it knows its way by then. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { serveExaminer } from './examiner.ts';

/** Its garbage is young: with more room for it, less of it is copied. */
const youngMegabytes = 48;
/** Milliseconds that a thread without work is kept. */
const patience = 60_000;
/** Threads at a time; what comes beyond is examined in this one, so that nobody waits for another's file. */
const mostThreads = 4;

/** A port to an examiner, for one file. */
export interface Examiner {
  readonly port: MessagePort;
  /** Ends with it; `isDone` where the examiner has told all it had to tell. */
  end(isDone: boolean): void;
}

/** A thread, and whom it tells of its failure while it works. */
interface Thread {
  readonly worker: Worker;
  onError: ((error: unknown) => void) | undefined;
  timer: NodeJS.Timeout | undefined;
}

const idle = new Set<Thread>();
let working = 0;

/**
 * Opens an examiner for one file.
 * @param onError told where the thread fails
 */
export function openExaminer(onError: (error: unknown) => void): Examiner {
  const { port1, port2 } = new MessageChannel();
  // Sources, as tests run them, are no file that a thread can begin with.
  if (import.meta.url.endsWith('.ts') || working >= mostThreads) {
    serveExaminer(port2).catch(onError);
    return { port: port1, end: () => port1.close() };
  }
  const thread = takeThread();
  thread.onError = onError;
  thread.worker.ref();
  thread.worker.postMessage(port2, [port2]);
  working += 1;
  return {
    port: port1,
    end: (isDone) => {
      working -= 1;
      thread.onError = undefined;
      port1.close();
      if (isDone) keep(thread);
      else void thread.worker.terminate();
    },
  };
}

function takeThread(): Thread {
  for (const thread of idle) {
    idle.delete(thread);
    clearTimeout(thread.timer);
    return thread;
  }
  const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
  const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits });
  const thread: Thread = { worker, onError: undefined, timer: undefined };
  // Nothing is lost with a thread that fails while it has no work: the next file opens another.
  worker.on('error', (error) => thread.onError?.(error));
  worker.on('exit', () => idle.delete(thread));
  return thread;
}

function keep(thread: Thread): void {
  thread.worker.unref();
  thread.timer = setTimeout(() => void thread.worker.terminate(), patience);
  thread.timer.unref();
  idle.add(thread);
}
