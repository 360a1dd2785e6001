/** Which cyber-observable a value is, by its form alone. */
import type { Content } from './subject.ts';

const hashes: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256', 128: 'SHA-512' };
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const domain = new RegExp(`^(?:${label}\\.)+(?:\\p{L}{2,63}|xn--[a-z0-9-]{2,59})$`, 'u');
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}(?:/(?:3[0-2]|[12]?\\d))?$`);
const ipv6 = /^(?=[0-9a-f:.]*:[0-9a-f:.]*:)[0-9a-f:.]{2,45}(?:\/\d{1,3})?$/i;

/** The observable that a value is; nothing where its form tells none. Signs that make it harmless are undone. */
export function observableOf(written: string): Content | undefined {
  const value = refanged(written.trim());
  const hash = /^[0-9a-f]+$/i.test(value) ? hashes[value.length] : undefined;
  if (hash !== undefined) {
    return { type: 'file', spec_version: '2.1', hashes: { [hash]: value.toLowerCase() } };
  }
  const type = typeOf(value);
  return type === undefined ? undefined : { type, spec_version: '2.1', value: spelt(type, value) };
}

function typeOf(value: string): string | undefined {
  if (/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(value)) return 'mac-addr';
  if (ipv4.test(value)) return 'ipv4-addr';
  if (ipv6.test(value)) return 'ipv6-addr';
  if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) && URL.canParse(value)) return 'url';
  if (/^[^\s@]+@[^\s@]+$/.test(value) && domain.test(value.slice(value.lastIndexOf('@') + 1)))
    return 'email-addr';
  return domain.test(value) ? 'domain-name' : undefined;
}

const spelt = (type: string, value: string): string => {
  if (type === 'mac-addr') return value.toLowerCase().replaceAll('-', ':');
  return type === 'domain-name' ? value.toLowerCase() : value;
};

/** hxxp://example[.]org is written so that nobody follows it by accident. */
const refanged = (value: string): string =>
  value
    .replaceAll(/\[\.\]|\(\.\)|\[dot\]/gi, '.')
    .replaceAll(/\[@\]|\[at\]/gi, '@')
    .replaceAll('[:]', ':')
    .replace(/^hxxp/i, 'http');
