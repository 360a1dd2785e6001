/** Addresses of the Internet Protocol, with or without the prefix length of a CIDR block. */
import { isDigit, isHexDigit } from './text.ts';

/** `198.51.100.0` or `198.51.100.0/24`; no leading zeros. */
export function isIPv4(text: string): boolean {
  const [address, prefix, ...rest] = text.split('/', 3);
  if (address === undefined || rest.length > 0 || (prefix !== undefined && !isNumber(prefix, 32)))
    return false;
  return isDotted(address);
}

/** `2001:db8::` or `2001:db8::/32`, also with an IPv4 address at the end (RFC 4291 §2.2). */
export function isIPv6(text: string): boolean {
  if (text.length > 60) return false;
  const [address, prefix, ...rest] = text.split('/', 3);
  if (address === undefined || rest.length > 0 || (prefix !== undefined && !isNumber(prefix, 128)))
    return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const [head, tail] = [groups(halves[0] ?? '', halves.length === 1), groups(halves[1] ?? '', true)];
  if (head < 0 || tail < 0) return false;
  return halves.length === 2 ? head + tail < 8 : head === 8;
}

/** The number of 16-bit groups that a part stands for; -1 where it is malformed. */
function groups(text: string, mayEndDotted: boolean): number {
  if (text === '') return 0;
  const parts = text.split(':');
  const last = parts.at(-1) as string;
  const isEndDotted = last.includes('.');
  if (isEndDotted && !(mayEndDotted && isDotted(last))) return -1;
  const plain = isEndDotted ? parts.slice(0, -1) : parts;
  return plain.every(isGroup) ? plain.length + (isEndDotted ? 2 : 0) : -1;
}

function isGroup(text: string): boolean {
  if (text.length < 1 || text.length > 4) return false;
  for (let index = 0; index < text.length; index += 1) if (!isHexDigit(text.charCodeAt(index))) return false;
  return true;
}

function isDotted(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => isNumber(part, 255));
}

function isNumber(text: string, maximum: number): boolean {
  if (text.length < 1 || text.length > 3 || (text.length > 1 && text.startsWith('0'))) return false;
  for (let index = 0; index < text.length; index += 1) if (!isDigit(text.charCodeAt(index))) return false;
  return Number(text) <= maximum;
}
