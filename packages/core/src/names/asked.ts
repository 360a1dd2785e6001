/** An object as screening is asked for it: by its names, with what else is known of it. */
import { organisationExtensionId, personExtensionId } from '../extension/identifiers.ts';
import { isBirth } from './birth.ts';
import type { AskedPerson } from './person.ts';
import { scriptOf } from './script.ts';

/** Types of objects whose names are screened. */
export const screenedTypes: readonly string[] = ['identity', 'threat-actor'];

/** Scripts in which one object is asked for at most. */
const mostScripts = 3;
/** Characters of a name, and of what else is known: no more are taken. */
const [longestName, longestOther] = [500, 200];

/** As it may come: what is absent or of another kind is passed over. */
type Given = Readonly<Record<string, unknown>>;

/** Once for each script that the object has a name in, the first of each; those without rules of their own are one. */
export function askedFor(object: Given): (AskedPerson & { name: string })[] {
  const details = detailsOf(object);
  const known = knownOf(details);
  const names = new Map<string, string>();
  // The name of STIX first: it is what the record is called.
  const full = recordsIn(details, 'names').map((name) => name['full']);
  for (const text of [object['name'], ...full, ...listIn(object, 'aliases')]) {
    if (typeof text !== 'string' || !/\p{L}/u.test(text)) continue;
    const script = scriptOf(text) ?? 'other';
    if (!names.has(script)) names.set(script, text.slice(0, longestName).trim());
  }
  return [...names.values()].slice(0, mostScripts).map((name) => ({ name, ...known }));
}

/** Of a person or of an organisation, whichever the object has. */
function detailsOf(object: Given): Given {
  const extensions = recordOf(object['extensions']);
  const person = recordOf(extensions[personExtensionId]);
  return Object.keys(person).length > 0 ? person : recordOf(extensions[organisationExtensionId]);
}

function knownOf(details: Given): AskedPerson {
  const born = recordsIn(details, 'birth_dates').find(isAsked)?.['date'];
  const nationality = firstText(details, 'nationalities', 'code');
  const document = firstText(details, 'documents', 'number');
  return {
    ...(typeof born === 'string' && { born }),
    ...(nationality !== undefined && { nationality }),
    ...(document !== undefined && { document }),
  };
}

/** Whether a date can be asked for: a day, a month or a year of the common calendar. */
const isAsked = ({ calendar = 'gregorian', precision, date }: Given): boolean =>
  calendar === 'gregorian' &&
  ['exact', 'month', 'year'].includes(String(precision)) &&
  typeof date === 'string' &&
  isBirth(date);

function firstText(details: Given, list: string, key: string): string | undefined {
  const found = recordsIn(details, list).map((one) => one[key]);
  return found.find((one): one is string => typeof one === 'string' && one !== '')?.slice(0, longestOther);
}

const listIn = (object: Given, key: string): readonly unknown[] => {
  const value = object[key];
  return Array.isArray(value) ? value : [];
};

const recordsIn = (object: Given, key: string): Given[] => listIn(object, key).map(recordOf);

const recordOf = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
