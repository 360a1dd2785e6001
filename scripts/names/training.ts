/** Pairs of tokens that name the same person, from the CC0 files of ENTENTE_DATA (Wikidata labels). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokensOf, type Token } from '../../packages/core/src/names/normalise.ts';
import { pairOfScripts } from '../../packages/core/src/names/script.ts';
import { readPublicFigures } from '../../packages/testkit/src/bench/public-figures.ts';

const folder = join(process.env['ENTENTE_DATA'] ?? '../shared', 'data');

export interface Person {
  id: string;
  /** Tokens of each name, the family name last where a comma says which it is. */
  names: Token[][];
}

/** Public figures with their names in many languages. */
export const readPersons = (): Person[] =>
  readPublicFigures().map(({ id, names }) => ({ id, names: names.map(([name]) => inOrder(name)) }));

function inOrder(name: string): Token[] {
  const [family = '', given = ''] = name.split(/,(.*)/s);
  return tokensOf(given === '' ? name : `${given} ${family}`).filter(({ isInitial }) => !isInitial);
}

/** Tokens in English with the same in another script, as often as they were seen. */
export function readTokenPairs(language: 'ar' | 'ru'): [Token, Token][] {
  const text = gunzipSync(readFileSync(join(folder, `name-tokens-${language}.tsv.gz`))).toString();
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [one = '', other = ''] = line.split('\t');
      const [left, right] = [tokensOf(one), tokensOf(other)];
      return left.length === 1 && right.length === 1 ? [[left[0], right[0]] as [Token, Token]] : [];
    });
}

/**
 * In Egypt, and by many elsewhere, a last ya is written without its dots, as the letter for a last long a is. Labels are
 * written with more care, so one in four is learnt in that way besides.
 */
const undottedEvery = 4;
const isDotted = ({ script, sounds }: Token): boolean => script === 'Arab' && sounds.endsWith('i');

/** For each pair of scripts, pairs of sounds: of names with as many tokens, those that stand at the same place. */
export function soundPairs(persons: readonly Person[], most = 6): Map<string, [string, string][]> {
  const found = new Map<string, [string, string][]>();
  let dotted = 0;
  const add = (one: Token, other: Token): void => {
    addPair(one, other);
    const [bare, beside] = isDotted(one) ? [one, other] : [other, one];
    if (!isDotted(bare)) return;
    dotted += 1;
    if (dotted % undottedEvery === 0) addPair({ ...bare, sounds: bare.sounds.replace(/i$/, 'Y') }, beside);
  };
  const addPair = (one: Token, other: Token): void => {
    const { key, isTurned } = pairOfScripts(one.script, other.script);
    const pair: [string, string] = isTurned ? [other.sounds, one.sounds] : [one.sounds, other.sounds];
    const list = found.get(key) ?? [];
    if (list.length === 0) found.set(key, list);
    list.push(pair);
    // Neither of two names in one script comes first.
    if (one.script === other.script) list.push([pair[1], pair[0]]);
  };
  for (const { names } of persons) {
    const count = new Map<string, number>();
    for (const [index, one] of names.entries()) {
      // From a place of its own for each name, so that no language is preferred.
      for (let step = 1; step < names.length; step += 1) {
        const other = names[(index + step) % names.length] as Token[];
        if (one.length !== other.length || one.length === 0) continue;
        const key = `${index} ${one[0]?.script} ${other[0]?.script}`;
        const soFar = count.get(key) ?? 0;
        if (soFar >= most / 3) continue;
        count.set(key, soFar + 1);
        for (const [place, token] of one.entries()) add(token, other[place] as Token);
      }
    }
  }
  for (const language of ['ar', 'ru'] as const) {
    for (const [one, other] of readTokenPairs(language)) add(one, other);
  }
  return found;
}
