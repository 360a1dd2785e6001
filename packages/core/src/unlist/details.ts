import { countryCode } from '../extension/countries.ts';
import type { Country, IdentityDocument, Listing, PartialDate, Place } from '../extension/details.ts';
import type { Reading } from './reading.ts';

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const year = /^\d{4}$/;
const years = /^(\d{4})\s*[-/]\s*(\d{4})$/;

/** A day as `YYYY-MM-DD`. What has a zone behind it, as `2015-04-14-04:00`, is no plain day. */
export const isDay = (text: string): boolean => day.test(text);

/** Name of the list in `listings` and in external references. */
export const listName = 'United Nations Security Council Consolidated List';

/** A country or nationality in the words of the list, with its code where these are the name of one country. */
export function countryOf(text: string): Country {
  const code = countryCode(text);
  return code === undefined ? { text } : { code, text };
}

/** A date of birth: one of DATE, YEAR, FROM_YEAR with TO_YEAR, or a NOTE alone. */
export function readBirthDate(field: Reading): PartialDate | undefined {
  const found = birthYears(field) ?? birthDay(field);
  const note = field.one('NOTE');
  if (found === undefined) return note === undefined ? undefined : { precision: 'unknown', text: note };
  if (note !== undefined) found.note = note;
  return found;
}

function birthDay(field: Reading): PartialDate | undefined {
  const written = field.peek('DATE');
  const date = written?.slice(0, 10);
  const ofYear = field.peek('YEAR');
  const approximate = /^approx/i.test(field.peek('TYPE_OF_DATE') ?? '');
  if (date !== undefined && isDay(date)) {
    field.one('DATE');
    field.one('TYPE_OF_DATE');
    const found: PartialDate = { precision: approximate ? 'approximate' : 'exact', date };
    if (date !== written) found.text = written ?? date;
    return found;
  }
  if (ofYear === undefined || !year.test(ofYear)) return undefined;
  field.one('YEAR');
  field.one('TYPE_OF_DATE');
  return { precision: approximate ? 'approximate' : 'year', date: ofYear };
}

function birthYears(field: Reading): PartialDate | undefined {
  const range = years.exec(field.peek('YEAR') ?? '');
  const from = range?.[1] ?? field.one('FROM_YEAR', (text) => year.test(text));
  const to = range?.[2] ?? field.one('TO_YEAR', (text) => year.test(text));
  if (from === undefined && to === undefined) return undefined;
  const approximate = /^approx/i.test(field.one('TYPE_OF_DATE') ?? '');
  const found: PartialDate = { precision: approximate ? 'approximate' : 'between' };
  if (from !== undefined) found.from = from;
  if (to !== undefined) found.to = to;
  const text = range === null ? undefined : field.one('YEAR');
  if (text !== undefined) found.text = text;
  return found;
}

/** A place of birth or an address. */
export function readPlace(field: Reading): Place | undefined {
  const place: Place = {};
  const parts = [
    ['street', 'STREET'],
    ['city', 'CITY'],
    ['region', 'STATE_PROVINCE'],
    ['postal_code', 'ZIP_CODE'],
    ['note', 'NOTE'],
  ] as const;
  for (const [key, tag] of parts) {
    const text = field.one(tag);
    if (text !== undefined) place[key] = text;
  }
  const country = field.one('COUNTRY');
  if (country !== undefined) place.country = countryOf(country);
  return Object.keys(place).length === 0 ? undefined : place;
}

/** A document of a person. */
export function readDocument(field: Reading): IdentityDocument | undefined {
  const written = [field.one('TYPE_OF_DOCUMENT'), field.one('TYPE_OF_DOCUMENT2')].filter(
    (text) => text !== undefined,
  );
  const document: IdentityDocument = {};
  const kind = documentKind(written[0] ?? '');
  if (kind !== undefined) document.type = kind;
  if (written.length > 0) document.type_text = written.join('; ');
  const number = field.one('NUMBER');
  if (number !== undefined) document.number = number;
  readIssue(field, document);
  const note = field.one('NOTE');
  if (note !== undefined) document.note = note;
  return Object.keys(document).length === 0 ? undefined : document;
}

function readIssue(field: Reading, document: IdentityDocument): void {
  const countries = [field.one('ISSUING_COUNTRY'), field.one('COUNTRY_OF_ISSUE')].filter(
    (text) => text !== undefined,
  );
  if (countries[0] !== undefined) document.issuing_country = countryOf(countries[0]);
  const place = [field.one('CITY_OF_ISSUE'), countries[1]].filter((text) => text !== undefined);
  if (place.length > 0) document.issuing_place = place.join(', ');
  const issued = field.one('DATE_OF_ISSUE', isDay);
  if (issued !== undefined) document.issued = { precision: 'exact', date: issued };
}

function documentKind(written: string): IdentityDocument['type'] {
  if (/passe?port|pasaporte/i.test(written)) return 'passport';
  if (/national identification/i.test(written)) return 'national-id';
  return written === '' ? undefined : 'other';
}

/** What the list says of the listing itself. */
export function readListing(fields: Reading): Listing {
  const listing: Listing = { list: listName };
  const parts = [
    ['regime', 'UN_LIST_TYPE'],
    ['reference', 'REFERENCE_NUMBER'],
    ['entry', 'DATAID'],
    ['entry_version', 'VERSIONNUM'],
    ['submitted_by', 'SUBMITTED_BY'],
  ] as const;
  for (const [key, tag] of parts) {
    const text = fields.one(tag);
    if (text !== undefined) listing[key] = text;
  }
  const type = fields.values('LIST_TYPE').join('; ');
  if (type !== '') listing.type = type;
  readListingDays(fields, listing);
  return listing;
}

function readListingDays(fields: Reading, listing: Listing): void {
  const listed = fields.peek('LISTED_ON')?.slice(0, 10);
  if (listed !== undefined && isDay(listed)) {
    listing.listed_on = listed;
    // A day with a zone behind it stays untaken, so that it is kept as written.
    fields.one('LISTED_ON', isDay);
  }
  const updated = fields.values('LAST_DAY_UPDATED', isDay);
  if (updated.length > 0) listing.updated_on = updated;
  const delisted = fields.one('DELISTED_ON', isDay);
  if (delisted !== undefined) listing.delisted_on = delisted;
  const submitted = fields.one('SUBMITTED_ON', isDay);
  if (submitted !== undefined) listing.submitted_on = submitted;
}
