/** Words of bits: how many are set, and one made of a text. */

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** FNV-1a, of 30 bits; `isWhole` makes two kinds of it. */
export function hashOf(text: string, isWhole = true): number {
  let hash = isWhole ? 0x811c9dc5 : 0x01000193;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >> 2;
}
