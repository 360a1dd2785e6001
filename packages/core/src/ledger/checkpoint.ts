/** Checkpoints (C2SP tlog-checkpoint): the size and root of a log, as the text of a signed note. */
import { fromBase64, toBase64 } from './base64.ts';
import { hashLength, type Hash } from './hash.ts';
import { openNote, signNote, type NoteKey, type NoteSigner } from './note.ts';

export interface Checkpoint {
  /** Which log it is of. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text of a checkpoint, without extension lines. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Reads the text of a checkpoint; extension lines are passed over. `undefined` where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', coded = '', ...extensions] = text.replace(/\n$/, '').split('\n');
  const root = fromBase64(coded);
  if (origin === '' || !text.endsWith('\n') || extensions.includes('')) return undefined;
  if (!/^(?:0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  return root?.length === hashLength ? { origin, size: Number(size), root } : undefined;
}

/** Signs a checkpoint by the log's own key, whose name is the origin. */
export const signCheckpoint = (head: Omit<Checkpoint, 'origin'>, signer: NoteSigner): string =>
  signNote(checkpointText({ origin: signer.name, ...head }), signer);

/** The checkpoint in a note that the log's own key signed; `undefined` where it is none of it. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | undefined {
  const text = openNote(note, key);
  const checkpoint = text === undefined ? undefined : readCheckpoint(text);
  return checkpoint?.origin === key.name ? checkpoint : undefined;
}
