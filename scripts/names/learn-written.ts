/**
 * Learns how whole names are written in another script where no rule of sounds makes them alike: عيسى is Isa, and משה is
 * Moshe, whatever their letters usually stand for. Kept is what several persons have so, as a fair share of all who have
 * either name.
 */
import { likeness } from '../../packages/core/src/names/likeness.ts';
import { keyOf } from '../../packages/core/src/names/variants.ts';
import { wordPairs, type WordPair } from './training.ts';
import { writeTable } from './table.ts';

const fewest = 3;
/** Of those that have the one name or the other, whichever share is larger, and of the rest. */
const leastShare = { larger: 0.12, smaller: 0.004 } as const;
/** What is less alike than chance has it was not put beside it for its sounds; what is as alike as this needs no table. */
const alike = { least: 0, enough: 0.7 } as const;

const pairs = wordPairs();
const totals = new Map<string, number>();
for (const { left, right, count } of pairs) {
  for (const [token, script] of [
    [left, right.script],
    [right, left.script],
  ] as const) {
    const key = `${keyOf(token)} ${script}`;
    totals.set(key, (totals.get(key) ?? 0) + count);
  }
}

function isKept({ left, right, count }: WordPair): boolean {
  if (count < fewest) return false;
  const shares = [
    count / (totals.get(`${keyOf(left)} ${right.script}`) ?? count),
    count / (totals.get(`${keyOf(right)} ${left.script}`) ?? count),
  ];
  if (Math.max(...shares) < leastShare.larger || Math.min(...shares) < leastShare.smaller) return false;
  const found = likeness(left, right);
  return found >= alike.least && found < alike.enough;
}

const kept = pairs
  .filter(isKept)
  .map(({ left, right }) => `${keyOf(left)}=${keyOf(right)}`)
  .sort();
writeTable(
  'written',
  `/** Pairs of tokens of two scripts that are one name. */
export const written =
  ${JSON.stringify(kept.join(' '))};`,
);
process.stderr.write(`${kept.length} pairs of names as they are written, of ${pairs.length}\n`);
