import { expect, test } from 'vitest';
import { personExtensionId } from '../extension/identifiers.ts';
import { askedFor } from './asked.ts';

const person = (details: object) => ({
  type: 'identity',
  id: 'identity--1',
  name: 'Karim Benali',
  extensions: { [personExtensionId]: details },
});

test('an object is asked for by the first name of each script', () => {
  const names = ['Karim Ben Ali', 'كريم', 'Карим', 'قريم', 'Καρίμ'].map((full) => ({ full }));
  expect(askedFor(person({ names })).map(({ name }) => name)).toEqual(['Karim Benali', 'كريم', 'Карим']);
});

test('scripts that are read through their Latin letters are asked for once', () => {
  const names = ['林浩然', 'はやし'].map((full) => ({ full }));
  expect(askedFor(person({ names })).map(({ name }) => name)).toEqual(['Karim Benali', '林浩然']);
});

test('with the first birth date that is one, the first nationality and the first number', () => {
  const details = {
    birth_dates: [
      { precision: 'unknown', text: '?' },
      { precision: 'exact', date: '1400-01-01', calendar: 'hijri' },
      { precision: 'exact', date: '1991-02-30' },
      { precision: 'year', date: '1991' },
    ],
    nationalities: [{ text: 'Belgian' }, { code: 'BE' }],
    documents: [{ type: 'passport' }, { number: 'X 1' }],
  };
  expect(askedFor(person(details))).toEqual([
    { name: 'Karim Benali', born: '1991', nationality: 'BE', document: 'X 1' },
  ]);
});

test('what has no letters of a name is not asked for, and what is no list holds nothing', () => {
  expect(askedFor({ type: 'identity', id: 'identity--1', name: ' 1 ', aliases: 'Karim' })).toEqual([]);
});
