import { expect, test } from 'vitest';
import { directionOf, labelOf } from './name.ts';

test('A name on the drawing is one short line without signs that hide or turn', () => {
  expect(labelOf('abc\u202Etxt.exe\n<b>bold</b>')).toBe('abctxt.exe <b>bold</b>');
  expect([...labelOf('x'.repeat(10_000))].length).toBeLessThanOrEqual(49);
});

test('Names are written in the direction of their first letter', () => {
  expect(directionOf('كريم القرنبي')).toBe('rtl');
  expect(directionOf('2. דוד')).toBe('rtl');
  expect(directionOf('Karim كريم')).toBe('ltr');
});
