import { expect, test } from 'vitest';
import { withinSince, type Stay } from './roster.ts';

const open = Number.POSITIVE_INFINITY;
const stay = (community: string, entry: string, entered: number, left = open): Stay => ({
  community,
  entry,
  entered,
  left,
});

test('A member is within since it entered; having left and come again, since it came again', () => {
  expect(withinSince([stay('circle', 'm', 5)], 'm', 'circle')).toBe(5);
  expect(withinSince([stay('circle', 'm', 1, 3), stay('circle', 'm', 5)], 'm', 'circle')).toBe(5);
  expect(withinSince([stay('circle', 'm', 1, 3)], 'm', 'circle')).toBeUndefined();
});

test('Through a nested community it is within while all of the way holds', () => {
  const nested = [stay('circle', 'inner', 2), stay('inner', 'm', 7)];
  expect(withinSince(nested, 'm', 'circle')).toBe(7);
  expect(withinSince([stay('circle', 'inner', 9), stay('inner', 'm', 7)], 'm', 'circle')).toBe(9);
});

test('Ways that follow one another without a break count as one', () => {
  const both = [stay('circle', 'inner', 1), stay('inner', 'm', 2, 6), stay('circle', 'm', 4)];
  expect(withinSince(both, 'm', 'circle')).toBe(2);
  const gap = [stay('circle', 'inner', 1), stay('inner', 'm', 2, 6), stay('circle', 'm', 8)];
  expect(withinSince(gap, 'm', 'circle')).toBe(8);
});
