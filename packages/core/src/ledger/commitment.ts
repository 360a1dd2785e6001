/**
 * What stands in the logs: commitments, which tell nothing without their salt. Whoever is entitled is given the opening
 * (salt and content); with the salt destroyed, the leaf stays and nobody can say of what.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../stix/canonical.ts';
import type { Json } from '../stix/types.ts';
import { toBase64 } from './base64.ts';
import { leafHash, type Hash } from './hash.ts';

/** An act, as its leaf holds it. */
export interface ActContent {
  id: string;
  member: string;
  /** Microseconds since 1970. */
  at: number;
  kind: string;
  actor: string;
  purpose: string | null;
  caseReference: string | null;
  /** Canonical JSON. */
  body: string;
}

/** The record of a page that was read; it has a number in place of an id. */
export type ReadContent = Omit<ActContent, 'id' | 'kind'> & { sequence: number };

/** SHA-256 over a name of what is committed to, the salt (32 bytes) and the content. */
export function commitment(kind: string, salt: Uint8Array, content: Uint8Array): Hash {
  return sha256(concatBytes(utf8ToBytes(`entente/${kind}/v1\n`), salt, content));
}

/** The text of an act that its leaf commits to (RFC 8785). */
export const actText = ({ body, caseReference, ...act }: ActContent): string =>
  canonical({ ...act, case: caseReference, body: JSON.parse(body) as Json });

/** The text of the record of a read. */
export const readText = ({ body, caseReference, ...read }: ReadContent): string =>
  canonical({ ...read, kind: 'read', case: caseReference, body: JSON.parse(body) as Json });

/**
 * The leaf of a member's log that a text makes, as the tree hashes it.
 * @param salt 64 hexadecimal digits
 */
export const textLeaf = (salt: string, text: string): Hash =>
  leafHash(commitment('leaf', hexToBytes(salt), utf8ToBytes(text)));

/** What one slot of the top log commits to: how far the log of a member is. */
export interface SlotContent {
  member: string;
  size: number;
  root: Hash;
}

/** The commitment in a slot. */
export const slotCommitment = (salt: Uint8Array, { member, size, root }: SlotContent): Hash =>
  commitment('slot', salt, utf8ToBytes(`${member}\n${size}\n${toBase64(root)}\n`));
