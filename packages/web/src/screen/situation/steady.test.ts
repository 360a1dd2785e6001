import { expect, test } from 'vitest';
import { periodOf, sinceOf } from './period.ts';
import { steadyList } from './steady.ts';

const entry = (id: string) => ({ object: { id }, added: null });
const list = (ids: string) => [...ids].map(entry);
const idsOf = (items: readonly { object: { id: string } }[]): string =>
  items.map(({ object }) => object.id).join('');

test('What comes new waits, and what is on the screen stays where it is', () => {
  const { shown, waiting } = steadyList(['a', 'b', 'c'], list('xyabc'), 3);
  expect([idsOf(shown), waiting]).toEqual(['abc', 2]);
});

test('What left the view is gone at once', () => {
  const { shown, waiting } = steadyList(['a', 'b', 'c'], list('ac'), 3);
  expect([idsOf(shown), waiting]).toEqual(['ac', 0]);
});

test('What lies behind the end of the list is no news', () => {
  const { waiting } = steadyList(['a', 'b'], list('abcd'), 2);
  expect(waiting).toBe(0);
});

test('On the first visit there is none before it: a week is shown', () => {
  expect(periodOf(undefined, null)).toBe('week');
  expect(periodOf('visit', null)).toBe('week');
  expect(periodOf(undefined, '2017-05-25T00:00:00Z')).toBe('visit');
  expect(periodOf('month', null)).toBe('month');
});

test('Days are counted back from the whole hour, so that the question stays the same', () => {
  const noon = Date.UTC(2017, 4, 25, 12);
  expect(sinceOf('day', null, noon + 1234)).toBe('2017-05-24T12:00:00.000Z');
  expect(sinceOf('day', null, noon + 1234)).toBe(sinceOf('day', null, noon + 59_000));
  expect(sinceOf('visit', '2017-05-20T00:00:00Z', noon)).toBe('2017-05-20T00:00:00Z');
});
