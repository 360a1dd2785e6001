/** The network that an address stands for: the address itself in IPv4, its /64 in IPv6 (RFC 4291 §2.5.4). */
import { isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  const [left = '', right] = plain.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  // An IPv4 address at the end stands for two groups, beyond the first four.
  const groups = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0);
  const gap = right === undefined ? 0 : Math.max(0, 8 - head.length - groups);
  const all = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
