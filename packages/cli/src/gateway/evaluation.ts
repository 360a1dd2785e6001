/** The long part of an epoch: the outputs of a list, made by several threads, each piece kept as soon as it is there. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { outputsOf } from '@entente/core/matching/epoch';
import type { KeyPair } from '@entente/core/matching/oprf';
import { openEvaluators, type Evaluator } from './evaluators.ts';
import { fastGroup } from './fast-group.ts';
import { openPieces, type Pieces } from './pieces.ts';

/** Texts of a piece: some tenths of a second for a thread, and what is lost at most where the process is killed. */
export const pieceLength = 500;

export interface Evaluation {
  readonly key: KeyPair;
  /** None twice. */
  readonly texts: readonly string[];
  /** The file in which pieces are kept until all are there; of other work than this it begins anew. */
  readonly path: string;
}

/**
 * The outputs of texts, in their order; what an earlier process did of the same work is taken from the file, which stays.
 * @param tell how many of how many are there, at once and after each piece
 */
export async function evaluateAll(
  { key, texts, path }: Evaluation,
  tell: (done: number, all: number) => void,
): Promise<Uint8Array[]> {
  const pieces = await openPieces(path, workOf(key, texts));
  try {
    const missing = startsOf(texts).filter((from) => !pieces.kept.has(from));
    let done = texts.length - missing.reduce((sum, from) => sum + pieceOf(texts, from).length, 0);
    tell(done, texts.length);
    await inThreads(key, missing.length, async (evaluator) => {
      for (let from = missing.shift(); from !== undefined; from = missing.shift()) {
        const piece = pieceOf(texts, from);
        await pieces.keep(from, await evaluator.evaluate(piece));
        done += piece.length;
        tell(done, texts.length);
      }
    });
    return outputsIn(pieces, texts);
  } finally {
    await pieces.close();
  }
}

/** Says what the work is, without saying its texts. */
const workOf = ({ publicKey }: KeyPair, texts: readonly string[]): string =>
  createHash('sha256').update(publicKey).update(JSON.stringify(texts)).digest('hex');

const startsOf = (texts: readonly string[]): number[] =>
  Array.from({ length: Math.ceil(texts.length / pieceLength) }, (_none, index) => index * pieceLength);

const pieceOf = (texts: readonly string[], from: number): string[] => texts.slice(from, from + pieceLength);

/** Does the work in as many threads as there are processors, at most one for each piece; in this one from sources. */
async function inThreads(
  key: KeyPair,
  pieces: number,
  work: (evaluator: Evaluator) => Promise<void>,
): Promise<void> {
  // Sources, as tests run them, are no file that a thread can begin with.
  if (import.meta.url.endsWith('.ts')) {
    const group = await fastGroup();
    return work({ evaluate: (texts) => Promise.resolve(Buffer.concat(outputsOf(group, key, texts))) });
  }
  const threads = openEvaluators(key, Math.min(availableParallelism(), pieces));
  try {
    await Promise.all(threads.evaluators.map(work));
  } finally {
    await threads.close();
  }
}

function outputsIn({ kept }: Pieces, texts: readonly string[]): Uint8Array[] {
  return startsOf(texts).flatMap((from) => {
    const bytes = kept.get(from);
    const { length } = pieceOf(texts, from);
    if (bytes?.length !== length * outputLength) throw new Error(`the piece at ${from} has another length`);
    return Array.from({ length }, (_none, at) => bytes.subarray(at * outputLength, (at + 1) * outputLength));
  });
}

/** Nh of RFC 9497 for ristretto255-SHA512. */
const outputLength = 64;
