import { expect, test } from 'vitest';
import type { Candidate, Screened } from '@entente/contract/screening';
import { resultsOf } from './found.ts';

const candidate = (id: string, probability: number): Candidate =>
  ({ entry: { object: { id, type: 'identity' } }, probability }) as Candidate;

const screened = (name: string, ...candidates: Candidate[]): Screened => ({ asked: { name }, candidates });

const newcomers = [
  { id: 'identity--1', line: 4, persons: [{ name: 'Nobody Known' }] },
  { id: 'identity--2', line: 5, persons: [{ name: 'Samira' }, { name: 'سميرة' }] },
  { id: 'identity--3', line: 6, persons: [{ name: 'Karim' }] },
];

const results = resultsOf(newcomers, [
  screened('Nobody Known'),
  screened('Samira', candidate('identity--8', 0.6), candidate('identity--9', 0.2)),
  screened('سميرة', candidate('identity--8', 0.95)),
  screened('Karim', candidate('identity--3', 0.99), candidate('identity--7', 0.97)),
]);

const seen = results.map(({ key, found }) => [
  key,
  ...found.map((one) => [one.candidate.entry.object.id, one.asked.name]),
]);

test('those with the likeliest candidates come first, and nobody is a candidate under the very same id', () => {
  expect(seen).toEqual([
    ['identity--3', ['identity--7', 'Karim']],
    ['identity--2', ['identity--8', 'سميرة']],
    ['identity--1'],
  ]);
});

test('each is shown by its first name, at its line', () => {
  expect(results.map(({ line, asked }) => [line, asked.name])).toEqual([
    [6, 'Karim'],
    [5, 'Samira'],
    [4, 'Nobody Known'],
  ]);
});
