/** How a table is read: what its rows are, and which column says what. */
import type { DateOrder } from './date.ts';
import { fieldsOf, naming, type Field, type Subject } from './field.ts';
import { fieldsFor, subjectFor } from './header.ts';

export interface Mapping {
  subject: Subject;
  /** Header → field; columns without one are left out. */
  columns: Readonly<Record<string, Field>>;
  /** Header of the column whose value tells a row from all others, in every edition; without it the whole row does. */
  key?: string | undefined;
  dateOrder: DateOrder;
  /** What the list is called: the same name for every edition, since ids are made of it. */
  list: string;
}

/** A first mapping by the headers. */
export function mappingFor(headers: readonly string[], list: string): Mapping {
  return withSubject(
    { subject: 'person', columns: {}, dateOrder: 'day-month', list },
    subjectFor(headers),
    headers,
  );
}

/** The same table with other rows: columns are found anew. */
export function withSubject(mapping: Mapping, subject: Subject, headers: readonly string[]): Mapping {
  const columns = fieldsFor(headers, subject);
  const reference = headers.find((header) => columns[header] === 'reference');
  return { ...mapping, subject, columns, key: reference };
}

/** A remembered mapping for the headers of another file: what this has not is left out. */
export function fitted(mapping: Mapping, headers: readonly string[]): Mapping {
  const known = new Set(headers);
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([header]) => known.has(header)));
  const key = mapping.key !== undefined && known.has(mapping.key) ? mapping.key : undefined;
  return { ...mapping, columns, key };
}

export type Lack = 'nothing-named' | 'list-unnamed' | 'coordinates-halved' | 'place-unplaced';

/** Why no row could become a record with this mapping. */
export function lacksOf({ subject, columns, list }: Mapping): Lack[] {
  const fields = new Set(Object.values(columns));
  const lacks: Lack[] = [];
  if (list.trim() === '') lacks.push('list-unnamed');
  if (!naming[subject].some((field) => fields.has(field))) lacks.push('nothing-named');
  if (fields.has('latitude') !== fields.has('longitude')) lacks.push('coordinates-halved');
  if (subject === 'place' && !fields.has('country') && !fields.has('latitude')) lacks.push('place-unplaced');
  return lacks;
}

/** Whether what was kept is a mapping: it may be of an earlier version of this page, or of somebody's hand. */
export function isMapping(value: unknown): value is Mapping {
  if (typeof value !== 'object' || value === null) return false;
  const { subject, columns, dateOrder, list, key } = value as Partial<Mapping>;
  if (subject === undefined || !Object.hasOwn(fieldsOf, subject)) return false;
  if (typeof columns !== 'object' || columns === null || typeof list !== 'string') return false;
  if (key !== undefined && typeof key !== 'string') return false;
  const offered: ReadonlySet<string> = new Set(fieldsOf[subject]);
  return (
    (dateOrder === 'day-month' || dateOrder === 'month-day') &&
    Object.values(columns).every((field) => offered.has(field))
  );
}
