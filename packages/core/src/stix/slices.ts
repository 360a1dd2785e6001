/** Cuts the list of objects out of an envelope or a bundle, each object with the text that it was written in. */
import { closeList, closeObject, colon, openList, openObject, Scanner } from './scanner.ts';

/** One element of the list: its JSON text, without white space around it. */
export interface ObjectSlice {
  text: string;
  /** Where the text begins, in UTF-16 code units from the start of the whole. */
  start: number;
}

/**
 * The elements of the list that is the member `key` of a JSON object; none where the member is absent. Takes
 * time in proportion to the text. The elements are only delimited: whoever parses a slice finds what is wrong
 * inside it. All else is checked here.
 * Throws `Failure('invalid')` with the place: for text that is no JSON object, for a member `key` that is no
 * list or comes twice.
 */
export function objectSlices(text: string, key: string): ObjectSlice[] {
  const scanner = new Scanner(text);
  let found: ObjectSlice[] | undefined;
  scanner.expect(openObject, 'an object');
  scanner.members(() => {
    const name = scanner.name();
    scanner.expect(colon, 'a colon');
    if (name !== key) return scanner.skim();
    if (found !== undefined) throw scanner.failure(`a second list of ${key} begins`);
    found = slicesOf(scanner, key);
  }, closeObject);
  scanner.end();
  return found ?? [];
}

function slicesOf(scanner: Scanner, key: string): ObjectSlice[] {
  scanner.expect(openList, `a list of ${key}`);
  const slices: ObjectSlice[] = [];
  scanner.members(() => {
    const { start, end } = scanner.value();
    slices.push({ text: scanner.text.slice(start, end), start });
  }, closeList);
  return slices;
}
