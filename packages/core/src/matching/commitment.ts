/**
 * The asker's commitment to what it asks, in a format that an audit can open: the leaf of each key has its text and its
 * blind, salted, so that an opened key shows nothing of the others and has to be the element that was sent.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../ledger/base64.ts';
import { commitment } from '../ledger/commitment.ts';
import { append, emptyFrontier, rootOf } from '../ledger/frontier.ts';
import { isSameHash, leafHash, type Hash } from '../ledger/hash.ts';
import { inclusionSpans, spanHash, type HashOf } from '../ledger/tree.ts';
import { verifyInclusion } from '../ledger/verify.ts';
import { canonical } from '../stix/canonical.ts';
import type { Element, Group } from './group.ts';
import { inputOf } from './input.ts';
import { blindWith } from './oprf.ts';
import { toScalar } from './scalar.ts';

export interface CommittedKey {
  readonly text: string;
  readonly blind: Uint8Array;
}

/** What opens one key of a run. */
export interface KeyOpening extends CommittedKey {
  readonly index: number;
  readonly salt: Uint8Array;
  readonly path: readonly Hash[];
}

const saltOf = (seed: Uint8Array, index: number): Uint8Array =>
  hmac(sha256, seed, utf8ToBytes(String(index)));

const leafOf = ({ text, blind }: CommittedKey, salt: Uint8Array): Hash =>
  leafHash(commitment('matching-key', salt, utf8ToBytes(canonical({ key: text, blind: toBase64(blind) }))));

const leavesOf = (keys: readonly CommittedKey[], seed: Uint8Array): Hash[] =>
  keys.map((key, index) => leafOf(key, saltOf(seed, index)));

/** The root of the tree of keys in the order in which they are sent. @param seed 32 secret bytes */
export const rootOfKeys = (keys: readonly CommittedKey[], seed: Uint8Array): Hash =>
  rootOf(append(emptyFrontier, leavesOf(keys, seed)).frontier);

/** Opens the key at `index`, for an audit. */
export function openKey(keys: readonly CommittedKey[], seed: Uint8Array, index: number): KeyOpening {
  const key = keys[index];
  if (key === undefined) throw new RangeError(`There are ${keys.length} keys, and none at ${index}.`);
  const { completed } = append(emptyFrontier, leavesOf(keys, seed));
  const known = new Map(completed.map(({ level, index: place, hash }) => [`${level} ${place}`, hash]));
  const hashOf: HashOf = ({ level, index: place }) => known.get(`${level} ${place}`) as Hash;
  const path = inclusionSpans(index, keys.length).map((span) => spanHash(span, hashOf));
  return { ...key, index, salt: saltOf(seed, index), path };
}

/**
 * Whether an opened key is what was committed to, and what was sent.
 * @param sent elements of the run, in their order
 */
export function isOpened(group: Group, root: Hash, sent: readonly Element[], opening: KeyOpening): boolean {
  const { index, path, salt, text, blind } = opening;
  if (!verifyInclusion(leafOf(opening, salt), index, sent.length, path, root)) return false;
  const scalar = toScalar(blind);
  if (scalar === undefined || scalar === 0n) return false;
  return isSameHash(blindWith(group, inputOf(text), blind).element, sent[index] as Element);
}
