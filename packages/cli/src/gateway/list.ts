/** The private list of a gateway: CSV, STIX 2.1, or the format of the United Nations, told by how the file begins. */
import { parse, CsvError } from 'csv-parse/sync';
import { Failure } from '@entente/core/failure';
import type { ListedPerson } from '@entente/core/matching/keys';
import { personIn } from '@entente/core/matching/listed';
import { isRecord } from '@entente/core/stix/check/value';
import type { StixObject } from '@entente/core/stix/types';
import { toStix } from '@entente/core/unlist/stix';
import { unpacked } from '@entente/server/ingest/stix/read';
import { openUnList } from '@entente/server/ingest/unlist/read';
import { bytesOf, lengthOf, textOf } from '../files.ts';

const longest = 384 * 1024 * 1024;

/** A person of a list, with what the list calls it. */
export interface ListEntry {
  readonly reference: string;
  readonly person: ListedPerson;
}

/** Reads a list; organisations in it are left out. @throws Failure `invalid` where it is none of the three formats */
export async function readList(file: string): Promise<ListEntry[]> {
  await lengthOf(file);
  const text = await textOf(unpacked(bytesOf(file)), longest);
  const start = /^\uFEFF?\s*(.?)/u.exec(text)?.[1];
  if (start === '<') return readUn(text);
  return start === '{' || start === '[' ? readStix(text, file) : readCsv(text, file);
}

async function readUn(text: string): Promise<ListEntry[]> {
  const { header, entries } = await openUnList(piecesOf(text));
  const found: ListEntry[] = [];
  for await (const entry of entries) found.push(...personsOf(toStix(entry, header)));
  return found;
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function readStix(text: string, file: string): ListEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure('invalid', `${file} is not JSON: ${(error as Error).message}.`, error);
  }
  const objects = isRecord(value) && Array.isArray(value['objects']) ? value['objects'] : [value].flat();
  return personsOf(objects.filter(isRecord) as StixObject[]);
}

const personsOf = (objects: readonly StixObject[]): ListEntry[] =>
  objects.flatMap((object) => {
    const person = personIn(object);
    return person === undefined ? [] : [{ reference: object.id, person }];
  });

/** Columns `names` (or `name`), `births` (or `birth`), `documents` (or `document`), with semicolons within; `reference`. */
function readCsv(text: string, file: string): ListEntry[] {
  const rows = rowsOf(text, file);
  return rows.map((row, index) => {
    const several = (column: string): string[] =>
      (row[`${column}s`] ?? row[column] ?? '')
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    const [names, births] = [several('name'), several('birth')];
    const where = `${file}, person ${index + 1}`;
    if (names.length === 0) throw new Failure('invalid', `${where}: a column “name” or “names” is wanted.`);
    const wrong = births.find((birth) => !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(birth));
    if (wrong !== undefined) {
      throw new Failure('invalid', `${where}: “${wrong}” is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.`);
    }
    return {
      reference: row['reference'] ?? String(index + 1),
      person: { names, births, documents: several('document') },
    };
  });
}

function rowsOf(text: string, file: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure('invalid', `${file} is no CSV: ${error.message}.`, error);
  }
}
