/** Parts of names as they stand in the name, while they are compared without case, marks and signs. */

/**
 * Where a part stands in a name, as the name writes it; the part itself where it is not found.
 * @param part as a comparison says it, such as `karnabi` of “El-Karnabi”
 */
export function spelledIn(name: string, part: string): string {
  const [folded, places] = foldedWithPlaces(name);
  const sought = foldedWithPlaces(part)[0];
  const at = sought === '' ? -1 : placeOf(folded, sought, places, name);
  if (at === -1) return part;
  const [begin, end] = [places[at], places[at + sought.length - 1]];
  return begin === undefined || end === undefined ? part : name.slice(begin, endOfMarks(name, end + 1));
}

/** The first place where a word begins, else any. */
function placeOf(folded: string, sought: string, places: readonly number[], name: string): number {
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + 1)) {
    const before = name[(places[at] ?? 0) - 1];
    if (before === undefined || !/[\p{L}\p{M}]/u.test(before)) return at;
  }
  return folded.indexOf(sought);
}

/** Letters and digits alone, small and without marks; and of each, where it stands. */
function foldedWithPlaces(text: string): [folded: string, places: number[]] {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    at += sign.length;
  }
  return [folded, places];
}

/** Marks belong to the letter before them. */
function endOfMarks(name: string, end: number): number {
  const marks = /^[\p{M}\u200c\u200d]*/u.exec(name.slice(end))?.[0] ?? '';
  return end + marks.length;
}
