import type { PartialDate, Place } from '../extension/details.ts';
import type { OrganisationName } from '../extension/organisation.ts';
import type { PersonName } from '../extension/person.ts';
import { countryOf, isDay } from './details.ts';
import type { Reading } from './reading.ts';
import { scriptOf } from './script.ts';

const parts = [
  ['first', 'FIRST_NAME'],
  ['second', 'SECOND_NAME'],
  ['third', 'THIRD_NAME'],
  ['fourth', 'FOURTH_NAME'],
] as const;

/** Names of an entry, the primary one first, with birth dates and places that go with an alias. */
export interface Names {
  names: PersonName[];
  births: PartialDate[];
  places: Place[];
}

/** Reads FIRST_NAME to FOURTH_NAME, NAME_ORIGINAL_SCRIPT and the aliases, whose tag is given. */
export function readNames(fields: Reading, aliasTag: string): Names {
  const found: Names = { names: [], births: [], places: [] };
  const primary = readPrimary(fields);
  if (primary !== undefined) found.names.push(primary);
  const originals = fields.all('NAME_ORIGINAL_SCRIPT').map((text) => originalName(text));
  const [original] = originals;
  if (primary !== undefined && original !== undefined && original.script !== 'Latn') {
    primary.transliteration_of = original.full;
  }
  found.names.push(...originals);
  for (const alias of fields.each(aliasTag)) readAlias(alias, found);
  return found;
}

function readPrimary(fields: Reading): PersonName | undefined {
  // The list writes «na» where a part does not apply: it is kept with what has no field, and out of the name.
  const read = parts.flatMap(([role, tag]) => {
    const text = fields.one(tag, (written) => !/^n\/?a$/i.test(written));
    return text === undefined ? [] : [{ role, text: spaced(text) }];
  });
  if (read.length === 0) return undefined;
  const full = read.map(({ text }) => text).join(' ');
  return { ...written(full), parts: read, kind: 'primary', quality: 'primary' };
}

const originalName = (text: string): PersonName => ({
  ...written(spaced(text)),
  kind: 'original-script',
  quality: 'original',
});

function readAlias(field: Reading, found: Names): void {
  const text = field.one('ALIAS_NAME');
  if (text === undefined) return;
  const quality = field.one('QUALITY', (coded) => /^(good|low|a\.k\.a\.|f\.k\.a\.)$/i.test(coded)) ?? '';
  const note = field.one('NOTE');
  const formerly = /^f/i.test(quality) || /^(previously|formerly) listed as$/i.test(note ?? '');
  for (const full of text.split(';').map(spaced)) {
    if (full === '') continue;
    const name: PersonName = { ...written(full), kind: formerly ? 'formerly' : 'alias' };
    if (/^good$/i.test(quality)) name.quality = 'good';
    if (/^low$/i.test(quality)) name.quality = 'low';
    if (note !== undefined) name.note = note;
    found.names.push(name);
  }
  readAliasBirth(field, spaced(text), found);
}

function readAliasBirth(field: Reading, alias: string, found: Names): void {
  const date = field.one('DATE_OF_BIRTH', (text) => isDay(text) || /^\d{4}$/.test(text));
  if (date !== undefined) {
    found.births.push({ precision: isDay(date) ? 'exact' : 'year', date, under_name: alias });
  }
  const [city, country] = [field.one('CITY_OF_BIRTH'), field.one('COUNTRY_OF_BIRTH')];
  if (city === undefined && country === undefined) return;
  const place: Place = { under_name: alias };
  if (city !== undefined) place.city = city;
  if (country !== undefined) place.country = countryOf(country);
  found.places.push(place);
}

/** The same names for an organisation: it has no parts, and an acronym where the name ends in one. */
export function ofOrganisation(names: readonly PersonName[]): OrganisationName[] {
  return names.map(({ parts: _parts, ...name }) => {
    const acronym = /\(([A-Z][A-Z0-9-]{1,11})\)$/.exec(name.full)?.[1];
    return acronym === undefined ? name : { ...name, acronym };
  });
}

const spaced = (text: string): string => text.trim().replace(/\s+/g, ' ');

function written(full: string): { full: string; script?: string } {
  const script = scriptOf(full);
  return script === undefined ? { full } : { full, script };
}
