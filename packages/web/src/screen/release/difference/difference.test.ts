import type { Explanation } from '@entente/contract/label';
import { expect, test } from 'vitest';
import { differenceOf, isNoDifference } from './difference.ts';

const explained = (member: string, verdict: Explanation['verdict'], rest: object = {}): Explanation =>
  ({ member, verdict, reasons: [], ...rest }) as Explanation;
const between = (before: Explanation, after: Explanation) =>
  differenceOf([{ before: [before], after: [after] }]);
const changeOf = (before: Explanation['verdict'], after: Explanation['verdict']) =>
  Object.entries(between(explained('a', before), explained('a', after)).changed)
    .filter(([, members]) => members.size > 0)
    .map(([change]) => change);

test('Who had nothing gains, who has nothing then loses; what depends on others may be so', () => {
  expect(changeOf('no', 'yes')).toEqual(['gains']);
  expect(changeOf('yes', 'no')).toEqual(['loses']);
  expect(changeOf('no', 'depends-on-others')).toEqual(['may-gain']);
  expect(changeOf('depends-on-others', 'yes')).toEqual(['may-gain']);
  expect(changeOf('yes', 'depends-on-others')).toEqual(['may-lose']);
  expect(changeOf('depends-on-others', 'no')).toEqual(['may-lose']);
  expect(changeOf('yes', 'yes')).toEqual([]);
});

test('Who loses the object loses the ways to it', () => {
  const { cuts } = between(
    explained('a', 'yes', { from: [{ object: 'report--1', open: 'yes' }] }),
    explained('a', 'no', { from: [] }),
  );
  expect(cuts).toEqual([{ key: 'from report--1', kind: 'from', subject: 'report--1', members: ['a'] }]);
});

test('Who gains it is told of without what is closed to it; who had it before is not', () => {
  const parts = [{ kind: 'reference', target: 'tool--1', open: 'no', reasons: [] }];
  expect(between(explained('a', 'no'), explained('a', 'yes', { parts })).cuts.map(({ key }) => key)).toEqual([
    'reference tool--1',
  ]);
  expect(isNoDifference(between(explained('a', 'yes'), explained('a', 'yes', { parts })))).toBe(true);
});

test('Of many objects it is counted for how many a member gains', () => {
  const pair = { before: [explained('a', 'no')], after: [explained('a', 'yes')] };
  expect(differenceOf([pair, pair]).changed.gains).toEqual(new Map([['a', 2]]));
});
