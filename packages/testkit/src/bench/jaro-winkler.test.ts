import { expect, test } from 'vitest';
import { bestPairs, jaroWinkler } from './jaro-winkler.ts';

test('Words are as like as Winkler has them in his examples', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  expect(jaroWinkler('abc', 'xyz')).toBe(0);
});

test('Names are as like as their best pairs of words, in any order', () => {
  expect(bestPairs(['martha', 'dixon'], ['dixon', 'maria', 'martha'])).toBe(1);
  expect(bestPairs([], ['dixon'])).toBe(0);
});
