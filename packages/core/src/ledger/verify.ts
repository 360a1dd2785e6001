/** Verification of proofs (RFC 9162 §2.1.3.2 and §2.1.4.2), without the tree. */
import { hashLength, isSameHash, nodeHash, type Hash } from './hash.ts';

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const areHashes = (path: readonly Hash[]): boolean => path.every(({ length }) => length === hashLength);

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** The root that a path leads to from the leaf at `index`; `undefined` where it is no path of such a tree. */
export function inclusionRoot(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Hash | undefined {
  if (!isSize(index) || !isSize(size) || index >= size) return undefined;
  if (!areHashes(path) || leaf.length !== hashLength) return undefined;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const node of path) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      hash = nodeHash(node, hash);
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, node);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : undefined;
}

/** Whether the leaf at `index` is in the tree of this size and root. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
  root: Hash,
): boolean {
  const found = inclusionRoot(leaf, index, size, path);
  return found !== undefined && isSameHash(found, root);
}

interface Head {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the tree of `second` has all leaves of the tree of `first`, in their order, before any other. */
export function verifyConsistency(first: Head, second: Head, path: readonly Hash[]): boolean {
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size || !areHashes(path))
    return false;
  if (first.size === second.size) return path.length === 0 && isSameHash(first.root, second.root);
  if (first.size === 0) return path.length === 0;
  if (path.length === 0) return false;
  return climbs(first, second, path);
}

function climbs(first: Head, second: Head, path: readonly Hash[]): boolean {
  let [place, last] = [first.size - 1, second.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  // Where the earlier tree is complete, its root is itself the first node.
  const nodes = place === 0 ? [first.root, ...path] : [...path];
  let older = nodes[0] as Hash;
  let newer = older;
  for (const node of nodes.slice(1)) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      [older, newer] = [nodeHash(node, older), nodeHash(node, newer)];
      while (!isOdd(place) && place > 0) [place, last] = [half(place), half(last)];
    } else {
      newer = nodeHash(newer, node);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isSameHash(older, first.root) && isSameHash(newer, second.root);
}
