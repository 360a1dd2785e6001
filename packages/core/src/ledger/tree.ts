/**
 * The shape of a tree of `size` leaves: which complete subtrees its root and its proofs are made of (RFC 9162 §2.1).
 * A subtree of level `l` and index `i` covers the leaves from `i·2^l`; it never changes once it is complete, so these
 * are what is kept, and a proof reads some dozens of them.
 */
import { emptyRoot, nodeHash, type Hash } from './hash.ts';

/** A complete subtree. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `start` to before `end`, as one node of a proof. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Gives the hash of a complete subtree. */
export type HashOf = (subtree: Subtree) => Hash;

/** The largest power of two below `size`, which is 2 or more. */
export function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The complete subtrees that a span is made of, from left to right. Its start must be that of a node. */
export function subtreesOf({ start, end }: Span): Subtree[] {
  const found: Subtree[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    while (from % 2 ** (level + 1) === 0 && from + 2 ** (level + 1) <= end) level += 1;
    found.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return found;
}

/** The hash of a span from those of its complete subtrees. */
export function spanHash(span: Span, hashOf: HashOf): Hash {
  const hashes = subtreesOf(span).map(hashOf);
  return foldPeaks(hashes);
}

/** The root over complete subtrees that stand beside each other, the largest first. */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  const last = peaks.at(-1);
  if (last === undefined) return emptyRoot();
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** The root of the first `size` leaves. */
export const rootAt = (size: number, hashOf: HashOf): Hash => spanHash({ start: 0, end: size }, hashOf);

/**
 * The nodes of an inclusion proof, from the leaf up (RFC 9162 §2.1.3.1).
 * @param index of the leaf, below `size`
 */
export function inclusionSpans(index: number, size: number): Span[] {
  const up = (start: number, end: number): Span[] => {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...up(start, middle), { start: middle, end }]
      : [...up(middle, end), { start, end: middle }];
  };
  return up(0, size);
}

/**
 * The nodes of a consistency proof (RFC 9162 §2.1.4.1); none where one of the trees is empty or they are the same.
 * @param first size of the earlier tree, at most `second`
 */
export function consistencySpans(first: number, second: number): Span[] {
  if (first === 0 || first === second) return [];
  const up = (start: number, end: number, isWhole: boolean): Span[] => {
    if (first === end) return isWhole ? [] : [{ start, end }];
    const middle = start + split(end - start);
    return first <= middle
      ? [...up(start, middle, isWhole), { start: middle, end }]
      : [...up(middle, end, false), { start, end: middle }];
  };
  return up(0, second, true);
}
