import { expect, test } from 'vitest';
import { dateOf, spanOf } from './date.ts';

test.each([
  ['1980-03-12', '1980-03-12'],
  ['1980-03-12 00:00:00', '1980-03-12'],
  ['12/03/1980', '1980-03-12'],
  ['12.3.1980', '1980-03-12'],
  ['19800312', '1980-03-12'],
  ['12 March 1980', '1980-03-12'],
  ['12-Mar-1980', '1980-03-12'],
  ['March 12, 1980', '1980-03-12'],
  ['1er août 1980', '1980-08-01'],
  ['12 févr. 1980', '1980-02-12'],
  ['29/02/1980', '1980-02-29'],
])('the whole date %s is a day', (written, date) => {
  expect(dateOf(written, 'day-month')).toEqual({ precision: 'exact', date });
});

test.each([
  ['1980', 'year', '1980'],
  ['00/00/1980', 'year', '1980'],
  ['1980-00-00', 'year', '1980'],
  ['03/1980', 'month', '1980-03'],
  ['1980-03', 'month', '1980-03'],
  ['mars 1980', 'month', '1980-03'],
  ['00.03.1980', 'month', '1980-03'],
])('the partial date %s is as fine as it is known', (written, precision, date) => {
  expect(dateOf(written, 'day-month')).toEqual({ precision, date });
});

test('what can be read in two ways goes by the order that was chosen; what in one only, by itself', () => {
  expect(dateOf('03/04/1990', 'day-month').date).toBe('1990-04-03');
  expect(dateOf('03/04/1990', 'month-day').date).toBe('1990-03-04');
  expect(dateOf('25/04/1990', 'month-day').date).toBe('1990-04-25');
});

test.each(['c. 1980', 'circa 1980', 'vers 1980', 'env. 1980', '~1980', 'Approximately 1980'])(
  '%s is approximate, and keeps its words',
  (text) => {
    expect(dateOf(text, 'day-month')).toEqual({ precision: 'approximate', date: '1980', text });
  },
);

test.each(['1979-1981', '1979 - 1981', 'between 1979 and 1981', 'entre 1979 et 1981', 'de 1979 à 1981'])(
  '%s is a span',
  (text) => {
    expect(dateOf(text, 'day-month')).toEqual({ precision: 'between', from: '1979', to: '1981', text });
  },
);

test.each(['12/03/80', '31/02/1980', '1981-1979', 'unknown', '13/13/1980', '1980-13-01'])(
  '%s is read as no date, and keeps its words',
  (text) => {
    expect(dateOf(text, 'day-month')).toEqual({ precision: 'unknown', text });
  },
);

test('the span of a partial date is from its first day to its last', () => {
  expect(spanOf({ precision: 'month', date: '1980-02' })).toEqual({
    start: '1980-02-01T00:00:00Z',
    end: '1980-02-29T23:59:59Z',
  });
  expect(spanOf({ precision: 'between', from: '1979', to: '1981' })).toEqual({
    start: '1979-01-01T00:00:00Z',
    end: '1981-12-31T23:59:59Z',
  });
  expect(spanOf({ precision: 'unknown', text: 'spring' })).toBeUndefined();
});
