import { expect, test } from 'vitest';
import type { Candidate } from '@entente/contract/screening';
import { saidOf } from './said.ts';
import { likelihoodOf, percentOf } from './probability.ts';

const object = { type: 'identity', id: 'identity--1' };
const bare: Candidate = {
  entry: { object, contributor: null, added: null, version: null },
  name: 'Karim Karnabi',
  probability: 0.8,
  parts: [{ left: 'karim', right: 'karim', how: 'same', likeness: 1, bits: 9 }],
  leftAlone: [],
  rightAlone: [],
  particles: [],
  evidence: { start: -3, first: 4 },
};

test('of the name it is said how many parts that were asked for are matched', () => {
  expect(saidOf({ name: 'Karim' }, bare)).toEqual([{ what: 'name', tone: 'for', matched: 1, asked: 1 }]);
});

test('particles are no parts that are counted, nor do they contradict', () => {
  const particles = ['el', 'al'];
  const missing = { ...bare, particles, leftAlone: ['el'], rightAlone: ['al'], evidence: { near: -1 } };
  expect(saidOf({ name: 'Karim El' }, missing)).toMatchObject([{ what: 'name', matched: 1, asked: 1 }]);
  const part = { left: 'el', right: 'al', how: 'sound', likeness: 0.9, bits: 1 } as const;
  const found = { ...bare, particles, parts: [...bare.parts, part], leftAlone: ['haddad'] };
  expect(saidOf({ name: 'Karim El Haddad' }, found)).toMatchObject([{ matched: 1, asked: 2 }]);
});

test('names contradict each other where both have a part that the other lacks, and these are unlike', () => {
  const alone = { ...bare, leftAlone: ['haddad'], rightAlone: ['karnabi'] };
  const against = { ...alone, evidence: { start: -3, first: 4, near: -4 } };
  expect(saidOf({ name: 'Karim Haddad' }, against)).toEqual([
    { what: 'contradicts', tone: 'against', matched: 1, asked: 2 },
  ]);
  expect(saidOf({ name: 'Karim Haddad' }, alone)).toMatchObject([{ what: 'name' }]);
});

test('what was asked for and is not known there speaks neither for nor against', () => {
  const asked = { name: 'Karim', born: '1991', nationality: 'BE', document: 'X 1' };
  expect(saidOf(asked, bare).slice(1)).toEqual(
    ['birth.none', 'nationality.none', 'document.none'].map((what) => ({ what, tone: 'neither' })),
  );
  const known = { ...bare, birth: 'day' as const, evidence: { birth: 9, nationality: -1, document: 12 } };
  expect(saidOf(asked, known).slice(1)).toEqual([
    { what: 'birth', tone: 'strongly-for', meeting: 'day' },
    { what: 'nationality.other', tone: 'against' },
    { what: 'document.same', tone: 'strongly-for' },
  ]);
});

test('a likelihood is never said to be 0 or 100 %', () => {
  expect([0.9999, 0.97, 0.001].map(percentOf)).toEqual([
    { bound: 'over', share: 0.99 },
    { bound: 'about', share: 0.97 },
    { bound: 'under', share: 0.01 },
  ]);
  expect([0.95, 0.75, 0.5, 0.1].map(likelihoodOf)).toEqual(['very-likely', 'likely', 'possible', 'unlikely']);
});
