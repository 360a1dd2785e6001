/** A person as a record has it, to be asked for: by its names, with what else is known. */
import type { AskedPerson } from '@entente/contract/screening';
import { detailsOf, namesOf, recordsIn, textIn, type StixObject } from '../../record/object.ts';
import { scriptOf } from '../../record/script.ts';

/** Scripts in which one person is asked for at most. */
const mostScripts = 3;

/** Once for each script that the record has a name in, the first of each. */
export function askedFor(object: StixObject): AskedPerson[] {
  const known = knownOf(object);
  const names = new Map<string, string>();
  // The name of STIX first: it is what the record is called.
  for (const { text } of [{ text: textIn(object, 'name') ?? '' }, ...namesOf(object)]) {
    const script = scriptOf(text);
    if (script !== undefined && !names.has(script)) names.set(script, text.slice(0, 500));
  }
  return [...names.values()].slice(0, mostScripts).map((name) => ({ name: name.trim(), ...known }));
}

function knownOf(object: StixObject): Omit<AskedPerson, 'name'> {
  const details = detailsOf(object);
  const born = recordsIn(details, 'birth_dates').find(isAsked);
  const [nationality] = recordsIn(details, 'nationalities').flatMap((one) => textIn(one, 'code') ?? []);
  const [number] = recordsIn(details, 'documents').flatMap((one) => textIn(one, 'number') ?? []);
  return {
    ...(born === undefined ? {} : { born: textIn(born, 'date') }),
    ...(nationality === undefined ? {} : { nationality }),
    ...(number === undefined ? {} : { document: number.slice(0, 200) }),
  };
}

/** Whether a date can be asked for: a day, a month or a year of the common calendar. */
function isAsked(date: Readonly<Record<string, unknown>>): boolean {
  const isCommon = (textIn(date, 'calendar') ?? 'gregorian') === 'gregorian';
  const isPoint = ['exact', 'month', 'year'].includes(textIn(date, 'precision') ?? '');
  return isCommon && isPoint && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(textIn(date, 'date') ?? '');
}
