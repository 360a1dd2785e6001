import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of every deterministic id that the project gives: UUIDv5 of `urn:entente` in the URL namespace. */
export const projectNamespace = '0b9ff6d6-8700-5fce-b9de-c09ea604fc0e';

/** UUID version 5 (RFC 9562 §5.5) of a name within a namespace, which is a UUID. */
export function uuidV5(namespace: string, name: string): string {
  const source = concatBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name));
  const bytes = sha1(source).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A STIX id that is the same on each installation: `type--` and the UUIDv5 of `type:name` (STIX 2.1 §2.9). */
export function deterministicId(type: string, name: string): string {
  return `${type}--${uuidV5(projectNamespace, `${type}:${name}`)}`;
}
