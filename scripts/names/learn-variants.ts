/**
 * Learns forms of one given name that are not alike. Where all other parts of two names of one person match, what is left
 * over on either side is the same part: kept where several persons have it. Short forms are known (`short-forms.txt`);
 * how each is written in another script is learnt from persons whose names have it at the same place.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { likeness } from '../../packages/core/src/names/likeness.ts';
import { keyOf } from '../../packages/core/src/names/variants.ts';
import { tokensOf, type Token } from '../../packages/core/src/names/normalise.ts';
import { writeTable } from './table.ts';
import { readPersons, readTokenPairs } from './training.ts';

const fewest = 3;
const alike = 0.6;
const unlike = 0.45;
/** A form in another script is kept where such a share of the persons with any have it. */
const leastShare = 0.25;

const persons = readPersons();

const holders = new Map<string, Set<string>>();
for (const { id, names } of persons) {
  for (const [index, one] of names.entries()) {
    for (const two of names.slice(index + 1)) {
      const pair = leftOver(one, two);
      if (pair === undefined) continue;
      const key = pair.map(keyOf).sort().join('=');
      const found = holders.get(key) ?? new Set();
      holders.set(key, found.add(id));
    }
  }
}

function leftOver(one: readonly Token[], two: readonly Token[]): [Token, Token] | undefined {
  if (one.length !== two.length || one.length < 2) return undefined;
  const pairs = one.map((token, place): [Token, Token] => [token, two[place] as Token]);
  const apart = pairs.filter(
    ([left, right]) => left.sounds !== right.sounds && likeness(left, right) < alike,
  );
  const [pair] = apart;
  return apart.length === 1 && pair !== undefined && likeness(...pair) < unlike ? pair : undefined;
}

const pairs = [...holders].filter(([, found]) => found.size >= fewest).map(([key]) => key);

/** By token of short forms and script, what stands for it there, with how many persons have it so. */
const written = new Map<string, Map<string, number>>();
const groups = readFileSync(join(import.meta.dirname, 'short-forms.txt'), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => (line.startsWith('#') ? [] : [tokensOf(line)]));
const wanted = new Set(groups.flat().map(keyOf));
for (const { names } of persons) {
  const found = new Set<string>();
  for (const one of names) {
    for (const two of names) {
      if (one.length !== two.length) continue;
      for (const [place, token] of one.entries()) note(token, two[place] as Token, found);
    }
  }
}
for (const language of ['ar', 'ru'] as const) {
  for (const [one, two] of readTokenPairs(language)) note(one, two, new Set());
}

/** @param found what was noted of a person already */
function note(one: Token, two: Token, found: Set<string>): void {
  const pair = `${keyOf(one)}=${keyOf(two)}`;
  if (one.script === two.script || !wanted.has(keyOf(one)) || found.has(pair)) return;
  if (likeness(one, two) < alike) return;
  found.add(pair);
  const place = `${keyOf(one)} ${two.script}`;
  const counts = written.get(place) ?? new Map<string, number>();
  written.set(place, counts.set(keyOf(two), (counts.get(keyOf(two)) ?? 0) + 1));
}

function inOtherScripts(token: Token): string[] {
  const places = [...written].filter(([place]) => place.startsWith(`${keyOf(token)} `));
  return places.flatMap(([, counts]) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [...counts].flatMap(([key, count]) => (count >= all * leastShare ? [key] : []));
  });
}

const sets = groups.map((tokens) =>
  [...new Set(tokens.flatMap((token) => [keyOf(token), ...inOtherScripts(token)]))].sort().join('='),
);
const kept = [...pairs, ...sets].sort();
writeTable(
  'variants',
  `/** Sets of forms of one given name. What is short for what was written by hand (scripts/names/short-forms.txt). */
export const variants =
  ${JSON.stringify(kept.join(' '))};`,
);
process.stderr.write(`${pairs.length} pairs of forms, ${sets.length} sets of short forms\n`);
