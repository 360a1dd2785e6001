/** Whether words read as the name of a person: then names that are like them are looked for as well. */

/** Letters of any script, with the marks and signs that names are written with. */
const part = /^\p{L}(?:[\p{L}\p{M}'’`.-]|\u200c|\u200d)*$/u;
const mostParts = 6;
const fewestLetters = 5;

/** Two words at least: one alone is like too many. */
export function isPersonName(words: string): boolean {
  const parts = words.trim().split(/[\s,]+/);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const isAmongFew = parts.length >= 2 && parts.length <= mostParts;
  return isAmongFew && letters >= fewestLetters && parts.every((one) => part.test(one));
}
