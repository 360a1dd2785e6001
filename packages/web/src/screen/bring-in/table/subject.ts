/** A row as a person, group, place, incident or observable: what its values say, without id and times. */
import { organisationExtensionId, personExtensionId } from '@entente/contract/stix';
import { scriptOf } from '@entente/contract/making';
import type { PartialDate, Place } from '@entente/core/extension/details';
import type { OrganisationContent } from '@entente/core/extension/organisation';
import type { PersonContent, PersonName } from '@entente/core/extension/person';
import type { JsonObject } from '@entente/core/stix/types';
import { countryOf } from './country.ts';
import { dateOf, type DateOrder } from './date.ts';
import type { Field } from './field.ts';
import type { Values } from './row.ts';

/** An object without id and times. */
export type Content = JsonObject & { type: string };

/** A person; nothing where the row names none. */
export function personOf(values: Values, order: DateOrder): Content | undefined {
  const names = namesOf(values);
  const [first] = names;
  if (first === undefined) return undefined;
  const sex = sexOf(values);
  const content: PersonContent = {
    extension_type: 'property-extension',
    names,
    ...filled('birth_dates', datesOf(values, 'birth-date', order)),
    ...filled('birth_places', birthPlacesOf(values)),
    ...filled(
      'nationalities',
      values.all('nationality').map((text) => known(values, 'nationality', text)),
    ),
    ...filled('documents', documentsOf(values)),
    ...filled('addresses', addressesOf(values)),
    ...filled('titles', values.all('title')),
    ...filled('designations', values.all('function')),
    ...(sex === undefined ? {} : { sex }),
  };
  return {
    type: 'identity',
    spec_version: '2.1',
    name: first.full,
    identity_class: 'individual',
    ...described(values),
    extensions: { [personExtensionId]: content as unknown as JsonObject },
  };
}

/** A group or an organisation; nothing where the row names none. */
export function groupOf(values: Values, order: DateOrder): Content | undefined {
  const names = namesOf(values);
  const [first] = names;
  if (first === undefined) return undefined;
  const acronym = values.one('acronym');
  const [founded] = datesOf(values, 'founded', order);
  const country = values.one('country');
  const content: OrganisationContent = {
    extension_type: 'property-extension',
    names: names.map(({ parts: _parts, ...name }, index) =>
      index === 0 && acronym !== undefined ? { ...name, acronym } : name,
    ),
    ...(founded === undefined ? {} : { founded }),
    ...(country === undefined ? {} : { countries: [known(values, 'country', country)] }),
    ...filled('addresses', addressesOf(values)),
    ...filled('documents', registrationsOf(values)),
  };
  return {
    type: 'identity',
    spec_version: '2.1',
    name: first.full,
    identity_class: 'group',
    ...described(values),
    extensions: { [organisationExtensionId]: content as unknown as JsonObject },
  };
}

export function incidentOf(values: Values): Content | undefined {
  const name = values.one('name');
  return name === undefined
    ? undefined
    : { type: 'incident', spec_version: '2.1', name, ...described(values) };
}

/** Description, as the row gives it. */
export function described(values: Values): JsonObject {
  const description = values.joined('description');
  return description === undefined ? {} : { description };
}

/** Dates of a field; what cannot be read is kept in its own words, and said. */
export function datesOf(values: Values, field: Field, order: DateOrder): PartialDate[] {
  return values.all(field).map((text) => {
    const date = dateOf(text, order);
    if (date.precision === 'unknown') values.note('date-unclear', field, text);
    return date;
  });
}

function namesOf(values: Values): PersonName[] {
  const full = values.one('name');
  const [given, family] = [values.one('given-name'), values.one('family-name')];
  const composed = [given, family].filter((part) => part !== undefined).join(' ');
  const originals = values
    .all('original-name')
    .map((text): PersonName => ({ ...written(text), kind: 'original-script' }));
  const primary = full ?? (composed === '' ? undefined : composed);
  const names: PersonName[] = [];
  if (primary !== undefined) {
    const parts = partsOf(given, family);
    names.push({ ...written(primary), kind: 'primary', ...(parts.length === 0 ? {} : { parts }) });
  }
  names.push(
    ...originals,
    ...values.all('alias').map((text): PersonName => ({ ...written(text), kind: 'alias' })),
    ...values.all('former-name').map((text): PersonName => ({ ...written(text), kind: 'formerly' })),
  );
  const [original] = originals;
  if (
    names[0]?.kind === 'primary' &&
    original !== undefined &&
    original.full !== names[0].full &&
    original.script !== names[0].script
  ) {
    names[0].transliteration_of = original.full;
  }
  if (primary === undefined && originals.length === 0) return [];
  const seen = new Set<string>();
  return names.filter(({ full: text }) => !seen.has(text) && seen.add(text));
}

const partsOf = (given: string | undefined, family: string | undefined): NonNullable<PersonName['parts']> => [
  ...(given === undefined ? [] : [{ role: 'given' as const, text: given }]),
  ...(family === undefined ? [] : [{ role: 'family' as const, text: family }]),
];

function written(text: string): { full: string; script?: string } {
  const full = text.replaceAll(/\s+/g, ' ');
  const script = scriptOf(full);
  return script === undefined ? { full } : { full, script };
}

function birthPlacesOf(values: Values): Place[] {
  const [text, country] = [values.one('birth-place'), values.one('birth-country')];
  if (text === undefined && country === undefined) return [];
  return [
    {
      ...(text === undefined ? {} : { text }),
      ...(country === undefined ? {} : { country: known(values, 'birth-country', country) }),
    },
  ];
}

/** A country in the words of the table; said where its code is not known. */
function known(values: Values, field: Field, text: string): { code?: string; text: string } {
  const country = countryOf(text);
  if (country.code === undefined) values.note('country-unclear', field, text);
  return country;
}

const addressesOf = (values: Values): Place[] => values.all('address').map((text) => ({ text }));

const registrationsOf = (values: Values): NonNullable<OrganisationContent['documents']> =>
  values.all('registration').map((number) => ({ type: 'registration', number }));

const documentsOf = (values: Values): NonNullable<PersonContent['documents']> => [
  ...values.all('passport').map((number) => ({ type: 'passport' as const, number })),
  ...values.all('national-id').map((number) => ({ type: 'national-id' as const, number })),
  ...values.all('document').map((number) => ({ type: 'other' as const, number })),
];

const sexes: readonly (readonly [PersonContent['sex'] & string, RegExp])[] = [
  ['female', /^(?:f|female|woman|femme|féminin|w)$/i],
  ['male', /^(?:m|male|man|homme|masculin|h)$/i],
  ['other', /^(?:x|other|autre)$/i],
];

function sexOf(values: Values): PersonContent['sex'] {
  const text = values.one('sex');
  if (text === undefined) return undefined;
  const sex = sexes.find(([, pattern]) => pattern.test(text))?.[0];
  if (sex === undefined) values.note('sex-unclear', 'sex', text);
  return sex;
}

/** A property that is there where it holds something. */
const filled = <Key extends string, Item>(key: Key, items: Item[]): { [One in Key]?: Item[] } =>
  (items.length === 0 ? {} : { [key]: items }) as { [One in Key]?: Item[] };
