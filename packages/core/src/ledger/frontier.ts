/** The right edge of a tree: all that is needed to append to it and to know its root. */
import { nodeHash, type Hash } from './hash.ts';
import { foldPeaks, subtreesOf, type Subtree } from './tree.ts';

export interface Frontier {
  readonly size: number;
  /** Hashes of the complete subtrees, the largest first. */
  readonly peaks: readonly Hash[];
}

/** A subtree that became complete, with its hash. */
export interface Completed extends Subtree {
  readonly hash: Hash;
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** Which subtrees the frontier of a tree of this size holds, in the order of `peaks`. */
export const peaksOf = (size: number): Subtree[] => subtreesOf({ start: 0, end: size });

export const rootOf = ({ peaks }: Frontier): Hash => foldPeaks(peaks);

/** Appends leaves; gives what became complete by it, the leaves themselves among it. */
export function append(
  frontier: Frontier,
  leaves: readonly Hash[],
): { frontier: Frontier; completed: Completed[] } {
  const peaks = [...frontier.peaks];
  const completed: Completed[] = [];
  let { size } = frontier;
  for (const leaf of leaves) {
    let hash = leaf;
    let index = size;
    completed.push({ level: 0, index, hash });
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = nodeHash(peaks.pop() as Hash, hash);
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    peaks.push(hash);
    size += 1;
  }
  return { frontier: { size, peaks }, completed };
}
