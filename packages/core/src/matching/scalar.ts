/** Numbers below the order of ristretto255, as bytes (32, little end first) outside and as numbers within. */
import { ristretto255 } from '@noble/curves/ed25519.js';
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';

const { Fn } = ristretto255.Point;

export const toScalar = (bytes: Uint8Array): bigint | undefined => {
  if (bytes.length !== 32) return undefined;
  const found = bytesToNumberLE(bytes);
  return found < Fn.ORDER ? found : undefined;
};

export const fromScalar = (scalar: bigint): Uint8Array => Fn.toBytes(scalar);

/** A scalar from 64 uniform bytes; 0 comes out as good as never, and is refused where it would matter. */
export const reduce = (bytes: Uint8Array): bigint => Fn.create(bytesToNumberLE(bytes));

/** HashToScalar of RFC 9497 §4.1. */
export const hashToScalar = (message: Uint8Array, separation: Uint8Array): bigint =>
  reduce(expand_message_xmd(message, separation, 64, sha512));

/** `r − c·k`. */
export const response = (r: bigint, c: bigint, k: bigint): bigint => Fn.sub(r, Fn.mul(c, k));

/** The inverses of scalars that are not 0, with one inversion for all. */
export const inverses = (scalars: readonly bigint[]): bigint[] => Fn.invertBatch([...scalars]);
