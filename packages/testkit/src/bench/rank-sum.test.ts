import { expect, test } from 'vitest';
import { rankSum } from './rank-sum.ts';

test('samples of the same values cannot be told apart, and constants neither', () => {
  const values = Array.from({ length: 100 }, (_none, index) => index);
  expect(rankSum(values, [...values].reverse())).toEqual({ exceeds: 0.5, z: 0 });
  expect(rankSum([1, 1], [1, 1])).toEqual({ exceeds: 0.5, z: 0 });
});

test('a sample that is larger throughout exceeds always, and far beyond chance', () => {
  const values = Array.from({ length: 100 }, (_none, index) => index);
  const { exceeds, z } = rankSum(
    values.map((value) => value + 100),
    values,
  );
  expect(exceeds).toBe(1);
  expect(z).toBeCloseTo(12.217, 3); // by hand: 5000 / sqrt(100 * 100 * 201 / 12)
});

test('ties count half', () => {
  expect(rankSum([2, 3], [1, 2])).toMatchObject({ exceeds: 0.875 });
});
