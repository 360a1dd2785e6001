/** A person that is asked for: as it is typed, and as the cell is asked. */
import type { AskedPerson } from '@entente/contract/screening';
import { dateOf } from '../bring-in/table/date.ts';

export interface TypedPerson {
  name: string;
  born: string;
  nationality: string;
  document: string;
}

export const nobody: TypedPerson = { name: '', born: '', nationality: '', document: '' };

/** A birth date as people write it, as YYYY, YYYY-MM or YYYY-MM-DD; nothing where it is no date. */
export function birthIn(written: string): string | undefined {
  const { precision, date } = dateOf(written, 'day-month');
  return precision === 'unknown' || precision === 'between' ? undefined : date;
}

/** What is asked of the cell; nothing where there is no letter of a name. A date that is none yet is left out. */
export function askedOf({ name, born, nationality, document }: TypedPerson): AskedPerson | undefined {
  if (!/\p{L}/u.test(name)) return undefined;
  const date = birthIn(born);
  return {
    name: name.trim(),
    ...(date === undefined ? {} : { born: date }),
    ...(nationality === '' ? {} : { nationality }),
    ...(document.trim() === '' ? {} : { document: document.trim() }),
  };
}
