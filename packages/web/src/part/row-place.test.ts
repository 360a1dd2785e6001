import { expect, test } from 'vitest';
import { placeAfter } from './row-place.ts';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 0],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 7],
  ['PageUp', 3, 0],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['x', 5, undefined],
])('%s from row %i of ten leads to %s', (key, at, place) => {
  expect(placeAfter(key, at, 10, 4)).toBe(place);
});

test('among no rows no key leads anywhere', () => {
  expect(placeAfter('End', -1, 0, 4)).toBeUndefined();
});
