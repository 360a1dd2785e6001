/**
 * Prints what the same day of birth makes of names: of one person's, and of different persons' who were born on that day
 * (names-entities-dev.tsv); and by how much more a name that speaks against should weigh beside it, as the names of any
 * two persons have it.
 */
import { birthMeetings } from '../../packages/core/src/names/birth.ts';
import { compareNames } from '../../packages/core/src/names/compare.ts';
import { probabilityWith } from '../../packages/core/src/names/person.ts';
import { scripts as seven } from '../../packages/core/src/names/script.ts';
import { readPublicFigures } from '../../packages/testkit/src/bench/public-figures.ts';
import { fitLogistic } from './logistic.ts';

/** Pairs of names for each two persons born on one day and for each person, and pairs of any two persons. */
const [ofDay, ofPerson, ofAny] = [6, 10, 120_000];
/** Bits by which a name speaks against; beyond them hardly any is one person's, and those are of sounds that say little. */
const furthest = -4;
const evidence = { birth: { meeting: 'day', bits: birthMeetings.day } } as const;

interface Figure {
  birth: string;
  names: string[];
}

const figures = readPublicFigures().flatMap(({ birth, names }): Figure[] => {
  const within = names.flatMap(([name, script]) =>
    (seven as readonly string[]).includes(script) ? [name] : [],
  );
  return within.length === 0 ? [] : [{ birth, names: within }];
});

let seed = 7;
function pick<Item>(list: readonly Item[]): Item {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return list[Math.floor((seed / 2_147_483_648) * list.length)] as Item;
}

const byName = (one: Figure, other: Figure): number =>
  compareNames(pick(one.names), pick(other.names)).probability;
const times = (count: number, work: () => number[]): number[] => Array.from({ length: count }, work).flat();

const same = figures.flatMap((one) => {
  if (one.names.length < 2) return [];
  return times(ofPerson, () => {
    const [left, right] = [pick(one.names), pick(one.names)];
    return left === right ? [] : [compareNames(left, right).probability];
  });
});
const ofOneDay = new Map<string, Figure[]>();
for (const one of figures) {
  if (one.birth === '' || one.birth.endsWith('-01-01')) continue;
  ofOneDay.set(one.birth, [...(ofOneDay.get(one.birth) ?? []), one]);
}
const sameDay = [...ofOneDay.values()].flatMap((list) =>
  list.flatMap((one, at) => list.slice(at + 1).flatMap((other) => times(ofDay, () => [byName(one, other)]))),
);
const any = times(ofAny, () => {
  const [one, other] = [pick(figures), pick(figures)];
  return one === other ? [] : [byName(one, other)];
});

const share = (list: readonly number[], least: number): string =>
  (list.filter((value) => value >= least).length / list.length).toFixed(4).padStart(10);
const withDay = (probability: number): number => probabilityWith({ probability }, evidence);
function print(what: string, list: readonly number[]): void {
  const shares = [0.3, 0.7, 0.9].map((least) => share(list, least));
  process.stdout.write(`${what.padEnd(46)}${String(list.length).padStart(7)}${shares.join('')}\n`);
}

process.stdout.write(`${''.padEnd(46)}  pairs      ≥ .3      ≥ .7      ≥ .9\n`);
print('one person, by name', same);
print('one person, and the same day', same.map(withDay));
print('two persons born on one day, by name', sameDay);
print('two persons born on one day, and that day', sameDay.map(withDay));

const bits = (probability: number): number => Math.log2(probability / (1 - probability));
const against = [...same.map((value) => [bits(value), 1]), ...any.map((value) => [bits(value), 0])].filter(
  ([value = 0]) => value < 0 && value > furthest,
);
const { weights } = fitLogistic(
  against.map(([value = 0]) => [value]),
  against.map(([, truth = 0]) => truth),
);
const slope = (weights[0] ?? 0) / Math.LN2;
process.stdout.write(
  `A bit against by name, up to ${-furthest}, tells ${slope.toFixed(2)} where it is held against anybody.\n`,
);
