import i18next from 'i18next';
import { expect, test } from 'vitest';
import english from '../../../catalogue/en/record.ts';
import french from '../../../catalogue/fr/record.ts';
import { dateWords } from './date-words.ts';

const catalogues = i18next.createInstance();
await catalogues.init({
  lng: 'en',
  keySeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { record: english }, fr: { record: french } },
});
const said = (given: object, language = 'en'): string =>
  dateWords({ ...given }, catalogues.getFixedT(language, 'record'), language);

test('A date is said as exactly as it is known', () => {
  expect(said({ precision: 'exact', date: '1991-03-07' })).toBe('7 Mar 1991');
  expect(said({ precision: 'month', date: '1991-03' })).toBe('March 1991');
  expect(said({ precision: 'year', date: '1991' })).toBe('1991');
  expect(said({ precision: 'approximate', date: '1991' })).toBe('about 1991');
  expect(said({ precision: 'between', from: '1979', to: '1981' })).toBe('between 1979 and 1981');
  expect(said({ precision: 'between', from: '1979' })).toBe('not before 1979');
  expect(said({ precision: 'unknown', text: 'year of the flood' })).toBe('year of the flood');
});

test('French says it its own way', () => {
  expect(said({ precision: 'exact', date: '1991-03-07' }, 'fr')).toBe('7 mars 1991');
  expect(said({ precision: 'between', from: '1979', to: '1981' }, 'fr')).toBe('entre 1979 et 1981');
});

test('A date of another calendar is not turned into months of ours', () => {
  expect(said({ precision: 'month', date: '1411-09', calendar: 'islamic' })).toBe(
    '1411-09 (Islamic calendar)',
  );
});
