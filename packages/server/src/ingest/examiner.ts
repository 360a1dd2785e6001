/**
 * The side of the examiner: reads a STIX file, or takes a submission, from messages, examines it and answers with
 * what is ready to be put in. It runs in a thread of its own, so that the process goes on answering meanwhile, and
 * knows nothing of the cell but what it asks for.
 */
import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { Failure } from '@entente/core/failure';
import { layOut } from '@entente/store/contribution/puttable';
import type { Prepared } from '@entente/core/release/prepare';
import type { LookUp } from './examine.ts';
import { readStix } from './stix/read.ts';
import { stepsOf, type Step } from './stix/steps.ts';
import { slicesOf, type Submission } from './slices.ts';

/** What the examiner is told. */
export type ToExaminer =
  /** Objects of a contributor with this secret: their texts one behind another, and how long each is. */
  | { kind: 'submission'; text: string; lengths: readonly number[]; secret: Uint8Array }
  /** A file of such a contributor begins. */
  | { kind: 'file'; secret: Uint8Array }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'end' }
  /** The source of the file broke here. */
  | { kind: 'broken'; detail: string }
  /** A part was taken: another may be made. */
  | { kind: 'taken' }
  | { kind: 'statements'; found: [string, { statement: string }][] };

/** What it tells. */
export type FromExaminer =
  /** So many bytes were read: as many more may come. */
  | { kind: 'read'; bytes: number }
  | { kind: 'asked'; ids: readonly string[] }
  /** A step of a file, a slice of a submission. */
  | { kind: 'part'; part: Step | Submission }
  | { kind: 'done' }
  /** The file is not what it should be; what was good of it has been told. */
  | { kind: 'refused'; detail: string };

/** Parts that wait to be taken. */
const mostWaiting = 1;

/** Examines one file or submission. */
export async function serveExaminer(port: MessagePort): Promise<void> {
  const tell = (message: FromExaminer): void => port.postMessage(message);
  const inbox = new Inbox(port);
  const lookUp: LookUp = async (ids) => {
    tell({ kind: 'asked', ids });
    return (await inbox.next('statements')).found;
  };
  let waiting = 0;
  try {
    for await (const part of partsOf(inbox, tell, lookUp)) {
      if (waiting === mostWaiting) {
        await inbox.next('taken');
        waiting -= 1;
      }
      const { objects: prepared, memory } = layOut(part.examined.prepared);
      const laid = { ...part, examined: { ...part.examined, prepared } };
      port.postMessage({ kind: 'part', part: laid } satisfies FromExaminer, [memory]);
      waiting += 1;
    }
    tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell({ kind: 'refused', detail: error.message });
  }
}

async function* partsOf(
  inbox: Inbox,
  tell: (message: FromExaminer) => void,
  lookUp: LookUp,
): AsyncGenerator<Step<Prepared> | Submission<Prepared>> {
  const first = await inbox.first();
  if (first.kind === 'file') {
    yield* stepsOf(readStix(inbox.source(tell), first.secret), lookUp);
    return;
  }
  if (first.kind !== 'submission') throw new Error('neither a file nor a submission begins so');
  const { secret } = first;
  let end = 0;
  const incoming = first.lengths.map((length) => {
    const text = first.text.slice(end, (end += length));
    return { text, value: JSON.parse(text) as unknown };
  });
  yield* slicesOf(incoming, { lookUp, secret });
}

type Piece = Exclude<ToExaminer, { kind: 'taken' | 'statements' }>;

/** Messages by kind, in their order. */
class Inbox {
  private readonly pieces: Piece[] = [];
  private readonly others: Exclude<ToExaminer, Piece>[] = [];
  private readonly port: MessagePort;

  constructor(port: MessagePort) {
    this.port = port;
    port.on('message', (message: ToExaminer) => {
      if (message.kind === 'taken' || message.kind === 'statements') this.others.push(message);
      else this.pieces.push(message);
    });
  }

  async next<Kind extends 'taken' | 'statements'>(kind: Kind): Promise<Extract<ToExaminer, { kind: Kind }>> {
    for (;;) {
      const at = this.others.findIndex((message) => message.kind === kind);
      if (at >= 0) return this.others.splice(at, 1)[0] as Extract<ToExaminer, { kind: Kind }>;
      await once(this.port, 'message');
    }
  }

  async first(): Promise<Piece> {
    for (;;) {
      const piece = this.pieces.shift();
      if (piece !== undefined) return piece;
      await once(this.port, 'message');
    }
  }

  async *source(tell: (message: FromExaminer) => void): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await this.first();
      if (piece.kind === 'end') return;
      if (piece.kind === 'broken') throw new Failure('invalid', piece.detail);
      if (piece.kind !== 'bytes') throw new Error('a file is bytes');
      tell({ kind: 'read', bytes: piece.bytes.length });
      yield piece.bytes;
    }
  }
}
