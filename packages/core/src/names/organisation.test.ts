import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames } from './compare.ts';
import { NameIndex } from './index.ts';
import { organisationWords } from './organisation-words.ts';

const pairs = readFileSync(join(import.meta.dirname, '../../../../interop/names/organisations.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [string, string, string, string]);

for (const [verdict, left, right, what] of pairs) {
  test(`${what}: “${left}” and “${right}” are ${verdict === 'same' ? 'likely' : 'hardly'} one organisation`, () => {
    const { probability } = compareNames(left, right);
    if (verdict === 'same') expect(probability).toBeGreaterThanOrEqual(0.8);
    else expect(probability).toBeLessThanOrEqual(0.3);
  });
}

const lines = organisationWords
  .trim()
  .split('\n')
  .map((line) => line.split(/:? /));
const words = lines.flatMap(([, , ...some]) => some.map((word) => word.replaceAll(/[~*]/g, '')));
const texts = fc.constantFrom(
  ...words,
  ...pairs.flatMap(([, left, right]) => [left, right]),
  'ZKB',
  'of',
  'Zafira',
);
const names = fc.array(texts, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

test('Any two names of known words have a probability above none and below certainty, the same both ways', () => {
  fc.assert(
    fc.property(names, names, (one, two) => {
      const [found, turned] = [compareNames(one, two), compareNames(two, one)];
      expect(found.probability).toBeGreaterThan(0);
      expect(found.probability).toBeLessThan(1);
      expect(turned.probability).toBe(found.probability);
      expect(turned.parts.map(({ left, right, how }) => [right, left, how])).toEqual(
        found.parts.map(({ left, right, how }) => [left, right, how]),
      );
    }),
    { numRuns: 300 },
  );
});

test('Each word of the table means one thing', () => {
  const meant = new Map<string, Set<string>>();
  for (const [, sign = '', ...some] of lines) {
    for (const word of some) {
      const plain = word.replaceAll(/[~*]/g, '').normalize('NFD').replaceAll(/\p{M}/gu, '');
      meant.set(plain, (meant.get(plain) ?? new Set()).add(sign));
    }
  }
  expect([...meant].filter(([, signs]) => signs.size > 1)).toEqual([]);
});

test('A legal form that is left out or that differs takes little, and adds little where it is the same', () => {
  const [same, other, none] = ['Zerkan LLC', 'Zerkan Corp', 'Zerkan'].map(
    (name) => compareNames('Zerkan Ltd', name).probability,
  ) as [number, number, number];
  expect(same).toBeGreaterThanOrEqual(none);
  expect(none).toBeGreaterThanOrEqual(other);
  expect(same - other).toBeLessThan(0.1);
});

test('A longer acronym is likelier than a short one, and none is certain', () => {
  const [three, four] = [
    compareNames('SLF', 'Sarland Liberation Front').probability,
    compareNames('SPLF', 'Sarland Popular Liberation Front').probability,
  ];
  expect(four).toBeGreaterThan(three);
  expect(four).toBeLessThan(0.95);
});

test('Letters of a person are no acronym, and what may be a name makes no organisation of one', () => {
  expect(compareNames('Ali Latif Basim', 'ALB').probability).toBeLessThan(0.3);
  expect(compareNames('Nour Ali Basim', 'NAB').probability).toBeLessThan(0.3);
  expect(compareNames('Oliver West', 'Oliver Ouest').parts.map(({ how }) => how)).not.toContain(
    'translation',
  );
});

test('The parts say what is translated, what is a legal form, and what is an acronym', () => {
  const hows = (one: string, two: string): string[] =>
    compareNames(one, two).parts.map(({ left, right, how }) => `${left} | ${right}: ${how}`);
  expect(hows('Zafira Front LLC', 'ООО جبهة زافيرا')).toEqual([
    'zafira | زافيرا: sound',
    'front | جبهة: translation',
    'llc | ооо: legal-form',
  ]);
  expect(hows('IWE', 'International Wheat Exchange Ltd')).toEqual([
    'iwe | international wheat exchange: acronym',
  ]);
  expect(compareNames('Zafira Ltd', 'Zafira Corp').particles.toSorted()).toEqual(['corp', 'ltd']);
});

test('An index finds an organisation by words of another language, and by what is short for it', () => {
  const index = new NameIndex<string>();
  const filling = ['Karnabi', 'Zerkan', 'Lormand', 'Belmar', 'Velmora', 'Siderko'];
  for (const one of filling) {
    for (const two of ['Bank', 'Front', 'Charity', 'Yusuf', 'Plafs', 'Trading LLC'])
      index.add(`${one} ${two}`, `${one} ${two}`);
  }
  index.add('popular', 'الجبهة الشعبية للتحرير');
  index.add('sarland', 'Popular Liberation Front of Sarland');
  index.add('short', 'IWE');
  index.add('company', 'ООО Орлан');
  const first = (name: string): string | undefined => index.lookUp(name, 3)[0]?.item;
  expect(first('Popular Liberation Front')).toBe('popular');
  expect(first('PLFS')).toBe('sarland');
  expect(first('Frente Popular de Liberación de Sarland')).toBe('sarland');
  expect(first('International Wheat Exchange')).toBe('short');
  expect(first('Orlan LLC')).toBe('company');
});
