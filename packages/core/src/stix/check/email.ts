/** Addresses of e-mail: an `addr-spec` of RFC 5322 §3.4.1, with characters beyond ASCII as in RFC 6531. */
import { every, isDigit, isLetter } from './text.ts';

const atomSigns = new Set([..."!#$%&'*+-/=?^_`{|}~"].map((sign) => sign.charCodeAt(0)));
const isAtomSign = (code: number): boolean =>
  code > 127 || isLetter(code) || isDigit(code) || atomSigns.has(code);
const isHostSign = (code: number): boolean => code > 127 || isLetter(code) || isDigit(code) || code === 45;
const isLiteralSign = (code: number): boolean => isHostSign(code) || code === 46 || code === 58;

/**
 * An address without display name. The OASIS validator accepts fewer: neither quotes, nor a domain without a dot,
 * nor other signs than `_.+-` before the `@`; the specification wants RFC 5322.
 */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1) return false;
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  const isLocal = local.startsWith('"') ? isQuoted(local) : isDotted(local, isAtomSign);
  return isLocal && (domain.startsWith('[') ? isLiteral(domain) : isDotted(domain, isHostSign));
}

/** Atoms with single dots between them. */
function isDotted(text: string, isSign: (code: number) => boolean): boolean {
  return text.split('.').every((atom) => every(atom, isSign));
}

/** `"any text"`: a quote or a backslash within it stands after a backslash. */
function isQuoted(text: string): boolean {
  const last = text.length - 1;
  for (let index = 1; index < last; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 92) index += 1;
    if (index >= last || code === 34 || code < 32 || code === 127) return false;
  }
  return last > 1 && text.endsWith('"');
}

/** `[198.51.100.3]` or `[IPv6:2001:db8::1]`. */
const isLiteral = (text: string): boolean =>
  text.length > 2 && text.endsWith(']') && every(text.slice(1, -1), isLiteralSign);
