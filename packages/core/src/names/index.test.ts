import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compareNames } from './compare.ts';
import { NameIndex } from './index.ts';
import { Lists } from './lists.ts';

const written = readFileSync(join(import.meta.dirname, '../../../../interop/names/pairs.tsv'), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => line.split('\t').slice(1, 3))
  .filter((name) => name !== '');
const parts = [...new Set(written.flatMap((name) => name.split(' ')))];

/** Names as they are written, and others of the same parts. */
const names = fc.oneof(
  fc.constantFrom(...written),
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((some) => some.join(' ')),
);
const lists = fc.array(names, { minLength: 1, maxLength: 40 });

function indexOf(list: readonly string[]): NameIndex<number> {
  const index = new NameIndex<number>();
  for (const [item, name] of list.entries()) index.add(item, name);
  return index;
}

test('A name that is in finds itself first', () => {
  fc.assert(
    fc.property(lists, fc.nat(), (list, at) => {
      const name = list[at % list.length] as string;
      const [first] = indexOf(list).lookUp(name, 3);
      expect(list[first?.item ?? -1]?.toLowerCase()).toBe(name.toLowerCase());
    }),
    { numRuns: 100 },
  );
});

test('Whoever compares all names one by one finds the same likely ones', () => {
  fc.assert(
    fc.property(lists, names, (list, name) => {
      const likely = list.flatMap((other, item) => {
        const { probability } = compareNames(name, other);
        return probability >= 0.9 ? [[item, probability] as const] : [];
      });
      const found = indexOf(list).lookUp(name, list.length);
      const byItem = new Map(found.map(({ item, comparison }) => [item, comparison.probability]));
      for (const [item, probability] of likely) expect(byItem.get(item)).toBe(probability);
    }),
    { numRuns: 100 },
  );
});

test('What is taken out is not found, and the rest as if it had never been in', () => {
  fc.assert(
    fc.property(lists, names, fc.func(fc.boolean()), (list, name, isGone) => {
      const index = indexOf(list);
      const fewer = new NameIndex<number>();
      for (const [item, other] of list.entries()) {
        if (isGone(item)) index.remove([item]);
        else fewer.add(item, other);
      }
      expect(index.size).toBe(fewer.size);
      expect(toldBy(index, name)).toEqual(toldBy(fewer, name));
    }),
    { numRuns: 60 },
  );
});

/** All that an answer says. */
const toldBy = (index: NameIndex<number>, name: string): unknown[] =>
  index.lookUp(name, 5).map(({ item, name: own, comparison }) => [item, own, comparison.probability]);

test('An answer hangs neither on the order in which names came nor on names that are gone', () => {
  // Many names that are alike, so that cuts are made among them.
  const many = Array.from({ length: 9000 }, (_none, at): [number, string] => [
    at,
    `${String(['Yusuf', 'Youssef', 'Iosif'][at % 3])} Haddad ${String(parts[at % parts.length])}`,
  ]);
  const index = new NameIndex<number>();
  for (const [item, name] of many) index.add(item, name);
  const other = new NameIndex<number>();
  for (let at = 0; at < 6000; at += 1)
    other.add(-1 - at, `Yusef Hadad ${String(parts[(at * 7) % parts.length])}b`);
  for (const [item, name] of many.toReversed()) other.add(item, name);
  for (let at = 0; at < 6000; at += 1) other.remove([-1 - at]);
  for (const name of ['Yusuf Haddad', 'Yusuf', 'يوسف حداد', 'Haddad, Ben', 'Youssef Haddad Orlov'])
    expect(toldBy(other, name)).toEqual(toldBy(index, name));
});

test('Of a name that is taken out nothing is left in memory', () => {
  const index = new NameIndex<number>();
  index.add(1, 'Yusuf Haddad');
  index.add(2, 'Zebedaios Qwrtzel');
  index.lookUp('Zebedaios Qwrtzel', 3);
  index.remove([2]);
  expect(inspect(index, { depth: Infinity, maxArrayLength: Infinity, showHidden: true })).not.toMatch(
    /zebed|qwrtz/i,
  );
  expect([...index.namesOf(1)]).toEqual(['Yusuf Haddad']);
  expect(index.namesOf(2).size).toBe(0);
});

test('Names of any length are looked up by what they begin with', () => {
  const long = ['x'.repeat(50_000), 'Yusuf Haddad '.repeat(4000), 'محمد'.repeat(9000), '🜚'.repeat(30_000)];
  const index = indexOf(['Yusuf Haddad', ...long]);
  for (const name of long.slice(0, 3)) {
    const [first] = index.lookUp(name, 3);
    expect(first?.comparison.probability).toBeGreaterThan(0.5);
  }
  expect(compareNames(long[0] as string, long[0] as string).probability).toBeLessThan(1);
});

test('Names that are gone are cleared away, and what is left is found', () => {
  const index = new NameIndex<string>();
  for (let number = 0; number < 2500; number += 1) index.add(`person ${number}`, `Yusuf Haddad ${number}`);
  for (let number = 1; number < 2500; number += 1) index.remove([`person ${number}`]);
  expect(index.size).toBe(1);
  expect(index.lookUp('يوسف حداد', 3).map(({ item }) => item)).toEqual(['person 0']);
});

test('Names of an item are taken out in steps that grow with how many they are, not with the square', () => {
  const steps = (count: number): number => {
    const index = new NameIndex<number>();
    // Parts that all have, and parts that one has alone but that sound like the others'.
    for (let at = 0; at < count; at += 1) index.add(1, `Abu Yusuf Karim${'aeiou'[at % 5]}${at.toString(26)}`);
    const lengths = vi.spyOn(Lists.prototype, 'lengthOf');
    index.remove([1]);
    const seen = lengths.mock.results.reduce((sum, { value }) => sum + (value as number), 0);
    lengths.mockRestore();
    expect(index.size).toBe(0);
    return seen;
  };
  expect(steps(2000)).toBeLessThan(3 * steps(1000));
});

/** Names that have either part of one, with some other. */
function manyWith(name: string): string[] {
  const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'ti', 'vo', 'zu', 'bar', 'den', 'fil'];
  const others = syllables.flatMap((one) =>
    syllables.flatMap((two) => syllables.map((last) => one + two + last)),
  );
  const [given = '', family = ''] = name.split(' ');
  return others.map((other, at) => (at % 2 === 0 ? `${given} ${other}` : `${other} ${family}`));
}

test('A name is found among many that share a part with it, where the other has letters that are not heard', () => {
  for (const [asked, hidden] of [
    ['Félix Taillard', 'Феликс Тайяр'],
    ['Bernard Gaubault', 'برنارد غوبو'],
    ['Didier Marsot', 'Ντιντιέ Μαρσό'],
    ['Йонас Штойбер', 'Jonas Štoiberis'],
  ] as const) {
    const [first] = indexOf([...manyWith(asked), hidden]).lookUp(asked, 10);
    expect(first?.name).toBe(hidden);
  }
});

test('Whoever is known by one word alone is found among many that have it with another', () => {
  for (const alone of ['Haddad', 'Y. Haddad']) {
    const found = indexOf([...manyWith('Yusuf Haddad'), alone]).lookUp('Yusuf Haddad', 10);
    expect(found.map(({ name }) => name)).toContain(alone);
  }
});

test('An item is found once, by the likest of its names, in whatever script it is asked for', () => {
  const index = new NameIndex<string>();
  for (const name of ['Mohamed Belkacem', 'محمد بلقاسم', 'Abu Yunus']) index.add('one', name);
  index.add('other', 'Mohamed Belhadj');
  const asked = ['Muhammad Balqasim', 'محمد بلقاسم', 'Мухаммад Балкасим', 'Belkacem, Mohammed'];
  for (const name of asked) {
    const hits = index.lookUp(name, 5);
    expect(hits.filter(({ item }) => item === 'one')).toHaveLength(1);
    expect(hits[0]).toMatchObject({ item: 'one' });
    expect(hits[0]?.comparison.probability).toBeGreaterThan(0.5);
  }
});

test('A name without letters finds nothing, and is found by nothing', () => {
  const index = indexOf(['', '12', 'Yusuf Haddad']);
  expect(index.lookUp('77', 5)).toEqual([]);
  expect(index.lookUp('Yusuf Haddad', 5).map(({ item }) => item)).toEqual([2]);
});
