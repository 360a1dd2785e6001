import { Failure } from '../failure.ts';

/** An element of an entry as the XML has it: white space in `text` as given, attributes left out. */
export interface UnElement {
  tag: string;
  text: string;
  children: readonly UnElement[];
}

/** One `INDIVIDUAL` or `ENTITY` of the United Nations Security Council Consolidated List. */
export interface UnEntry {
  kind: 'individual' | 'entity';
  /** Line of the file on which the entry begins, from 1. */
  line: number;
  fields: readonly UnElement[];
}

/** The head of an edition. */
export interface UnHeader {
  /** `dateGenerated` of the root as a STIX timestamp. */
  generated: string;
  /** The same as the list has it: in its own zone it names the day of publication. */
  written: string;
}

/** The permanent number of an entry. Throws `Failure('invalid')` where it has none. */
export function dataIdOf(entry: UnEntry): string {
  const id = entry.fields.find(({ tag }) => tag === 'DATAID')?.text.trim();
  if (id === undefined || id === '') {
    throw new Failure('invalid', `The entry on line ${entry.line} has no DATAID, by which it is known.`);
  }
  return id;
}

/** The reference number of an entry without closing dots, as `QDi.346`; undefined where it has none. */
export function referenceOf(entry: UnEntry): string | undefined {
  const text = entry.fields.find(({ tag }) => tag === 'REFERENCE_NUMBER')?.text;
  const reference = text?.trim().replace(/\.+$/, '');
  return reference === '' ? undefined : reference;
}
