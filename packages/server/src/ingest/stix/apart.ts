/** The steps of a STIX file, examined in a thread of their own. */
import { EventEmitter, once } from 'node:events';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { Failure } from '@entente/core/failure';
import type { LookUp } from '../examine.ts';
import { serveExaminer, type FromExaminer, type ToExaminer } from './examiner.ts';
import type { Step } from './steps.ts';

/** Bytes that may be on their way to the examiner: the text of a step, so that it never waits for this thread. */
const mostUnread = 8 * 1024 * 1024;
/** Its garbage is young: with more room for it, less of it is copied. */
const youngMegabytes = 48;

interface Apart {
  port: Pick<MessagePort | Worker, 'postMessage' | 'on'>;
  end: () => void;
}

/** Sources, as tests run them, are no file that a thread can begin with: they examine in this one. */
function openExaminer(): Apart {
  if (!import.meta.url.endsWith('.ts')) {
    const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
    const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits });
    return { port: worker, end: () => void worker.terminate() };
  }
  const { port1, port2 } = new MessageChannel();
  serveExaminer(port2).catch((error: unknown) => port1.emit('error', error));
  return { port: port1, end: () => port1.close() };
}

/**
 * Examines a STIX file step by step while the caller works on the steps before.
 * Throws Failure('invalid') where the file breaks, after the steps that came before.
 */
export async function* stepsApart(source: AsyncIterable<Uint8Array>, lookUp: LookUp): AsyncGenerator<Step> {
  const { port, end } = openExaminer();
  const desk = new Desk(port, lookUp);
  try {
    desk.feed(source);
    yield* desk.steps();
  } finally {
    desk.stop();
    end();
  }
}

/** What this thread keeps of the conversation. */
class Desk {
  private readonly news = new EventEmitter();
  private readonly made: (Step | 'done')[] = [];
  private failure: Error | undefined;
  private unread = 0;
  private isOver = false;
  private readonly port: Apart['port'];

  constructor(port: Apart['port'], lookUp: LookUp) {
    this.port = port;
    port.on('message', (message: FromExaminer) => this.hear(message, lookUp));
    port.on('error', (error: unknown) => this.fail(error));
  }

  feed(source: AsyncIterable<Uint8Array>): void {
    this.send(source).catch((error: unknown) => {
      if (error instanceof Failure) this.tell({ kind: 'broken', detail: error.message });
      else this.fail(error);
    });
  }

  async *steps(): AsyncGenerator<Step> {
    for (;;) {
      const next = this.made.shift();
      if (next === 'done') return;
      if (next !== undefined) {
        this.tell({ kind: 'taken' });
        yield next;
      } else if (this.failure !== undefined) throw this.failure;
      else await once(this.news, 'news');
    }
  }

  stop(): void {
    this.isOver = true;
    this.news.emit('news');
  }

  private async send(source: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const bytes of source) {
      while (this.unread > mostUnread && !this.isOver) await once(this.news, 'news');
      if (this.isOver) return;
      this.unread += bytes.length;
      // A copy: of a part, the whole that it is part of would be sent.
      this.tell({ kind: 'bytes', bytes: new Uint8Array(bytes) });
    }
    this.tell({ kind: 'end' });
  }

  private hear(message: FromExaminer, lookUp: LookUp): void {
    if (message.kind === 'read') this.unread -= message.bytes;
    else if (message.kind === 'step') this.made.push(message.step);
    else if (message.kind === 'done') this.made.push('done');
    else if (message.kind === 'refused') this.failure ??= new Failure('invalid', message.detail);
    else this.answer(message.ids, lookUp);
    this.news.emit('news');
  }

  private answer(ids: readonly string[], lookUp: LookUp): void {
    lookUp(ids).then(
      (found) => this.tell({ kind: 'statements', found: [...found] }),
      (error: unknown) => this.fail(error),
    );
  }

  private fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error('the examiner failed', { cause: error });
    this.news.emit('news');
  }

  private tell(message: ToExaminer): void {
    if (!this.isOver) this.port.postMessage(message);
  }
}
