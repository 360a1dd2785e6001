/**
 * The leaves of the top log: at each tick one, the root of a tree of slots. A member's log has one slot; slots without
 * a log hold chance, and all of them are renewed at every tick, so that nobody sees by them whether a log has grown, or
 * how many there are.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { hashLength, leafHash, type Hash } from './hash.ts';
import { append, emptyFrontier } from './frontier.ts';
import { inclusionSpans, rootAt, spanHash, type HashOf } from './tree.ts';

/** There are never fewer slots. */
export const fewestSlots = 64;

/** How many slots hold so many logs: a power of two, half of it free. */
export function slotCount(logs: number): number {
  let count = fewestSlots;
  while (count < logs * 2) count *= 2;
  return count;
}

/** What a leaf of the top log says. */
export interface Tick {
  /** Microseconds since 1970. */
  at: number;
  slots: number;
  root: Hash;
}

/** The leaf of the top log, as bytes. */
export const tickData = ({ at, slots, root }: Tick): Uint8Array =>
  utf8ToBytes(`entente/tick/v1\n${at}\n${slots}\n${toBase64(root)}\n`);

/** Its hash in the tree. */
export const tickLeaf = (tick: Tick): Hash => leafHash(tickData(tick));

/** The tree over the commitments in slots. */
export function slotTree(commitments: readonly Hash[]): { root: Hash; path: (place: number) => Hash[] } {
  const { completed } = append(emptyFrontier, commitments.map(leafHash));
  const found = new Map(completed.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
  const hashOf: HashOf = ({ level, index }) => found.get(`${level} ${index}`) as Hash;
  return {
    root: rootAt(commitments.length, hashOf),
    path: (place) => inclusionSpans(place, commitments.length).map((span) => spanHash(span, hashOf)),
  };
}

/** Hashes as they are sent. */
export const writePath = (path: readonly Hash[]): string[] => path.map(toBase64);

/** Hashes as they came; `undefined` where one is none. */
export function readPath(path: readonly string[]): Hash[] | undefined {
  const hashes = path.map(readHash);
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
}

/** A hash as it came; `undefined` where it is none. */
export function readHash(text: string): Hash | undefined {
  const hash = fromBase64(text);
  return hash?.length === hashLength ? hash : undefined;
}
