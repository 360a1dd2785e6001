/** The private list of a gateway: CSV, STIX 2.1, or the format of the United Nations, told by how the file begins. */
import { Failure } from '@entente/core/failure';
import type { ListedPerson } from '@entente/core/matching/keys';
import { toStix } from '@entente/core/unlist/stix';
import { unpacked } from '@entente/server/ingest/stix/read';
import { openUnList } from '@entente/server/ingest/unlist/read';
import { bytesOf, lengthOf, textOf } from '../files.ts';
import { readCsvList } from './csv-list.ts';
import { entriesIn, readStixList } from './stix-list.ts';

const longest = 384 * 1024 * 1024;

/** A person of a list, with what the list calls it. */
export interface ListEntry {
  readonly reference: string;
  readonly person: ListedPerson;
}

/**
 * Reads a list; organisations in it are left out.
 * @throws Failure `invalid` with the place where it is none of the three formats, or has no person in it
 */
export async function readList(file: string): Promise<ListEntry[]> {
  await lengthOf(file);
  const text = await textOf(unpacked(bytesOf(file)), longest);
  const entries = await readEntries(text.replace(/^\uFEFF/, ''), file);
  if (entries.length === 0) throw new Failure('invalid', `${file} has no person in it.`);
  return entries;
}

async function readEntries(text: string, file: string): Promise<ListEntry[]> {
  const start = /^\s*(.?)/u.exec(text)?.[1];
  if (start === '<') return readUn(text);
  return start === '{' || start === '[' ? readStixList(text, file) : readCsvList(text, file);
}

async function readUn(text: string): Promise<ListEntry[]> {
  const { header, entries } = await openUnList(piecesOf(text));
  const found: ListEntry[] = [];
  for await (const entry of entries) found.push(...entriesIn(toStix(entry, header)));
  return found;
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
