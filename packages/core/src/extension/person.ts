import { document, listing, nameFields, partialDate, place, propertyExtension } from './details.ts';
import { choice, list, record, text, type ContentOf } from './shape.ts';

const namePart = record(
  'One part of a name',
  {
    role: choice('What the part is; first to fourth where the source only numbers them', [
      'given',
      'middle',
      'family',
      'patronymic',
      'matronymic',
      'kunya',
      'nasab',
      'nisba',
      'laqab',
      'particle',
      'suffix',
      'first',
      'second',
      'third',
      'fourth',
      'other',
    ]),
    text: text('The part as written'),
  },
  {},
);

const personName = record(
  'A name of the person',
  { full: text('The whole name, in the order in which it is written') },
  { parts: list(namePart), ...nameFields },
);

const nationality = record(
  'A nationality held, or said to be held',
  {},
  {
    code: text('ISO 3166-1 alpha-2 code', 'country'),
    text: text('The nationality as the source writes it'),
    status: choice('Whether it is held', ['current', 'former', 'claimed', 'disputed']),
    note: text('What else the source says of it'),
  },
);

/** Content of the person extension. It has no biometric field and no score, by design. */
export const personShape = record(
  'Details of a person, beside the STIX properties of the object',
  { extension_type: propertyExtension },
  {
    names: list(personName),
    birth_dates: list(partialDate),
    birth_places: list(place),
    nationalities: list(nationality),
    documents: list(document),
    addresses: list(place),
    sex: choice('Sex as the source gives it', ['female', 'male', 'other', 'unknown']),
    deceased: record(
      'That the person is dead or said to be',
      { status: choice('How sure it is', ['confirmed', 'reported', 'denied']) },
      { date: partialDate, place, note: text('What else the source says of it') },
    ),
    titles: list(text('Title, as Dr. or Mullah')),
    designations: list(text('Position or function, held now or before')),
    subject_categories: list(
      choice('Category of data subject, after Annex II B of Regulation (EU) 2016/794', [
        'suspect',
        'convicted',
        'potential-offender',
        'contact',
        'associate',
        'victim',
        'witness',
        'informant',
      ]),
    ),
    listings: list(listing),
  },
);

export type PersonContent = ContentOf<typeof personShape>;
export type PersonName = ContentOf<typeof personName>;
export type Nationality = ContentOf<typeof nationality>;
