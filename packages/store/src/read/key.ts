/**
 * The key under which the record of a page can be found by one member and one object that it held: whoever looks for
 * reads of an object by a member touches no row of another member's, as nobody can tell which objects of the one have the
 * keys of the other. Of 48 bits: another object may have the same, so that what is found has to be looked at once more.
 */
import { referenceKey } from '../contribution/reference.ts';

/** Gives the keys of objects that a member read. @param mask chance of the member's, 48 bits, which is told to nobody */
export function readingKeys(mask: number): (object: string) => number {
  const [high, low] = [Math.floor(mask / 2 ** 16), mask % 2 ** 16];
  return (object) => {
    const key = referenceKey(object);
    return ((Math.floor(key / 2 ** 16) ^ high) >>> 0) * 2 ** 16 + ((key % 2 ** 16) ^ low);
  };
}
