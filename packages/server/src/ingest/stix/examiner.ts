/**
 * The side of the examiner: reads a STIX file from messages, examines it and answers with steps. It runs in a
 * thread of its own, so that the process goes on answering while a large file comes in, and knows nothing of the
 * cell but what it asks for.
 */
import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { Failure } from '@entente/core/failure';
import { readStix } from './read.ts';
import { stepsOf, type Step } from './steps.ts';

/** What the examiner is told. */
export type ToExaminer =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'end' }
  /** The source broke here. */
  | { kind: 'broken'; detail: string }
  /** A step was taken: another may be made. */
  | { kind: 'taken' }
  | { kind: 'statements'; found: [string, { statement: string }][] };

/** What it tells. */
export type FromExaminer =
  /** So many bytes were read: as many more may come. */
  | { kind: 'read'; bytes: number }
  | { kind: 'asked'; ids: readonly string[] }
  | { kind: 'step'; step: Step }
  | { kind: 'done' }
  /** The file is not what it should be; what was good of it has been told. */
  | { kind: 'refused'; detail: string };

/** Steps that wait to be taken. */
const mostWaiting = 2;

/** Examines one file. */
export async function serveExaminer(port: MessagePort): Promise<void> {
  const tell = (message: FromExaminer): void => port.postMessage(message);
  const inbox = new Inbox(port);
  let waiting = 0;
  const steps = stepsOf(readStix(inbox.source(tell)), async (ids) => {
    tell({ kind: 'asked', ids });
    return (await inbox.next('statements')).found;
  });
  try {
    for await (const step of steps) {
      if (waiting === mostWaiting) {
        await inbox.next('taken');
        waiting -= 1;
      }
      tell({ kind: 'step', step });
      waiting += 1;
    }
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell({ kind: 'refused', detail: error.message });
  }
}

type Part = Extract<ToExaminer, { kind: 'bytes' | 'end' | 'broken' }>;

/** Messages by kind, in their order. */
class Inbox {
  private readonly parts: Part[] = [];
  private readonly others: Exclude<ToExaminer, Part>[] = [];
  private readonly port: MessagePort;

  constructor(port: MessagePort) {
    this.port = port;
    port.on('message', (message: ToExaminer) => {
      if (message.kind === 'taken' || message.kind === 'statements') this.others.push(message);
      else this.parts.push(message);
    });
  }

  async next<Kind extends 'taken' | 'statements'>(kind: Kind): Promise<Extract<ToExaminer, { kind: Kind }>> {
    for (;;) {
      const at = this.others.findIndex((message) => message.kind === kind);
      if (at >= 0) return this.others.splice(at, 1)[0] as Extract<ToExaminer, { kind: Kind }>;
      await once(this.port, 'message');
    }
  }

  async *source(tell: (message: FromExaminer) => void): AsyncGenerator<Uint8Array> {
    for (;;) {
      const part = this.parts.shift();
      if (part === undefined) await once(this.port, 'message');
      else if (part.kind === 'end') return;
      else if (part.kind === 'broken') throw new Failure('invalid', part.detail);
      else {
        tell({ kind: 'read', bytes: part.bytes.length });
        yield part.bytes;
      }
    }
  }
}
