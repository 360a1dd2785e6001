import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Json, JsonObject } from './types.ts';

/** The namespace of deterministic ids of cyber-observable objects (STIX 2.1 §2.9). */
export const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** The ID contributing properties of each cyber-observable object (STIX 2.1 §6). A process has none. */
const contributing: ReadonlyMap<string, readonly string[]> = new Map([
  ['artifact', ['hashes', 'payload_bin']],
  ['autonomous-system', ['number']],
  ['directory', ['path']],
  ['domain-name', ['value']],
  ['email-addr', ['value']],
  ['email-message', ['from_ref', 'subject', 'body']],
  ['file', ['hashes', 'name', 'parent_directory_ref', 'extensions']],
  ['ipv4-addr', ['value']],
  ['ipv6-addr', ['value']],
  ['mac-addr', ['value']],
  ['mutex', ['name']],
  [
    'network-traffic',
    ['start', 'end', 'src_ref', 'dst_ref', 'src_port', 'dst_port', 'protocols', 'extensions'],
  ],
  ['process', []],
  ['software', ['name', 'cpe', 'swid', 'vendor', 'version']],
  ['url', ['value']],
  ['user-account', ['account_type', 'user_id', 'account_login']],
  ['windows-registry-key', ['key', 'values']],
  ['x509-certificate', ['hashes', 'serial_number']],
]);

/**
 * The properties that make up the deterministic id of a type; empty for `process`, whose id is random;
 * `undefined` for every type that is not a cyber-observable object of the specification.
 */
export function contributingProperties(type: string): readonly string[] | undefined {
  return contributing.get(type);
}

/**
 * The deterministic id of a cyber-observable object: its type and the UUIDv5 of the canonical form of its
 * contributing properties (STIX 2.1 §2.9). `undefined` where the object has none of them, or its type has no
 * such id; its id is then a UUIDv4. Throws `Failure('invalid')` where a property has no canonical form.
 */
export function deterministicId(object: JsonObject): string | undefined {
  const { type } = object;
  const names = typeof type === 'string' ? contributing.get(type) : undefined;
  if (names === undefined) return undefined;
  const recipe: JsonObject = {};
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (value !== undefined) recipe[name] = name === 'hashes' ? preferredHash(value) : value;
  }
  if (Object.keys(recipe).length === 0) return undefined;
  return `${type as string}--${uuidV5(observableNamespace, canonical(recipe))}`;
}

const hashPreference = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

/** Of several hashes one contributes: the first of MD5, SHA-1, SHA-256, SHA-512 that is there, else the first. */
function preferredHash(hashes: Json): Json {
  if (typeof hashes !== 'object' || hashes === null || Array.isArray(hashes)) return hashes;
  const name = hashPreference.find((known) => Object.hasOwn(hashes, known)) ?? Object.keys(hashes)[0];
  return name === undefined ? hashes : { [name]: hashes[name] as Json };
}

/** UUID version 5 (RFC 9562 §5.5) of a name, as UTF-8, within a namespace, which is a UUID. */
export function uuidV5(namespace: string, name: string): string {
  const source = concatBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name));
  const bytes = sha1(source).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
