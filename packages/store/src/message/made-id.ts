/** Ids that are the same for the same, so that what is done twice is done once. */
import { createHash, createHmac } from 'node:crypto';

/** Of what whoever is given the id knows all of, or may. */
export const madeId = (parts: readonly string[]): string =>
  uuidOf(createHash('sha256').update(JSON.stringify(parts)).digest());

/** @param key the cell's: whoever lacks it cannot find by trying what the id was made of */
export const keyedId = (key: Uint8Array, parts: readonly string[]): string =>
  uuidOf(createHmac('sha256', key).update(JSON.stringify(parts)).digest());

/** A UUID of version 8 (RFC 9562, section 5.8). */
function uuidOf(digest: Buffer): string {
  const bytes = digest.subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
