/**
 * The key under which the record of a page can be found by one member and one object that it held: whoever looks for
 * reads of an object by a member touches no row of another member's. Of 48 bits: another object may have the same, so
 * that what is found has to be looked at once more.
 */
import { hash } from 'node:crypto';
import { referenceKey } from '../contribution/reference.ts';

/** Gives the keys of objects that the member read. */
export function readingKeys(member: string): (object: string) => number {
  const digits = hash('sha256', member, 'hex');
  const [high, low] = [parseInt(digits.slice(0, 8), 16), parseInt(digits.slice(8, 12), 16)];
  return (object) => {
    const key = referenceKey(object);
    return ((Math.floor(key / 2 ** 16) ^ high) >>> 0) * 2 ** 16 + ((key % 2 ** 16) ^ low);
  };
}
