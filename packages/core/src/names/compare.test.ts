import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames } from './compare.ts';
import { keep, likeness } from './likeness.ts';
import { scripts } from './script.ts';

const pairs = ['pairs', 'given'].flatMap((file) =>
  readFileSync(join(import.meta.dirname, `../../../../interop/names/${file}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string, string, string]),
);

for (const [verdict, left, right, what] of pairs) {
  test(`${what}: “${left}” and “${right}” are ${verdict === 'same' ? 'likely one person' : 'likely not one person'}`, () => {
    const { probability } = compareNames(left, right);
    if (verdict === 'same') expect(probability).toBeGreaterThanOrEqual(0.7);
    else expect(probability).toBeLessThanOrEqual(0.3);
  });
}

const names = fc.oneof(
  fc.constantFrom(...pairs.flatMap(([, left, right]) => [left, right])),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

test('Any two texts have a probability above none and below certainty, the same both ways', () => {
  fc.assert(
    fc.property(names, names, (one, two) => {
      const { probability } = compareNames(one, two);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(compareNames(two, one).probability).toBeCloseTo(probability, 6);
    }),
    { numRuns: 300 },
  );
});

test('A part that is contradicted counts against, one that is left out hardly', () => {
  const whole = 'Ivan Sergeevich Belov';
  const [same, omitted, contradicted] = [whole, 'Ivan Belov', 'Ivan Maratovich Belov'].map(
    (other) => compareNames(whole, other).probability,
  ) as [number, number, number];
  expect(same).toBeGreaterThanOrEqual(omitted);
  expect(omitted - contradicted).toBeGreaterThan(same - omitted);
});

test('A rare family name tells more than a common one', () => {
  const bits = (name: string): number => compareNames(name, name).parts[0]?.bits ?? 0;
  expect(bits('Kowalinski')).toBeGreaterThan(bits('John'));
});

test('A part that is called for short is said to be another form, and not to sound alike', () => {
  expect(compareNames('Дик Лорманд', 'Richard Lormand').parts.map(({ how }) => how)).toEqual([
    'form',
    'sound',
  ]);
});

test('The evidence says which parts match and what stands alone', () => {
  expect(compareNames('Yusuf A. Haddad', 'يوسف حداد منصور')).toMatchObject({
    parts: [
      { left: 'yusuf', right: 'يوسف', how: 'sound' },
      { left: 'haddad', right: 'حداد', how: 'sound' },
    ],
    leftAlone: ['a'],
    rightAlone: ['منصور'],
  });
});

test('Particles are told apart from words, and a given name that looks like one is a word', () => {
  expect(compareNames('Karim El Karnabi', 'Karim de Haddad').particles).toEqual(['el', 'de']);
  expect(compareNames('Ben Haddad', 'Ben Karnabi').particles).toEqual([]);
});

test('Marks that not everybody writes, and signs without width, change nothing', () => {
  const plain = compareNames('محمد حداد', 'Muhammad Haddad').probability;
  expect(compareNames('مُحَمَّد\u200f حـدّاد', 'Muhammad Haddad').probability).toBe(plain);
});

test('A likeness is the same where it need not be known below another, and else it is below that', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'abdfghijklmnrstuvxzSZC'), minLength: 1, maxLength: 9 });
  const sounding = fc.record({ script: fc.constantFrom(...scripts), sounds: signs });
  fc.assert(
    fc.property(sounding, sounding, fc.double({ min: -1, max: 1, noNaN: true }), (one, two, least) => {
      const [whole, cut] = [likeness(one, two), likeness(one, two, least)];
      if (whole >= least) expect(cut).toBe(whole);
      else expect(cut).toBeLessThan(least);
    }),
    { numRuns: 1000 },
  );
});

test('A likeness is the same whichever of the two is kept for many', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'abdfghijklmnrstuvxzSZC'), maxLength: 9 });
  const sounding = fc.record({ script: fc.constantFrom(...scripts), sounds: signs });
  fc.assert(
    fc.property(sounding, sounding, (one, two) => {
      const plain = likeness({ ...one }, { ...two });
      const [first, second] = [{ ...one }, { ...two }];
      keep(first);
      keep(second);
      for (const left of [first, { ...one }])
        for (const right of [second, { ...two }]) expect(likeness(left, right)).toBe(plain);
    }),
    { numRuns: 1000 },
  );
});

test('The letter that ends هدى is read as a long a, and as a last ya whose dots were left out', () => {
  const chance = (one: string, two: string): number => compareNames(one, two).probability;
  expect(chance('Huda Karim', 'هدى كريم')).toBeGreaterThan(0.8);
  expect(chance('Ali Karim', 'على كريم')).toBeGreaterThan(0.8);
  expect(chance('مصطفي', 'مصطفى')).toBeGreaterThan(0.7);
  expect(chance('Hadiya Karim', 'هدى كريم')).toBeLessThan(chance('Huda Karim', 'هدى كريم'));
});
