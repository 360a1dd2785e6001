/**
 * What two gateways send each other: canonical JSON (RFC 8785) in a signed note (C2SP signed-note), so that whoever
 * carries it can neither alter it nor make one. Bytes stand in it as base 64.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../ledger/base64.ts';
import { openNote, signNote, type NoteKey, type NoteSigner } from '../ledger/note.ts';
import { canonical } from '../stix/canonical.ts';
import { isRecord } from '../stix/check/value.ts';
import type { Json } from '../stix/types.ts';

type Kind = 'epoch' | 'run' | 'answer' | 'refusal';
type Fields = Readonly<Record<string, Json>>;

export const writeMessage = (kind: Kind, fields: Fields, signer: NoteSigner): string =>
  signNote(`${canonical({ ...fields, kind: `entente/matching/${kind}/v1` })}\n`, signer);

/** Reads a message of one kind; `undefined` where it is another one, or this key did not sign it. */
export function openMessage(note: string, kind: Kind, key: NoteKey): MessageReader | undefined {
  const text = openNote(note, key);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // signed, and yet no message
  }
  const fields = isRecord(value) ? (value as Fields) : {};
  return fields['kind'] === `entente/matching/${kind}/v1` ? new MessageReader(fields) : undefined;
}

/** What an answer says that it answers, in base 64. */
export const noteDigest = (note: string): string => toBase64(sha256(utf8ToBytes(note)));

/** Fields by name; what is missing or of another kind is empty, and never equals what is wanted. */
export class MessageReader {
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' ? value : '';
  }

  count(name: string): number {
    const value = this.#fields[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
  }

  bytes(name: string): Uint8Array {
    return fromBase64(this.text(name)) ?? new Uint8Array();
  }

  /** Bytes in pieces of one length; none where they do not go into such. */
  pieces(name: string, length: number): Uint8Array[] {
    const bytes = this.bytes(name);
    if (bytes.length % length !== 0) return [];
    return Array.from({ length: bytes.length / length }, (_none, index) =>
      bytes.slice(index * length, (index + 1) * length),
    );
  }
}
