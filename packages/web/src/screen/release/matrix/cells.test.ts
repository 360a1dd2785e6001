import type { Explanation } from '@entente/contract/label';
import { expect, test } from 'vitest';
import { cellOf, columnsOf, folded } from './cells.ts';

const portion = {
  kind: 'portion',
  selectors: ['description'],
  open: 'no',
  reasons: [{ code: 'not-named' }],
} as const;
const reference = {
  kind: 'reference',
  target: 'tool--1',
  open: 'depends-on-others',
  reasons: [{ code: 'others-ground' }],
} as const;
const explained = (member: string, rest: object): Explanation =>
  ({ member, verdict: 'yes', reasons: [], ...rest }) as Explanation;

test('There is a column for each part that somebody may not have, portions first', () => {
  const items = [explained('a', { parts: [reference, portion] }), explained('b', { parts: [portion] })];
  expect(columnsOf(items).map(({ key }) => key)).toEqual(['portion description', 'reference tool--1']);
});

test('A part that is not told of is open to who has the object, and nothing to who has not', () => {
  const [column] = columnsOf([explained('a', { parts: [portion] })]);
  expect(cellOf(explained('a', { parts: [portion] }), column)).toEqual({
    verdict: 'no',
    reasons: [{ code: 'not-named' }],
  });
  expect(cellOf(explained('b', {}), column).verdict).toBe('yes');
  expect(cellOf(explained('c', { verdict: 'no' }), column).verdict).toBe('nothing');
  expect(cellOf(explained('c', { verdict: 'no' })).verdict).toBe('no');
});

test('Names are found without their accents', () => {
  expect(folded('Türkiye')).toBe('turkiye');
});
