import { expect, test } from 'vitest';
import { placeAfter } from './grid-place.ts';

const size = { rows: 12, columns: 3 };

test('Arrows lead from cell to cell and stop at the rim', () => {
  expect(placeAfter('ArrowDown', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(placeAfter('ArrowLeft', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter('PageDown', { row: 5, column: 2 }, size)).toEqual({ row: 11, column: 2 });
  expect(placeAfter('End', { row: 5, column: 0 }, size)).toEqual({ row: 5, column: 2 });
});

test('Other keys are left alone', () => {
  expect(placeAfter('Tab', { row: 0, column: 0 }, size)).toBeUndefined();
});
