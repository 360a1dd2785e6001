import { expect, test } from 'vitest';
import { distance, isNear } from './clock.ts';

const now = Date.parse('2017-05-25T12:00:00Z');

test('A date is told by the largest unit that is whole, before and after it, in both languages', () => {
  expect(distance('2017-05-28T13:00:00Z', now, 'en')).toBe('in 3 days');
  expect(distance('2017-05-25T16:30:00Z', now, 'en')).toBe('in 4 hours');
  expect(distance('2017-05-25T12:00:30Z', now, 'en')).toBe('in 0 minutes');
  expect(distance('2017-05-23T12:00:00Z', now, 'en')).toBe('2 days ago');
  expect(distance('2017-05-23T12:00:00Z', now, 'fr')).toBe('il y a 2 jours');
});

test('A date is near within a day of it, and after it', () => {
  expect(isNear('2017-05-26T13:00:00Z', now)).toBe(false);
  expect(isNear('2017-05-26T11:00:00Z', now)).toBe(true);
  expect(isNear('2017-05-20T11:00:00Z', now)).toBe(true);
});
