/** How RFC 9497 writes what it hashes: its context and its lengths. */
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** CreateContextString of §3.1 for mode 1 (verifiable). */
export const context = concatBytes(
  utf8ToBytes('OPRFV1-'),
  Uint8Array.of(1),
  utf8ToBytes('-ristretto255-SHA512'),
);

/** The domain of one use of a hash. */
export const separation = (use: string): Uint8Array => concatBytes(utf8ToBytes(use), context);

/** A number in two bytes, the big end first. */
export const counted = (count: number): Uint8Array => Uint8Array.of(Math.floor(count / 256), count % 256);

/** Bytes with their length before them. */
export const prefixed = (bytes: Uint8Array): Uint8Array => concatBytes(counted(bytes.length), bytes);
