/** URIs as RFC 3986 has them: with a scheme, of its characters alone. */
import { isIPv6 } from './address.ts';
import { every, isDigit, isHexDigit, isLetter } from './text.ts';

const setOf = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)));

const subDelimiters = "!$&'()*+,;=";
const schemeSigns = setOf('+-.');
const userSigns = setOf(`-._~:${subDelimiters}`);
const hostSigns = setOf(`-._~${subDelimiters}`);
const pathSigns = setOf(`-._~:@/${subDelimiters}`);
const querySigns = setOf(`-._~:@/?${subDelimiters}`);

/** A URI with its scheme (RFC 3986 §3); the part after the scheme may be empty. */
export function isUri(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon < 1 || !isLetter(text.charCodeAt(0))) return false;
  if (!every(text.slice(0, colon), (code) => isLetter(code) || isDigit(code) || schemeSigns.has(code)))
    return false;
  const [beforeFragment, fragment] = parted(text.slice(colon + 1), '#');
  const [hierarchy, query] = parted(beforeFragment, '?');
  return isHierarchy(hierarchy) && isOf(query, querySigns) && isOf(fragment, querySigns);
}

/** The text before the first such sign, and what follows it. */
function parted(text: string, sign: string): [before: string, after: string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function isHierarchy(text: string): boolean {
  if (!text.startsWith('//')) return isOf(text, pathSigns);
  const slash = text.indexOf('/', 2);
  const end = slash < 0 ? text.length : slash;
  return isAuthority(text.slice(2, end)) && isOf(text.slice(end), pathSigns);
}

function isAuthority(text: string): boolean {
  const at = text.indexOf('@');
  if (at >= 0 && !isOf(text.slice(0, at), userSigns)) return false;
  const place = text.slice(at + 1);
  const bracket = place.startsWith('[') ? place.indexOf(']') : -1;
  const colon = place.indexOf(':', bracket + 1);
  const host = colon < 0 ? place : place.slice(0, colon);
  const port = colon < 0 ? '' : place.slice(colon + 1);
  return (bracket < 0 ? isOf(host, hostSigns) : isLiteral(host)) && every(port, isDigit, 0);
}

/** `[2001:db8::1]`; of what RFC 3986 calls IPvFuture, the characters alone are looked at. */
function isLiteral(host: string): boolean {
  if (!host.endsWith(']')) return false;
  const literal = host.slice(1, -1);
  return literal.startsWith('v') ? literal.length > 3 && isOf(literal, userSigns) : isIPv6(literal);
}

/** Whether the text is of letters, digits, the signs, and `%` before two hexadecimal digits. */
function isOf(text: string, signs: ReadonlySet<number>): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 37) {
      if (!isHexDigit(text.charCodeAt(index + 1)) || !isHexDigit(text.charCodeAt(index + 2))) return false;
    } else if (!isLetter(code) && !isDigit(code) && !signs.has(code)) return false;
  }
  return true;
}
