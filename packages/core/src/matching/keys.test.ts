import { expect, it } from 'vitest';
import { personExtensionId } from '../extension/identifiers.ts';
import type { StixObject } from '../stix/types.ts';
import { isCandidate, keysOf, type ListedPerson } from './keys.ts';
import { personIn } from './listed.ts';

const person = (name: string, ...births: string[]): ListedPerson => ({
  names: [name],
  births,
  documents: [],
});

function isFound(asked: ListedPerson, one: ListedPerson, values = 1000): boolean {
  const held = new Set(keysOf(one, 'held').map(({ text }) => text));
  return isCandidate(
    keysOf(asked, 'asked').filter(({ text }) => held.has(text)),
    values,
  );
}

it.each([
  ['other scripts', person('Yusuf Haddad', '1980-02-19'), person('يوسف حداد', '1980-02-19')],
  ['another order', person('Haddad, Yusuf', '1980-02-19'), person('Юсуф Хаддад', '1980-02-19')],
  ['day and month swapped', person('Yusuf Haddad', '1980-02-11'), person('Youssef Hadad', '1980-11-02')],
  ['the year alone here', person('Yusuf Haddad', '1980'), person('يوسف حداد', '1980-02-19')],
  ['the year alone there', person('يوسف حداد', '1980-02-19'), person('Jusuf Hadad', '1980')],
  [
    'a name that is there in addition',
    person('Yusuf Omar Haddad', '1980-02-19'),
    person('Yusuf Haddad', '1980-02-19'),
  ],
  [
    'one of two names',
    { ...person('Abu Salim', '1980-02-19'), names: ['Abu Salim', 'Yusuf Haddad'] },
    person('Yusuf Haddad', '1980-02-19'),
  ],
])('a person is found with %s', (_what, asked, held) => {
  expect(isFound(asked, held)).toBe(true);
});

it.each([
  ['another day', person('Yusuf Haddad', '1980-02-19'), person('Yusuf Haddad', '1980-03-21')],
  ['another year', person('Yusuf Haddad', '1980'), person('Yusuf Haddad', '1981')],
  [
    'the first name and the date alone',
    person('Yusuf Haddad', '1980-02-19'),
    person('Yusuf Mansour', '1980-02-19'),
  ],
  ['a common name without any date', person('John Smith'), person('John Smith')],
])('a person is not found with %s', (_what, asked, held) => {
  expect(isFound(asked, held)).toBe(false);
});

it('finds a document whatever its signs and name', () => {
  const held = { ...person('A. B.'), documents: ['ab 12-34567'] };
  expect(isFound({ ...person('C. D.'), documents: ['AB1234567'] }, held)).toBe(true);
  expect(isFound({ ...person('C. D.'), documents: ['12'] }, { ...held, documents: ['12'] })).toBe(false);
});

it('wants more where the set is large: two tokens in full, or a longer pair', () => {
  const [asked, held] = [person('Yusuf Haddad', '1980-02-19'), person('Yussef Haddadi', '1980-02-19')];
  expect(isFound(asked, held, 1e6)).toBe(true);
  const other = person('Yasmin Haddad', '1980-02-19');
  expect([isFound(asked, other), isFound(asked, other, 1e6)]).toEqual([true, false]);
  const [short, long] = [person('Anna Mansour', '1980'), person('Bernard Mansour', '1980')];
  expect([isFound(short, short), isFound(short, short, 1e6)]).toEqual([true, false]);
  expect(isFound(long, long, 1e6)).toBe(true);
});

it('makes the keys that every gateway of this version makes', () => {
  const texts = keysOf({ ...person('Yusuf Haddad', '1980-11-02'), documents: ['AB 12345'] }, 'held').map(
    ({ text }) => text,
  );
  expect(texts).toEqual([
    'document|ab12345',
    'day|1980-02-11|SP',
    'day|1980-02-11|T',
    'year|more|1980|SP+T',
    'begin|1980-02-11|S',
    'begin|1980-02-11|T',
  ]);
});

it('makes no candidate of parts of several names', () => {
  const asked = { ...person('', '1980-02-19'), names: ['Yusuf Haddad', 'Karim Mansour'] };
  expect(isFound(asked, person('Yusuf Mansour', '1980-02-19'))).toBe(false);
});

it('makes at most fifteen keys of a name and a date, the same ones whenever they are made', () => {
  const long = person('Jean-Claude Charles Xavier Wojciech Vogel', '1980-02-19');
  for (const side of ['asked', 'held'] as const) {
    expect(keysOf(long, side)).toHaveLength(15);
    expect(keysOf(long, side)).toEqual(keysOf(long, side));
  }
});

it('takes a person from STIX with all names, dates as far as they are known, and documents', () => {
  const object: StixObject = {
    type: 'identity',
    id: 'identity--7c0e7c3a-7a5e-4a55-8d0a-0f6d0f4e9a11',
    name: 'Yusuf Haddad',
    identity_class: 'individual',
    extensions: {
      [personExtensionId]: {
        extension_type: 'property-extension',
        names: [{ full: 'Yusuf Haddad' }, { full: 'يوسف حداد' }],
        birth_dates: [
          { precision: 'exact', date: '1980-02-19' },
          { precision: 'approximate', date: '1979-01-01' },
          { precision: 'between', from: '1975', to: '1977' },
          { precision: 'between', from: '1950', to: '1977' },
          { precision: 'exact', date: '1400-02-19', calendar: 'islamic' },
          { precision: 'unknown', text: 'in spring' },
        ],
        documents: [{ number: 'AB1234567' }, { type: 'passport' }],
      },
    },
  };
  expect(personIn(object)).toEqual({
    names: ['Yusuf Haddad', 'يوسف حداد'],
    births: ['1980-02-19', '1979', '1975', '1976', '1977'],
    documents: ['AB1234567'],
  });
  expect(personIn({ ...object, extensions: {}, identity_class: 'organization' })).toBeUndefined();
});
