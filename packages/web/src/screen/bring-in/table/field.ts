/** What a column of a table may say, by what its rows are. */

export const subjects = ['person', 'group', 'place', 'incident', 'observable'] as const;
export type Subject = (typeof subjects)[number];

const names = ['name', 'original-name', 'alias'] as const;
const where = ['place-name', 'city', 'region', 'country', 'latitude', 'longitude'] as const;
const of = ['description', 'reference'] as const;

/**
 * The fields of each subject, in the order in which they are offered. Those of `where` make a place of its own,
 * those of other subjects (`group`, `e-mail`) an object beside it, each with a link.
 */
export const fieldsOf = {
  person: [
    ...names,
    'former-name',
    'given-name',
    'family-name',
    'birth-date',
    'birth-place',
    'birth-country',
    'nationality',
    'sex',
    'passport',
    'national-id',
    'document',
    'title',
    'function',
    'address',
    'group',
    'e-mail',
    ...where,
    ...of,
  ],
  group: [
    ...names,
    'former-name',
    'acronym',
    'founded',
    'registration',
    'address',
    'e-mail',
    ...where,
    ...of,
  ],
  place: [
    'place-name',
    'address',
    'city',
    'region',
    'country',
    'postal-code',
    'latitude',
    'longitude',
    ...of,
  ],
  incident: ['name', 'date', 'end-date', ...where, ...of],
  observable: ['value', 'first-seen', 'last-seen', ...of],
} as const satisfies Record<Subject, readonly string[]>;

export type Field = (typeof fieldsOf)[Subject][number];

/** A cell of these may hold several values, between semicolons or line ends. */
export const several: ReadonlySet<Field> = new Set([
  'original-name',
  'alias',
  'former-name',
  'birth-date',
  'nationality',
  'passport',
  'national-id',
  'document',
  'title',
  'function',
  'address',
  'group',
  'e-mail',
  'registration',
]);

/** Fields that name the subject: a row needs one of them. */
export const naming: Readonly<Record<Subject, readonly Field[]>> = {
  person: ['name', 'given-name', 'family-name', 'original-name'],
  group: ['name', 'original-name'],
  place: ['place-name', 'city', 'region', 'country', 'latitude'],
  incident: ['name'],
  observable: ['value'],
};
