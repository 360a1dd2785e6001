/** What is examined in a thread of its own: the steps of a STIX file, the slices of a large submission. */
import { EventEmitter, once } from 'node:events';
import { Failure } from '@entente/core/failure';
import type { Contributor } from './examine.ts';
import type { FromExaminer, ToExaminer } from './examiner.ts';
import { openExaminer } from './examiners.ts';
import type { Step } from './stix/steps.ts';
import type { Submission } from './slices.ts';

/** Bytes that may be on their way to the examiner: the text of a step, so that it never waits for this thread. */
const mostUnread = 8 * 1024 * 1024;

/**
 * Examines a STIX file step by step while the caller works on the steps before.
 * Throws Failure('invalid') where the file breaks, after the steps that came before.
 */
export function stepsApart(
  source: AsyncIterable<Uint8Array>,
  contributor: Contributor,
): AsyncGenerator<Step> {
  return partsOf<Step>(contributor, (desk) => desk.feed(source, contributor.secret));
}

/** Examines objects slice by slice while the caller works on the slices before. */
export function submissionApart(
  texts: readonly string[],
  contributor: Contributor,
): AsyncGenerator<Submission> {
  const { secret } = contributor;
  // One text is sent in a tenth of the time of a thousand.
  const lengths = texts.map(({ length }) => length);
  return partsOf<Submission>(contributor, (desk) =>
    desk.tell({ kind: 'submission', text: texts.join(''), lengths, secret }),
  );
}

async function* partsOf<Part extends Step | Submission>(
  contributor: Contributor,
  begin: (desk: Desk) => void,
): AsyncGenerator<Part> {
  const desk = new Desk(contributor);
  try {
    begin(desk);
    // What comes back is of the kind that was asked for.
    yield* desk.parts() as AsyncGenerator<Part>;
  } finally {
    desk.stop();
  }
}

/** What this thread keeps of the conversation. */
class Desk {
  private readonly news = new EventEmitter();
  private readonly made: (Step | Submission | 'done')[] = [];
  private failure: Error | undefined;
  private unread = 0;
  private isOver = false;
  private isDone = false;
  private readonly examiner = openExaminer((error) => this.fail(error));

  constructor(contributor: Contributor) {
    this.examiner.port.on('message', (message: FromExaminer) => this.hear(message, contributor));
  }

  feed(source: AsyncIterable<Uint8Array>, secret: Uint8Array): void {
    this.tell({ kind: 'file', secret });
    this.send(source).catch((error: unknown) => {
      if (error instanceof Failure) this.tell({ kind: 'broken', detail: error.message });
      else this.fail(error);
    });
  }

  tell(message: ToExaminer): void {
    if (!this.isOver) this.examiner.port.postMessage(message);
  }

  async *parts(): AsyncGenerator<Step | Submission> {
    for (;;) {
      const next = this.made.shift();
      if (next === 'done') {
        this.isDone = true;
        return;
      }
      if (next !== undefined) {
        this.tell({ kind: 'taken' });
        yield next;
      } else if (this.failure !== undefined) throw this.failure;
      else await once(this.news, 'news');
    }
  }

  stop(): void {
    this.isOver = true;
    this.examiner.end(this.isDone);
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

  private hear(message: FromExaminer, { lookUp }: Contributor): void {
    if (message.kind === 'read') this.unread -= message.bytes;
    else if (message.kind === 'part') this.made.push(message.part);
    else if (message.kind === 'done') this.made.push('done');
    else if (message.kind === 'refused') this.failure ??= new Failure('invalid', message.detail);
    else this.answer(lookUp(message.ids));
    this.news.emit('news');
  }

  private answer(looking: ReturnType<Contributor['lookUp']>): void {
    looking.then(
      (found) => this.tell({ kind: 'statements', found: [...found] }),
      (error: unknown) => this.fail(error),
    );
  }

  private fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error('the examiner failed', { cause: error });
    this.news.emit('news');
  }
}
