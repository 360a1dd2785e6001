/** Names that JSON text gives twice in one object: parsers keep the last, and the others stay in the text. */
import type { Json } from './types.ts';

const [backslash, colon] = [92, 58];

/** Whether the text says more than the value that was parsed from it: a name stands twice in one object. */
export const repeatsNames = (text: string, value: Json): boolean => namesWritten(text) !== namesOf(value);

/** How many names of members stand in JSON text that is valid. */
function namesWritten(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (text.charCodeAt(pastSpace(text, end)) === colon) count += 1;
    start = text.indexOf('"', end);
  }
  return count;
}

/** Behind the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = at;
    while (text.charCodeAt(escapes - 1) === backslash) escapes -= 1;
    if ((at - escapes) % 2 === 0) return at + 1;
  }
  return text.length;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}

function namesOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + namesOf(item), 0);
  const names = Object.keys(value);
  return names.reduce((sum, name) => sum + namesOf(value[name] as Json), names.length);
}
