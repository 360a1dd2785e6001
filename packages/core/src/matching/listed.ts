/** Persons as STIX has them (an identity, with the person extension where it is there), for their keys. */
import type { PartialDate } from '../extension/details.ts';
import { personExtensionId } from '../extension/identifiers.ts';
import type { PersonContent } from '../extension/person.ts';
import type { StixObject } from '../stix/types.ts';
import type { ListedPerson } from './keys.ts';

/** Years that a range may span so that each is tried. */
const widestRange = 5;

/** `undefined` of what is no person, or has no name. */
export function personIn(object: StixObject): ListedPerson | undefined {
  const content = (object.extensions as Record<string, PersonContent> | undefined)?.[personExtensionId];
  const isPerson = content !== undefined || object['identity_class'] === 'individual';
  if (object.type !== 'identity' || !isPerson) return undefined;
  const written = typeof object['name'] === 'string' ? [object['name']] : [];
  const names = [...new Set([...written, ...(content?.names ?? []).map(({ full }) => full)])];
  if (names.length === 0) return undefined;
  const numbers = (content?.documents ?? []).map(({ number }) => number);
  return {
    names,
    births: [...new Set((content?.birth_dates ?? []).flatMap(birthsIn))],
    documents: [...new Set(numbers.filter((number) => number !== undefined))],
  };
}

/** Dates of other calendars and those that only words tell are left out. */
function birthsIn({ precision, date, from, to, calendar }: PartialDate): string[] {
  if (calendar !== undefined && calendar !== 'gregorian') return [];
  if (date !== undefined) return [precision === 'exact' ? date : date.slice(0, 4)];
  const first = Number((from ?? to ?? '').slice(0, 4));
  const last = Number((to ?? from ?? '').slice(0, 4));
  if (first === 0 || last < first || last - first >= widestRange) return [];
  return Array.from({ length: last - first + 1 }, (_none, index) => String(first + index));
}
