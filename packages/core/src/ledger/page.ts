/** The digest by which the record of a read knows a page that was given (docs/adr/0008). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseTimestamp } from '../stix/timestamp.ts';

/**
 * The digest of objects in the order in which they were given; `undefined` where one has no version of its own, as
 * cyber-observables have none: theirs are dates of the feed, which the page does not hold.
 */
export function pageDigest(objects: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const lines = objects.map((object) => {
    const time = object['modified'] ?? object['created'];
    return typeof time === 'string' ? `${String(object['id'])} ${parseTimestamp(time)}\n` : undefined;
  });
  return lines.includes(undefined) ? undefined : bytesToHex(sha256(utf8ToBytes(lines.join(''))));
}
