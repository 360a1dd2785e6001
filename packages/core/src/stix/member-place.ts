import { closeObject, colon, openObject, Scanner, type Place } from './scanner.ts';

/**
 * Where the value of a member of a member stands in the text of an object, as `extensions` and the id of one;
 * `undefined` where it is not there. The text is valid JSON and gives no name twice.
 */
export function memberPlace(text: string, outer: string, inner: string): Place | undefined {
  const scanner = new Scanner(text);
  return placeIn(scanner, outer, () => placeIn(scanner, inner, () => scanner.value()));
}

function placeIn(scanner: Scanner, wanted: string, read: () => Place | undefined): Place | undefined {
  let found: Place | undefined;
  scanner.expect(openObject, 'an object');
  scanner.members(() => {
    const name = scanner.name();
    scanner.expect(colon, 'a colon');
    if (name === wanted) found = read();
    else scanner.value();
  }, closeObject);
  return found;
}
