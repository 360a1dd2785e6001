/** A key of a run is opened by the asker, and checked by an auditor against the run as it was sent. */
import { Failure } from '@entente/core/failure';
import { toBase64 } from '@entente/core/ledger/base64';
import type { NoteKey } from '@entente/core/ledger/note';
import { openRun } from '@entente/core/matching/answer';
import { isOpened, openKey } from '@entente/core/matching/commitment';
import { z } from 'zod';
import { begunRun } from './asker.ts';
import { fastGroup } from './fast-group.ts';
import type { Gateway } from './folder.ts';
import { bytesShape, shapedIn } from './json-file.ts';

const openingShape = z.object({
  run: z.string(),
  index: z.int().min(0),
  key: z.string(),
  blind: bytesShape,
  salt: bytesShape,
  path: z.array(bytesShape),
});

/** An opening as it is handed over. */
export type WrittenOpening = z.input<typeof openingShape>;

/** Opens a key of an own run. @param index from 0, in the order in which keys were sent */
export async function openingOf(
  gateway: Gateway,
  agreement: string,
  id: string,
  index: number,
): Promise<WrittenOpening> {
  const { asked, seed } = (await begunRun(gateway, agreement, id)).run;
  if (index >= asked.length) {
    throw new Failure('invalid', `The run has ${asked.length} keys, from 0 to ${asked.length - 1}.`);
  }
  const { text, blind, salt, path } = openKey(asked, seed, index);
  return {
    run: id,
    index,
    key: text,
    blind: toBase64(blind),
    salt: toBase64(salt),
    path: path.map(toBase64),
  };
}

export interface CheckedOpening {
  readonly isTrue: boolean;
  readonly key: string;
}

/**
 * Whether the opened key is what the run was committed to, and what was sent.
 * @param place where the opening stands, for a failure
 * @throws Failure `invalid` where either cannot be read, or the asker did not sign the run
 */
export async function checkOpening(
  run: string,
  opening: string,
  place: string,
  asker: NoteKey,
): Promise<CheckedOpening> {
  const read = openRun(run, asker);
  if (read === undefined) {
    throw new Failure('invalid', `This is no run that the gateway “${asker.name}” signed.`);
  }
  const { run: id, key, ...rest } = shapedIn(opening, place, openingShape, 'Have the key opened again.');
  const isOf = id === read.id && rest.index < read.elements.length;
  const group = await fastGroup();
  return { key, isTrue: isOf && isOpened(group, read.commitment, read.elements, { ...rest, text: key }) };
}
