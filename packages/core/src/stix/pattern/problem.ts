/** What stops the reading of a pattern, at an offset of UTF-16 units. Never leaves `parsePattern`. */
export class PatternProblem extends Error {
  override readonly name = 'PatternProblem';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** The place of an offset as a person counts: the first character is column 1, one column a code point. */
export function columnOf(text: string, offset: number): number {
  let column = 1;
  for (let at = 0; at < offset && at < text.length; column += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return column;
}
