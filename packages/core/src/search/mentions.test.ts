import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personExtensionId } from '../extension/identifiers.ts';
import { mentionsIn, nameTable, namesIn, phrasesOf } from './mentions.ts';
import { runsOf } from './runs.ts';
import { wordsOf } from './words.ts';

const standing = (text: string, names: [string, string][]): [string, string[]][] =>
  mentionsIn(text, nameTable(names)).map(({ from, to, objects }) => [text.slice(from, to), objects]);

describe('the runs of a text', () => {
  it('have the words that search has, in any script', () => {
    const signs = fc.constantFrom(
      'é',
      '㎏',
      'ﷺ',
      '™',
      '´',
      '\u0301',
      'ك',
      'ل',
      ' ',
      '-',
      'Ⅷ',
      'ß',
      '北',
      '京',
      '²',
      '½',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.oneof(signs, fc.string({ maxLength: 3 })), { maxLength: 20 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(runsOf(text).flatMap(({ words }) => words)).toEqual(wordsOf(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('mentions', () => {
  it('stand where a name stands in whole words, folded as search folds', () => {
    expect(
      standing('KARIM El-Karnabi, seen at Jose’s; كريم القرنبي again; Karimov not.', [
        ['a', 'Karim El Karnabi'],
        ['b', 'كريم القرنبي'],
        ['c', 'José'],
        ['d', 'Karim'],
      ]),
    ).toEqual([
      ['KARIM El-Karnabi', ['a']],
      ['Jose', ['c']],
      ['كريم القرنبي', ['b']],
    ]);
  });

  it('take the longest of names that begin at one place, and every object of that name', () => {
    expect(
      standing('night heron Light', [
        ['a', 'Night Heron'],
        ['b', 'night-heron'],
        ['c', 'Night Heron Light'],
        ['d', 'Night Heron Light Horse'],
        ['e', 'Heron'],
      ]),
    ).toEqual([['night heron Light', ['c']]]);
    expect(
      standing('night heron', [
        ['b', 'night-heron'],
        ['a', 'Night Heron'],
      ]),
    ).toEqual([['night heron', ['a', 'b']]]);
  });

  it('are not looked for by words that every text has', () => {
    const names: [string, string][] = [
      ['a', 'The'],
      ['b', 'on'],
      ['c', 'who are they'],
      ['d', 'X1'],
      ['e', 'of the mill'],
    ];
    expect(standing('The x1, who are they? On the road of the mill.', names)).toEqual([
      ['of the mill', ['e']],
    ]);
  });

  it('are found by searches for their words: singly, in pairs, and whole where there is no space', () => {
    const { singles, joined } = phrasesOf('The mill at 192.0.2.7, of the mill.');
    expect(singles).toEqual(['mill', '192']);
    expect(joined).toContainEqual(['192', '0', '2', '7']);
    expect(joined).toContainEqual(['the', 'mill']);
    expect(joined).not.toContainEqual(['of', 'the']);
  });

  it('count names, aliases, values and the names of persons', () => {
    expect(
      namesIn({
        name: 'A',
        aliases: ['B', 7],
        extensions: { [personExtensionId]: { names: [{ full: 'C' }, { full: 'A', acronym: 'D' }] } },
      }),
    ).toEqual(['A', 'B', 'C', 'D']);
    expect(namesIn({ value: '192.0.2.7', aliases: 'x', extensions: 3 })).toEqual(['192.0.2.7']);
  });
});
