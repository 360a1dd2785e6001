/** Pairs of tokens that name the same person, from the CC0 files of ENTENTE_DATA (Wikidata labels). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tokensOf, type Token } from '../../packages/core/src/names/normalise.ts';
import { pairOfScripts, scripts } from '../../packages/core/src/names/script.ts';
import { keyOf } from '../../packages/core/src/names/variants.ts';
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

/** Tokens in English with the same in another script, and in how many names that was seen. */
export function readTokenPairs(language: 'ar' | 'ru'): [Token, Token, number][] {
  const text = gunzipSync(readFileSync(join(folder, `name-tokens-${language}.tsv.gz`))).toString();
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [one = '', other = '', count = '1'] = line.split('\t');
      const [left, right] = [tokensOf(one), tokensOf(other)];
      const [[first, ...others], [second, ...rest]] = [left, right];
      if (first === undefined || second === undefined || others.length + rest.length > 0) return [];
      return [[first, second, Number(count)] as [Token, Token, number]];
    });
}

/**
 * In Egypt, and by many elsewhere, a last ya is written without its dots, as the letter for a last long a is; in Iran and
 * Pakistan both are one letter. Labels are written with more care, so one in four is learnt in that way besides.
 */
const undottedEvery = 4;
/** Arabic tokens that end so, as they are written there. */
function undotted({ script, sounds }: Token): string | undefined {
  if (script !== 'Arab' || !/.[iY]$/.test(sounds)) return undefined;
  return sounds.slice(0, -1) + (sounds.endsWith('i') ? 'Y' : 'i');
}

/** In how many names a token has to be seen so, where two scripts are put together through a third. */
const fewestThrough = 2;

/** For each pair of scripts, pairs of sounds: of names with as many tokens, those that stand at the same place. */
export function soundPairs(persons: readonly Person[], most = 6): Map<string, [string, string][]> {
  const found = new Map<string, [string, string][]>();
  let dotted = 0;
  const add = (one: Token, other: Token): void => {
    addPair(one, other);
    const left = undotted(one);
    const right = left === undefined ? undotted(other) : undefined;
    if (left === undefined && right === undefined) return;
    dotted += 1;
    if (dotted % undottedEvery !== 0) return;
    addPair({ ...one, sounds: left ?? one.sounds }, { ...other, sounds: right ?? other.sounds });
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
  for (const [one, other] of throughEnglish()) add(one, other);
  return found;
}

/** How English tokens are written in Arabic beside how they are in Russian, and in how many names at least. */
function throughEnglish(): [Token, Token, number][] {
  const russian = new Map<string, [Token, number][]>();
  for (const [{ text }, token, count] of readTokenPairs('ru')) {
    if (count >= fewestThrough) russian.set(text, [...(russian.get(text) ?? []), [token, count]]);
  }
  return readTokenPairs('ar').flatMap(([{ text }, token, count]) => {
    const others = count < fewestThrough ? [] : (russian.get(text) ?? []);
    return others.map(([other, seen]): [Token, Token, number] => [token, other, Math.min(count, seen)]);
  });
}

/** Two words of different scripts that stand at the same place of names of one person, and how many persons have it so. */
export interface WordPair {
  left: Token;
  right: Token;
  count: number;
}

/** All such pairs, of persons and of tokens that were counted. */
export function wordPairs(persons: readonly Person[] = readPersons()): WordPair[] {
  const found = new Map<string, WordPair>();
  const add = (one: Token, other: Token, count: number): void => {
    const [left, right] =
      scripts.indexOf(one.script) < scripts.indexOf(other.script) ? [one, other] : [other, one];
    const key = `${keyOf(left)}=${keyOf(right)}`;
    const pair = found.get(key) ?? { left, right, count: 0 };
    found.set(key, pair);
    pair.count += count;
  };
  const addBoth = (one: Token, other: Token, count: number): void => {
    if (one.isParticle || other.isParticle) return;
    add(one, other, count);
    const [left, right] = [undotted(one), undotted(other)];
    if (left !== undefined) add({ ...one, sounds: left }, other, count);
    if (right !== undefined) add(one, { ...other, sounds: right }, count);
  };
  for (const { names } of persons) {
    const own = new Map<string, [Token, Token]>();
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        if (one.length !== other.length) continue;
        for (const [place, token] of one.entries()) {
          const beside = other[place] as Token;
          if (token.script === beside.script) continue;
          own.set([token, beside].map(keyOf).sort().join('='), [token, beside]);
        }
      }
    }
    for (const [one, other] of own.values()) addBoth(one, other, 1);
  }
  for (const language of ['ar', 'ru'] as const) {
    for (const [one, other, count] of readTokenPairs(language)) addBoth(one, other, count);
  }
  for (const [one, other, count] of throughEnglish()) addBoth(one, other, count);
  return [...found.values()];
}
