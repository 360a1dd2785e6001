/** Forms of text that properties of STIX objects have. Tests by character, in one pass, without expressions. */

declare global {
  interface String {
    /** ECMAScript 2024; in every engine that the project runs on. */
    isWellFormed(): boolean;
  }
}

/** Whether a text is Unicode: it has no half of a surrogate pair alone. */
export const isWellFormed = (text: string): boolean => text.isWellFormed();

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLower = (code: number): boolean => code >= 97 && code <= 122;
export const isLetter = (code: number): boolean => isLower(code | 32);
export const isHexDigit = (code: number): boolean =>
  isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102);
const isWordSign = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95 || code === 45;

/** Whether every character passes, from `start`, and whether the length is between the limits. */
export function every(
  text: string,
  test: (code: number) => boolean,
  shortest = 1,
  longest = Infinity,
  start = 0,
): boolean {
  if (text.length < shortest || text.length > longest) return false;
  for (let index = start; index < text.length; index += 1) if (!test(text.charCodeAt(index))) return false;
  return true;
}

/** A property name (§3.1): a-z, 0-9 and `_`, first a letter, 3 to 250 characters; `id` is the exception. */
export function isPropertyName(text: string): boolean {
  return (
    text === 'id' ||
    (isLower(text.charCodeAt(0)) &&
      every(text, (code) => isLower(code) || isDigit(code) || code === 95, 3, 250))
  );
}

/** A type name (§3.1): a-z, 0-9 and single hyphens, first a letter, 3 to 250 characters. */
export function isTypeName(text: string): boolean {
  return (
    isLower(text.charCodeAt(0)) &&
    !text.includes('--') &&
    every(text, (code) => isLower(code) || isDigit(code) || code === 45, 3, 250)
  );
}

/** A name of a relationship (§5.1): a-z, 0-9 and hyphens. */
export const isRelationshipType = (text: string): boolean =>
  every(text, (code) => isLower(code) || isDigit(code) || code === 45);

/** Lower case, with hyphens instead of spaces and underscores. */
export const isHyphenated = (text: string): boolean =>
  text === text.toLowerCase() && !text.includes(' ') && !text.includes('_');

/** A key of a dictionary (§2.3): letters, digits, `_` and `-`, at most 250. */
export const isDictionaryKey = (text: string): boolean => every(text, isWordSign, 1, 250);

/** A key of `hashes` (§2.7): a key of a dictionary of at least three characters. */
export const isHashName = (text: string): boolean => every(text, isWordSign, 3, 250);

/** An even number of hexadecimal digits (§2.8). */
export const isHex = (text: string): boolean => text.length % 2 === 0 && every(text, isHexDigit, 2);

/** Exactly so many hexadecimal digits. */
export const isHexOf = (text: string, length: number): boolean => every(text, isHexDigit, length, length);

/** Base64 with padding (§2.1, RFC 4648 §4). */
export function isBase64(text: string): boolean {
  const { length } = text;
  if (length === 0 || length % 4 !== 0) return false;
  const end = text.endsWith('==') ? length - 2 : text.endsWith('=') ? length - 1 : length;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isLetter(code) && !isDigit(code) && code !== 43 && code !== 47) return false;
  }
  return true;
}

/** Six pairs of lower-case hexadecimal digits with colons between (§6.8). */
export function isMacAddress(text: string): boolean {
  if (text.length !== 17) return false;
  for (let index = 0; index < 17; index += 1) {
    const code = text.charCodeAt(index);
    const fits = index % 3 === 2 ? code === 58 : isDigit(code) || (code >= 97 && code <= 102);
    if (!fits) return false;
  }
  return true;
}

/** The name of a character set as IANA registers them; the list itself is not held. */
export function isCharacterSetName(text: string): boolean {
  // Dots are in no name that may be used, except in these, which have no preferred MIME name.
  const isDotted = text.startsWith('ANSI_X3.') || text.startsWith('CSA_Z243.') || text.startsWith('T.');
  return every(
    text,
    (code) =>
      isWordSign(code) ||
      code === 40 ||
      code === 41 ||
      code === 43 ||
      code === 58 ||
      (isDotted && code === 46),
    2,
  );
}

const mediaTrees = [
  'application',
  'audio',
  'font',
  'haptics',
  'image',
  'message',
  'model',
  'multipart',
  'text',
  'video',
];

/** The form of a media type, with a registered top-level type: `application/pdf`. */
export function isMediaType(text: string): boolean {
  const slash = text.indexOf('/');
  return (
    mediaTrees.includes(text.slice(0, slash)) &&
    every(
      text.slice(slash + 1),
      (code) =>
        isWordSign(code) ||
        code === 43 ||
        code === 46 ||
        code === 33 ||
        code === 35 ||
        code === 36 ||
        code === 38 ||
        code === 94,
    )
  );
}
