/** Hashes of a Merkle tree as RFC 9162 §2.1 (and RFC 6962 §2.1) makes them, over SHA-256. */
import { sha256 } from '@noble/hashes/sha2.js';

/** 32 bytes. */
export type Hash = Uint8Array;

/** Bytes of a hash. */
export const hashLength = 32;

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(new Uint8Array());

/** The hash of a leaf; its prefix keeps it apart from that of a node. */
export const leafHash = (data: Uint8Array): Hash =>
  sha256.create().update(Uint8Array.of(0)).update(data).digest();

/** The hash of a node over its two children. */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest();

/** Whether two runs of bytes are the same; nothing here is secret. */
export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
