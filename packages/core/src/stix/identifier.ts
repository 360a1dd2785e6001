/**
 * STIX identifiers: `object-type--UUID` (STIX 2.1 §2.9).
 *
 * Two questions are kept apart. `isStixId` asks whether a text could be read as a reference by anybody, and
 * is generous, so that nothing that points somewhere escapes a cut. `isValidIdentifier` asks whether the text
 * keeps the rules of the specification.
 */

const dash = 45;
const zero = 48;
const nine = 57;
const lowerA = 97;
const lowerZ = 122;
const uuidLength = 36;

/**
 * Whether a text has the form `type--uuid`, with any hexadecimal UUID in either case and any type of
 * lower-case letters, digits and hyphens.
 */
export function isStixId(text: string): boolean {
  const start = text.length - uuidLength;
  return start > 2 && hasSeparator(text, start) && isUuid(text, start) && isTypeText(text, start - 2);
}

/**
 * Whether a text is an identifier of STIX 2.1 §2.9: a type of at least three characters that begins with a
 * letter, and a UUID of version 1 to 5 of the variant of RFC 4122.
 */
export function isValidIdentifier(text: string): boolean {
  if (!isStixId(text)) return false;
  const start = text.length - uuidLength;
  const first = text.charCodeAt(0);
  const version = text.charCodeAt(start + 14);
  // Setting the case bit makes letters lower case and leaves digits unchanged, since theirs is set already.
  const variant = text.charCodeAt(start + 19) | 32;
  return (
    start >= 5 &&
    first >= lowerA &&
    first <= lowerZ &&
    text.charCodeAt(start - 3) !== dash &&
    version >= zero + 1 &&
    version <= zero + 5 &&
    (variant === zero + 8 || variant === nine || variant === lowerA || variant === lowerA + 1)
  );
}

/** The object type of an id: what stands before the first `--`; '' where there is none. */
export function typeOfId(id: string): string {
  const end = id.indexOf('--');
  return end < 0 ? '' : id.slice(0, end);
}

/** The version digit of the UUID at the end of an id, 0 to 15; -1 where there is no id. */
export function uuidVersionOfId(id: string): number {
  return isStixId(id) ? Number.parseInt(id.charAt(id.length - uuidLength + 14), 16) : -1;
}

/** Versions of UUIDs that are made from a name, by MD5 and by SHA-1 (RFC 9562 §5.3, §5.5). */
export const nameBasedVersions: ReadonlySet<number> = new Set([3, 5]);

function hasSeparator(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === dash && text.charCodeAt(start - 2) === dash;
}

function isUuid(text: string, start: number): boolean {
  for (let index = 0; index < uuidLength; index += 1) {
    const code = text.charCodeAt(start + index);
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (code !== dash) return false;
    } else if (!isHexadecimal(code)) return false;
  }
  return true;
}

function isTypeText(text: string, end: number): boolean {
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    const known = (code >= lowerA && code <= lowerZ) || (code >= zero && code <= nine) || code === dash;
    if (!known) return false;
  }
  return true;
}

const isHexadecimal = (code: number): boolean =>
  (code >= zero && code <= nine) || ((code | 32) >= lowerA && (code | 32) <= lowerA + 5);
