import { expect, test } from 'vitest';
import { cellOf, csvOf } from './csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula any more', (value) => {
  expect(cellOf(value).replace(/^"/, '')).toMatch(/^'/);
});

test('commas, quotation marks and line ends stay within their cell', () => {
  expect(cellOf('Benali, "Karim"\nX')).toBe('"Benali, ""Karim""\nX"');
  expect(cellOf('كريم')).toBe('كريم');
});

test('a file begins with whose it is', () => {
  expect(csvOf('From Belgium', ['a', 'b'], [['1', '=2']])).toBe("\u{feff}From Belgium\r\na,b\r\n1,'=2\r\n");
});
