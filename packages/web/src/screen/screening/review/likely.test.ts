import { expect, test } from 'vitest';
import type { Candidate } from '@entente/contract/screening';
import { isOf, keyOf, likelyPairs, type Share } from './likely.ts';

const entry = (id: string, contributor: string, identity_class?: string) => ({
  object: { type: 'identity', id: `identity--${id}`, ...(identity_class && { identity_class }) },
  contributor,
  added: null,
  version: null,
});
const candidate = (id: string, contributor: string, probability: number): Candidate => ({
  entry: entry(id, contributor),
  name: id,
  probability,
  parts: [],
  leftAlone: [],
  rightAlone: [],
  particles: [],
  evidence: {},
});
const found = (own: string, name: string, ...candidates: Candidate[]) => ({
  own: entry(own, 'me'),
  asked: { name },
  candidates,
});

test('a pair is of two members, likely, and of two records', () => {
  const candidates = [
    candidate('mine', 'me', 0.9),
    candidate('faint', 'you', 0.4),
    candidate('a', 'you', 0.9),
    candidate('b', 'you', 0.8),
  ];
  expect(likelyPairs('me', [found('a', 'Karim', ...candidates)]).map(keyOf)).toEqual([
    'identity--a identity--b',
  ]);
});

test('a person and an organisation are no pair, a group and an organisation are', () => {
  const mine = { ...found('mine', 'Zafira Front'), own: entry('mine', 'me', 'group') };
  const candidates = ['individual', 'organization', undefined].map((identityClass) => ({
    ...candidate('x', 'you', 0.9),
    entry: entry(String(identityClass), 'you', identityClass),
  }));
  expect(likelyPairs('me', [{ ...mine, candidates }]).map(keyOf)).toEqual([
    'identity--mine identity--organization',
    'identity--mine identity--undefined',
  ]);
});

test('persons are looked at alone, or whatever is not said to be one', () => {
  const objects = ['individual', 'group', undefined].map((one) => entry('a', 'me', one).object);
  const share = (which: Share): boolean[] => objects.map((object) => isOf(which, object));
  expect(share('person')).toEqual([true, false, false]);
  expect(share('group')).toEqual([false, true, true]);
  expect(share('all')).toEqual([true, true, true]);
});

test('a pair that several names make is there once, by the likeliest; one’s own keep their order', () => {
  const pairs = likelyPairs('me', [
    found('new', 'Karim', candidate('b', 'you', 0.6), candidate('c', 'you', 0.7)),
    found('new', 'كريم', candidate('b', 'you', 0.9)),
    found('old', 'Samira', candidate('d', 'you', 0.95)),
  ]);
  expect(pairs.map(({ asked, candidate: { name } }) => [asked.name, name])).toEqual([
    ['كريم', 'b'],
    ['Karim', 'c'],
    ['Samira', 'd'],
  ]);
});
