/**
 * The set that an owner publishes for an epoch: outputs of the blind function as numbers in a range of their count
 * times 2^`bits`, so that what is not in it is found by chance once in 2^`bits`. Filled up to its size class.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { isSameHash } from '../ledger/hash.ts';
import { decodeGaps, encodeGaps } from './golomb.ts';
import { sizeClass } from './size-class.ts';

/** Gives that many random bytes. */
export type Random = (length: number) => Uint8Array;

export interface OutputSet {
  readonly bits: number;
  readonly values: Float64Array;
}

const kind = utf8ToBytes('EGS1');
const headLength = kind.length + 5;
/** From one false hit in a thousand to one in a thousand million. */
const allowed = { least: 10, most: 30 } as const;

/** What an announcement states of a set. */
export const digestOf = (bytes: Uint8Array): Uint8Array => sha256(bytes);

/**
 * The bytes of a set: `EGS1`, `bits`, the count in four bytes (the big end first), the codes.
 * @param outputs of 64 bytes, none twice
 */
export function writeSet(outputs: readonly Uint8Array[], bits: number, random: Random): Uint8Array {
  if (!isAllowed(bits)) throw new RangeError(`bits is ${allowed.least} to ${allowed.most}, and was ${bits}.`);
  const count = sizeClass(outputs.length);
  const values = Float64Array.from({ length: count }, (_none, index) =>
    placeOf(outputs[index] ?? random(8), count, bits),
  ).sort();
  const head = [bits, count / 2 ** 24, (count / 2 ** 16) % 256, (count / 256) % 256, count % 256];
  return concatBytes(kind, Uint8Array.from(head.map(Math.floor)), encodeGaps(values, bits));
}

/**
 * The set that the bytes hold.
 * @returns `undefined` where they are not those of the digest, or no set
 */
export function openSet(bytes: Uint8Array, digest: Uint8Array): OutputSet | undefined {
  if (!isSameHash(digestOf(bytes), digest) || bytes.length < headLength) return undefined;
  if (!isSameHash(bytes.subarray(0, kind.length), kind)) return undefined;
  const [bits = 0, ...sizes] = bytes.subarray(kind.length, headLength);
  if (!isAllowed(bits)) return undefined;
  const count = sizes.reduce((sum, byte) => sum * 256 + byte, 0);
  const values = decodeGaps(bytes.subarray(headLength), count, bits);
  return values === undefined ? undefined : { bits, values };
}

/** Whether an output is in the set, or seems to be. */
export function contains({ bits, values }: OutputSet, output: Uint8Array): boolean {
  const wanted = placeOf(output, values.length, bits);
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((values[middle] as number) < wanted) from = middle + 1;
    else to = middle;
  }
  return values[from] === wanted;
}

const isAllowed = (bits: number): boolean => bits >= allowed.least && bits <= allowed.most;

/** The first eight bytes as a part of the range. */
function placeOf(bytes: Uint8Array, count: number, bits: number): number {
  let number = 0n;
  for (const byte of bytes.subarray(0, 8)) number = number * 256n + BigInt(byte);
  return Number((number * BigInt(count) * 2n ** BigInt(bits)) >> 64n);
}
