/**
 * A private list in CSV: columns `names` (or `name`), `births`, `documents`, with semicolons within, `reference`, and
 * `note`, which is for people. Another column would be data that is silently not compared, so it is refused.
 */
import { parse, CsvError } from 'csv-parse/sync';
import { Failure } from '@entente/core/failure';
import { isBirth } from '@entente/core/names/birth';
import type { ListEntry } from './list.ts';

type Row = Readonly<Record<string, string>>;

const columns = ['reference', 'names', 'births', 'documents', 'note'] as const;
const known = new Set<string>([...columns, 'name', 'birth', 'document']);

/** @throws Failure `invalid` with the line or the person */
export function readCsvList(text: string, file: string): ListEntry[] {
  const [head = [], ...rows] = cellsOf(text, file);
  checkHead(head, file);
  return rows.map((cells, index) => {
    const row = Object.fromEntries(head.map((column, place) => [column, cells[place] ?? '']));
    return entryOf(row, index + 1, `${file}, person ${index + 1}`);
  });
}

function checkHead(head: readonly string[], file: string): void {
  const wanted = `The columns are ${columns.join(', ')}`;
  const wrong = head.find((column, place) => !known.has(column) || head.indexOf(column) !== place);
  if (head.length > 0 && !head.some((column) => column === 'names' || column === 'name')) {
    throw new Failure('invalid', `${file}: the first line names no column “names”. ${wanted}.`);
  }
  if (wrong !== undefined) {
    throw new Failure('invalid', `${file}: “${wrong}” is no column of a list, or is there twice. ${wanted}.`);
  }
}

function entryOf(row: Row, number: number, place: string): ListEntry {
  const several = (one: string): string[] =>
    `${row[`${one}s`] ?? ''};${row[one] ?? ''}`
      .split(';')
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const [names, births] = [several('name'), several('birth')];
  if (names.length === 0) throw new Failure('invalid', `${place} has no name.`);
  const wrong = births.find((birth) => !isBirth(birth));
  if (wrong !== undefined) {
    throw new Failure('invalid', `${place}: “${wrong}” is no date. Write YYYY-MM-DD, YYYY-MM or YYYY.`);
  }
  const reference = row['reference'] ?? '';
  return {
    reference: reference === '' ? String(number) : reference,
    person: { names, births, documents: several('document') },
  };
}

function cellsOf(text: string, file: string): string[][] {
  try {
    return parse(text, { trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure('invalid', `${file} is no CSV: ${error.message}.`, error);
  }
}
