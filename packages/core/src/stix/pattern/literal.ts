const isHexDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);

const isBase64Digit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x2b ||
  code === 0x2f;

const timestamp =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/;

/** Pairs of hexadecimal digits, none included. */
export function isHex(content: string): boolean {
  if (content.length % 2 !== 0) return false;
  for (let at = 0; at < content.length; at += 1) if (!isHexDigit(content.charCodeAt(at))) return false;
  return true;
}

/** Base64 of RFC 4648 §4 with its padding, at least one group. */
export function isBase64(content: string): boolean {
  if (content.length === 0 || content.length % 4 !== 0) return false;
  const padding = content.endsWith('==') ? 2 : content.endsWith('=') ? 1 : 0;
  for (let at = 0; at < content.length - padding; at += 1) {
    if (!isBase64Digit(content.charCodeAt(at))) return false;
  }
  return true;
}

/**
 * A timestamp as the pattern grammar has it: the parts are in range and the zone is Z. Days are held against
 * 31 only, whatever the month, as in the grammar of OASIS.
 */
export function isTimestamp(content: string): boolean {
  return timestamp.test(content);
}
