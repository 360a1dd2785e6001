/**
 * Cosignatures of checkpoints (C2SP tlog-cosignature, Ed25519): a member says that what it saw of the log until a time
 * is consistent. The format is fixed here; members do not cosign yet.
 */
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  isSignature,
  keyId,
  readNote,
  signatureLine,
  signaturesBy,
  signatureTypes,
  type NoteKey,
  type NoteSigner,
} from './note.ts';

const timeLength = 8;

/** The public key of a member as witness. */
export const cosignerKey = ({ name, key }: NoteSigner): NoteKey => ({
  name,
  type: signatureTypes.cosignature,
  key,
});

const message = (text: string, seconds: number): Uint8Array =>
  utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);

/**
 * Adds a cosignature to a note; `undefined` where it is no note.
 * @param seconds since 1970
 */
export function cosign(note: string, witness: NoteSigner, seconds: number): string | undefined {
  const read = readNote(note);
  if (read === undefined) return undefined;
  const signature = witness.sign(message(read.text, seconds));
  const bytes = concatBytes(keyId(cosignerKey(witness)), timeBytes(seconds), signature);
  return note + signatureLine(witness.name, bytes);
}

/** Until when (seconds since 1970) the witness vouches for the note; `undefined` where it does not. */
export function cosignedAt(note: string, witness: NoteKey): number | undefined {
  const read = readNote(note);
  if (read === undefined || witness.type !== signatureTypes.cosignature) return undefined;
  const times = signaturesBy(read, witness).map((bytes) => {
    const seconds = timeOf(bytes.subarray(0, timeLength));
    const isSigned = isSignature(bytes.subarray(timeLength), message(read.text, seconds), witness.key);
    return isSigned ? seconds : undefined;
  });
  return times.find((seconds) => seconds !== undefined);
}

const timeBytes = (seconds: number): Uint8Array =>
  Uint8Array.from({ length: timeLength }, (_, place) => Math.floor(seconds / 256 ** (7 - place)) % 256);

const timeOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
