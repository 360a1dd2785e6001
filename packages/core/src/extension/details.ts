/** Shapes that persons and organisations share. */
import { choice, list, record, text, type ContentOf } from './shape.ts';

/** What every extension of the project states of itself (STIX 2.1 §7.3). */
export const propertyExtension = choice('How the content extends the object', ['property-extension']);

export const country = record(
  'A country: its code, or the words of the source, or both',
  {},
  { code: text('ISO 3166-1 alpha-2 code', 'country'), text: text('The country as the source writes it') },
);

export const partialDate = record(
  'A date as well as it is known',
  {
    precision: choice(
      'exact: `date` is the day; month or year: `date` is no finer; approximate: about `date`, or about `from` to `to`; between: from `from` to `to`; unknown: only `text` tells',
      ['exact', 'month', 'year', 'approximate', 'between', 'unknown'],
    ),
  },
  {
    date: text('YYYY, YYYY-MM or YYYY-MM-DD in the calendar named', 'date'),
    from: text('Earliest, YYYY, YYYY-MM or YYYY-MM-DD', 'date'),
    to: text('Latest, YYYY, YYYY-MM or YYYY-MM-DD', 'date'),
    calendar: choice('Calendar of the dates; gregorian where absent', [
      'gregorian',
      'islamic',
      'persian',
      'hebrew',
      'other',
    ]),
    text: text('The date as the source writes it'),
    under_name: text('The name under which this date was used, where it is not the primary name'),
    note: text('What else the source says of it'),
  },
);

export const place = record(
  'A place or an address, in parts or in free text',
  {},
  {
    text: text('The place as the source writes it, where it gives no parts'),
    street: text('Street, house, box or building'),
    city: text('City, town, village or district'),
    region: text('State, province or region'),
    postal_code: text('Postal code'),
    country,
    from: partialDate,
    to: partialDate,
    under_name: text('The name under which this place was used, where it is not the primary name'),
    note: text('What else the source says of it'),
  },
);

export const nameQuality = choice('How well the source trusts the name', [
  'primary',
  'original',
  'good',
  'low',
]);
export const nameKind = choice('What the name is', ['primary', 'alias', 'original-script', 'formerly']);

/** What names of persons and of organisations have in common. */
export const nameFields = {
  kind: nameKind,
  quality: nameQuality,
  script: text('ISO 15924 code of the script', 'script'),
  language: text('BCP 47 tag of the language', 'language'),
  transliteration_of: text('The name of which this one is a transliteration, in its own script'),
  standard: text('The standard of the transliteration, as ISO 233-2'),
  note: text('What else the source says of the name'),
};

export const document = record(
  'A document, as the source describes it',
  {},
  {
    type: choice('Kind of document', [
      'passport',
      'national-id',
      'travel-document',
      'residence-permit',
      'driving-licence',
      'birth-certificate',
      'registration',
      'tax-number',
      'other',
    ]),
    type_text: text('Kind of document as the source writes it'),
    number: text('Number, as the source writes it'),
    issuing_country: country,
    issuing_place: text('City or authority that issued it'),
    issued: partialDate,
    expires: partialDate,
    note: text('What else the source says of it'),
  },
);

export const listing = record(
  'That a public list names the subject',
  { list: text('Name of the list') },
  {
    regime: text('Part of the list or sanctions regime'),
    type: text('Type of list as the source writes it'),
    reference: text('Reference number in the list'),
    entry: text('Permanent number of the entry in the source'),
    entry_version: text('Version of the entry in the source'),
    listed_on: text('Day of the listing', 'date'),
    updated_on: list(text('Day of an amendment', 'date')),
    delisted_on: text('Day of the delisting', 'date'),
    submitted_by: text('Who proposed the listing'),
    submitted_on: text('Day of the proposal', 'date'),
    url: text('Where the list or the entry is published'),
    note: text('What else the source says of the listing'),
  },
);

export type Country = ContentOf<typeof country>;
export type PartialDate = ContentOf<typeof partialDate>;
export type Place = ContentOf<typeof place>;
export type IdentityDocument = ContentOf<typeof document>;
export type Listing = ContentOf<typeof listing>;
