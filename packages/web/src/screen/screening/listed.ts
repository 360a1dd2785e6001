/** A list of persons to screen: lines that were pasted, a name each, or a table whose headers say what is what. */
import type { AskedPerson } from '@entente/contract/screening';
import { codeOf } from '../bring-in/table/country.ts';
import type { Field } from '../bring-in/table/field.ts';
import { fieldsFor } from '../bring-in/table/header.ts';
import { readingOf, rowsOf } from '../bring-in/table/read.ts';
import { birthIn } from './person.ts';

export interface ListedPerson {
  /** Where it stands, as an editor counts. */
  line: number;
  asked: AskedPerson;
  /** A birth date that could not be read: it is screened without. */
  unread?: string;
}

export interface Listed {
  persons: ListedPerson[];
  /** Lines without a name. */
  nameless: number;
  /** Persons beyond those that are screened at once. */
  left: number;
}

/** The cell takes no more at once, and no longer texts. */
export const mostPersons = 1000;
const longestName = 500;
const longestOther = 200;

/** @throws TableError where a file cannot be read as a table */
export async function listedIn(file: Blob): Promise<Listed> {
  const reading = await readingOf(file);
  const listed: Listed = { persons: [], nameless: 0, left: 0 };
  let fields: Map<Field, number> | undefined;
  for await (const { cells, line } of rowsOf(file, reading)) {
    if (fields === undefined) {
      fields = fieldsIn(cells);
      // What has no headers is names alone.
      if (fields.size > 0) continue;
    }
    add(listed, personIn(cells, line, fields));
  }
  return listed;
}

function add(listed: Listed, person: ListedPerson): void {
  if (person.asked.name === '') listed.nameless += 1;
  else if (listed.persons.length === mostPersons) listed.left += 1;
  else listed.persons.push(person);
}

const naming: readonly Field[] = ['name', 'original-name', 'alias', 'family-name', 'given-name'];

/** Where each field stands; nothing where the first line names no column for a name. */
function fieldsIn(cells: readonly string[]): Map<Field, number> {
  const found = fieldsFor(cells, 'person');
  const places = new Map(
    cells.flatMap((header, at): [Field, number][] => {
      const field = found[header];
      return field === undefined ? [] : [[field, at]];
    }),
  );
  const isHead = cells.some(isWordForName) || (places.size > 1 && naming.some((field) => places.has(field)));
  return isHead ? places : new Map<Field, number>();
}

/** Names may have in them what stands in headers: so one column is a head only where it says that it is. */
const isWordForName = (cell: string): boolean =>
  /^(?:full |whole )?names?$|^noms?(?: complets?| et pr[ée]noms?)?$/i.test(cell.trim());

function personIn(cells: readonly string[], line: number, fields: ReadonlyMap<Field, number>): ListedPerson {
  if (fields.size === 0)
    return { line, asked: { name: cut(cells.map((cell) => cell.trim()).join(' '), longestName) } };
  const cell = (field: Field): string => cells[fields.get(field) ?? -1]?.trim() ?? '';
  const written = cell('birth-date');
  const born = birthIn(written);
  const country = cell('nationality');
  const number = [cell('passport'), cell('national-id'), cell('document')].find((one) => one !== '') ?? '';
  const asked: AskedPerson = {
    name: cut(nameIn(cell), longestName),
    ...(born === undefined ? {} : { born }),
    ...(country === '' ? {} : { nationality: cut(codeOf(country) ?? country, longestOther) }),
    ...(number === '' ? {} : { document: cut(number, longestOther) }),
  };
  return { line, asked, ...(written !== '' && born === undefined ? { unread: written } : {}) };
}

function nameIn(cell: (field: Field) => string): string {
  const whole = [cell('name'), cell('original-name'), cell('alias')].find((one) => one !== '');
  const parts = `${cell('given-name')} ${cell('family-name')}`.trim();
  return parts === '' ? (whole ?? '') : parts;
}

const cut = (text: string, most: number): string => text.trim().slice(0, most);
