/**
 * Learns forms of one given name that are not alike: where all other parts of two names of one person match, what is
 * left over on either side is the same part. Kept where several persons have it.
 */
import { likeness } from '../../packages/core/src/names/likeness.ts';
import type { Token } from '../../packages/core/src/names/normalise.ts';
import { writeTable } from './table.ts';
import { readPersons } from './training.ts';

const fewest = 3;
const alike = 0.6;
const unlike = 0.45;

const holders = new Map<string, Set<string>>();
for (const { id, names } of readPersons()) {
  for (const [index, one] of names.entries()) {
    for (const two of names.slice(index + 1)) {
      const pair = leftOver(one, two);
      if (pair === undefined) continue;
      const key = pair
        .map(({ script, sounds }) => `${script}:${sounds}`)
        .sort()
        .join('=');
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

const kept = [...holders]
  .filter(([, found]) => found.size >= fewest)
  .map(([key]) => key)
  .sort();
writeTable(
  'variants',
  `export const variants =
  ${JSON.stringify(kept.join(' '))};`,
);
process.stderr.write(`${kept.length} pairs of forms\n`);
