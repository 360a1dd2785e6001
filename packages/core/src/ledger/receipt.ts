/**
 * Receipts: the hub's signed word that an act is a leaf of its member's log at the latest by a time. A receipt whose
 * leaf is not there by then proves misconduct.
 */
import { toBase64 } from './base64.ts';
import type { Hash } from './hash.ts';
import { openNote, signNote, type NoteKey, type NoteSigner } from './note.ts';
import { readHash } from './slots.ts';

export interface Receipt {
  act: string;
  member: string;
  leaf: Hash;
  /** Microseconds since 1970. */
  by: number;
}

/** How long the hub may take, in microseconds: a day. It takes seconds. */
export const longestDelay = 86_400_000_000;

/** The first line: no checkpoint begins so. */
const heading = 'entente/receipt/v1';

/** Signs a receipt; a note whose second line names the log's key. */
export const signReceipt = ({ act, member, leaf, by }: Receipt, signer: NoteSigner): string =>
  signNote(
    `${heading}\n${signer.name}\nact ${act}\nmember ${member}\nleaf ${toBase64(leaf)}\nby ${by}\n`,
    signer,
  );

const shape = /^act (\S+)\nmember (\S+)\nleaf (\S+)\nby (\d{1,16})\n$/;

/** The receipt that the key signed; `undefined` where it is none. */
export function openReceipt(note: string, key: NoteKey): Receipt | undefined {
  const text = openNote(note, key);
  const start = `${heading}\n${key.name}\n`;
  if (text?.startsWith(start) !== true) return undefined;
  const [, act = '', member = '', coded = '', by = ''] = shape.exec(text.slice(start.length)) ?? [];
  const leaf = readHash(coded);
  return leaf === undefined || act === '' ? undefined : { act, member, leaf, by: Number(by) };
}

/** The act that a receipt names, before anything is verified. */
export const receiptAct = (note: string): string | undefined => /\nact (\S+)\n/.exec(note)?.[1];
