import type { Explanation } from '@entente/contract/label';
import { expect, test } from 'vitest';
import { labelHolds } from './label-holds.ts';

const said = (member: string, verdict: Explanation['verdict'], code = 'named'): Explanation => ({
  member,
  verdict,
  reasons: [{ code: code as 'named' }],
});

test('The label holds where the same members see the version as would under what is written', () => {
  const held = [said('france', 'yes'), said('jordan', 'no', 'not-named')];
  expect(labelHolds(held, held)).toBe(true);
});

test('It does not where somebody would gain or lose', () => {
  const held = [said('france', 'no', 'not-named')];
  expect(labelHolds(held, [said('france', 'yes')])).toBe(false);
  expect(labelHolds([said('france', 'yes')], [said('france', 'no', 'not-named')])).toBe(false);
});

test('Where an end is closed it cannot be told, and is taken not to hold', () => {
  expect(labelHolds([said('france', 'no', 'end-closed')], [said('france', 'yes')])).toBe(false);
});
