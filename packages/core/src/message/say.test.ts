import { expect, test } from 'vitest';
import { english } from './english.ts';
import { french } from './french.ts';
import { messageKinds, type MessageKind } from './kinds.ts';
import { sayKind, sayMessage } from './say.ts';

const kinds = Object.entries(messageKinds) as [MessageKind, readonly string[]][];
const placesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

for (const [kind, names] of kinds) {
  test(`“${kind}” names only its own parameters, the same in both languages`, () => {
    const [said, dit] = [placesIn(english[kind]), placesIn(french[kind])];
    expect(dit).toEqual(said);
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
  });
}

test('Each kind has a sentence of its own in each language', () => {
  for (const words of [english, french]) {
    expect(new Set(Object.values(words)).size).toBe(kinds.length);
  }
});

test('What a parameter holds is not read as a place', () => {
  const sentence = sayMessage('en', 'label-waits', { any: '{other}' });
  expect(sentence).toBe('A label waits for your agreement.');
});

test('Where no parameter may stand, a sentence has no place for one', () => {
  for (const [kind] of kinds) {
    for (const language of ['en', 'fr'] as const) expect(placesIn(sayKind(language, kind))).toEqual([]);
  }
});
