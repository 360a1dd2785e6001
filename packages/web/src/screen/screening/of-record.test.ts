import { expect, test } from 'vitest';
import { personExtensionId } from '@entente/contract/stix';
import { askedFor } from './of-record.ts';

const person = (details: object) => ({
  type: 'identity',
  id: 'identity--1',
  name: 'Karim Benali',
  extensions: { [personExtensionId]: details },
});

test('a record is asked for by the first name of each script', () => {
  const names = ['Karim Ben Ali', 'كريم', 'Карим', 'قريم', 'Καρίμ'].map((full) => ({ full }));
  expect(askedFor(person({ names })).map(({ name }) => name)).toEqual(['Karim Benali', 'كريم', 'Карим']);
});

test('with the first birth date that is one, the first nationality and the first number', () => {
  const details = {
    birth_dates: [
      { precision: 'unknown', text: '?' },
      { precision: 'year', date: '1991' },
    ],
    nationalities: [{ text: 'Belgian' }, { code: 'BE' }],
    documents: [{ type: 'passport' }, { number: 'X 1' }],
  };
  expect(askedFor(person(details))).toEqual([
    { name: 'Karim Benali', born: '1991', nationality: 'BE', document: 'X 1' },
  ]);
});

test('what has no letters of a name is not asked for', () => {
  expect(askedFor({ type: 'identity', id: 'identity--1', name: ' 1 ' })).toEqual([]);
});
