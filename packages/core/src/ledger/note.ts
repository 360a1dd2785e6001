/**
 * Signed notes (C2SP signed-note): a text, an empty line, and signatures, each by the name and id of a key. The keys of
 * the ledger are Ed25519 (type 1); cosignatures of members have a type of their own (cosignature.ts).
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { isSameHash } from './hash.ts';

/** Types of signature that are used here. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;

/** A public key under the name that it signs with. */
export interface NoteKey {
  readonly name: string;
  readonly type: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Who signs, under a name and with an Ed25519 key (RFC 8032). */
export interface NoteSigner {
  readonly name: string;
  /** Public, 32 bytes. */
  readonly key: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** @param seed of the key, 32 bytes */
export const signerOf = (name: string, seed: Uint8Array): NoteSigner => ({
  name,
  key: ed25519.getPublicKey(seed),
  sign: (message) => ed25519.sign(message, seed),
});

export interface NoteSignature {
  readonly name: string;
  /** The first 4 bytes tell the key. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** With the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const keyName = /^[^\s+\p{Z}]+$/u;
/** Half a character has no place in a note. */
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Nor have control signs other than the newline. */
const isForeign = (note: string): boolean =>
  lone.test(note) || [...note].some((sign) => sign < ' ' && sign !== '\n');
const dash = '\u2014';
const mostSignatures = 100;

/** The id of a key: 4 bytes that tell it among keys of its name. */
export function keyId({ name, type, key }: NoteKey): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), key)).slice(0, 4);
}

/** The key as text: `name+id+key`. */
export const writeKey = (key: NoteKey): string =>
  `${key.name}+${bytesToHex(keyId(key))}+${toBase64(concatBytes(Uint8Array.of(key.type), key.key))}`;

/** Reads a key; `undefined` where it is none, or its id is not its own. */
export function readKey(text: string): NoteKey | undefined {
  const [, name = '', id = '', rest = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const [type, ...key] = fromBase64(rest) ?? [];
  if (!keyName.test(name) || key.length !== 32) return undefined;
  if (type !== signatureTypes.ed25519 && type !== signatureTypes.cosignature) return undefined;
  const found = { name, type, key: Uint8Array.from(key) };
  return isSameHash(keyId(found), hexToBytes(id)) ? found : undefined;
}

/** The public key of a signer. */
export const keyOf = ({ name, key }: NoteSigner): NoteKey => ({ name, type: signatureTypes.ed25519, key });

/** Signs a text, which ends with a newline; the whole note. */
export function signNote(text: string, signer: NoteSigner): string {
  const bytes = concatBytes(keyId(keyOf(signer)), signer.sign(utf8ToBytes(text)));
  return `${text}\n${signatureLine(signer.name, bytes)}`;
}

/** One signature as it stands in a note. */
export const signatureLine = (name: string, bytes: Uint8Array): string =>
  `${dash} ${name} ${toBase64(bytes)}\n`;

/** Takes a note apart; `undefined` where it is none. Nothing is verified. */
export function readNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || isForeign(note)) return undefined;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return undefined;
  const signatures = lines.map(readSignature);
  if (!signatures.every((one) => one !== undefined)) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

function readSignature(line: string): NoteSignature | undefined {
  const [sign, name = '', coded = '', ...more] = line.split(' ');
  const bytes = fromBase64(coded);
  if (sign !== dash || !keyName.test(name) || more.length > 0) return undefined;
  return bytes === undefined || bytes.length < 5 ? undefined : { name, bytes };
}

/** What a key signed in a note, without the id; whether it holds is not asked. */
export const signaturesBy = ({ signatures }: Note, key: NoteKey): Uint8Array[] =>
  signatures
    .filter(({ name, bytes }) => name === key.name && isSameHash(bytes.subarray(0, 4), keyId(key)))
    .map(({ bytes }) => bytes.subarray(4));

/** The text of a note that this key signed; `undefined` where it did not, or a signature of it is wrong. */
export function openNote(note: string, key: NoteKey): string | undefined {
  const read = readNote(note);
  if (read === undefined || key.type !== signatureTypes.ed25519) return undefined;
  const own = signaturesBy(read, key);
  const holds = own.every((signature) => isSignature(signature, utf8ToBytes(read.text), key.key));
  return own.length > 0 && holds ? read.text : undefined;
}

/** Whether an Ed25519 signature is of this message by this key. */
export function isSignature(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message, key);
  } catch {
    return false; // the key or the signature is no point of the curve
  }
}
