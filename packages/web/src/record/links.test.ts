import { expect, test } from 'vitest';
import { linkGroups, mayBeSame, otherEnd, type Neighbour } from './links.ts';

const me = 'identity--a';
const neighbour = (object: object, properties: string[]): Neighbour => ({
  properties,
  entry: {
    object: { type: 'x', id: 'x--1', ...object },
    contributor: null,
    added: null,
    version: null,
  },
  others: [],
});
const from = neighbour(
  { type: 'relationship', relationship_type: 'located-at', source_ref: me, target_ref: 'location--p' },
  ['source_ref'],
);
const to = neighbour(
  { type: 'relationship', relationship_type: 'located-at', source_ref: 'identity--b', target_ref: me },
  ['target_ref'],
);
const report = neighbour({ type: 'report' }, ['object_refs.[0]']);
const mentioned = neighbour({ type: 'location' }, []);

test('Relationships are grouped by kind and direction, other objects by type; relationships come first', () => {
  const groups = linkGroups(me, [mentioned, report, to, from, report]);
  expect(groups.map(({ way, kind, links }) => [way, kind, links.length])).toEqual([
    ['from', 'located-at', 1],
    ['to', 'located-at', 1],
    ['mentioned-by', 'report', 2],
    ['mentions', 'location', 1],
  ]);
});

test('The other end is the one that is not asked for', () => {
  expect(otherEnd(me, from)).toBe('location--p');
  expect(otherEnd(me, to)).toBe('identity--b');
  expect(otherEnd(me, report)).toBeUndefined();
});

test('Only two different objects of one type may be the same', () => {
  expect(mayBeSame('identity--a', 'identity--b')).toBe(true);
  expect(mayBeSame('identity--a', 'identity--a')).toBe(false);
  expect(mayBeSame('identity--a', 'location--b')).toBe(false);
});
