/** A name as typed or printed, taken apart into tokens that can be compared. */
import anyAscii from 'any-ascii';
import { scriptOf, type Script } from './script.ts';
import { soundsOf } from './sounds.ts';

export interface Token {
  /** As it stands in the name, for people. */
  readonly text: string;
  readonly script: Script;
  /** Its signs (`sounds`), without the article that Arabic writes together with it. */
  readonly sounds: string;
  /** With the article, as it is heard behind another token. */
  readonly joining: string;
  /** A letter that stands for a name. */
  readonly isInitial: boolean;
  /** A word that belongs to the next one or says how people are related: it weighs little. */
  readonly isParticle: boolean;
  /** What it tells, in bits, where that is not by how rare it is: a word that means something (`organisation`). */
  readonly bits?: number;
}

/** Marks that are not written by everybody: vowels of Arabic and Hebrew, tatweel, signs without width or of direction. */
const ignored =
  /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const apostrophes = /['’‘ʼʻ`´ʿʾ״׳"“”«»]/g;
const separators = /[^\p{L}\p{M}\p{N}]+/u;

const particles = new Set(
  (
    'de del della der den des di da dos das du la le las los el al von van zu zum vom af av ' +
    'bin ben ibn bint ould oul abu abou bou abd abdel abdal abdul abdoul y i e und and dit ' +
    'де дер ван фон аль эль бен бин ибн абд абдель абдул оглы кызы да ди дю ла ле ' +
    'بن ابن بنت ابو أبو آل ال عبد فان فون دي دو دا لا ده در'
  ).split(' '),
);

/** Those that are given names where a name begins with them, unless a comma says that it is the family name. */
const givenNames = new Set(['ben', 'бен', 'بن']);
const comma = /[,،]/;

/** The article that Arabic writes together with a name. */
const article = /^ال(?=..)/u;

/** Characters of a name, and signs of one token, that are looked at. */
export const longest = { name: 500, token: 60 } as const;

/** Whether a word may belong to the next one, as it stands in some name. */
export const isParticleWord = ({ text }: Token): boolean => particles.has(text);

/** What tells next to nothing, in bits: a legal form. */
export const nextToNothing = 0.5;

/** Whether it is no word of its own: a particle, a legal form. */
export const isNoWord = ({ isParticle, bits = Infinity }: Token): boolean =>
  isParticle || bits <= nextToNothing;

/** Takes a name apart, as far as it is looked at. Characters of no letter part tokens; order is kept. */
export function tokensOf(name: string): Token[] {
  const plain = name
    .slice(0, longest.name)
    .normalize('NFKC')
    .replace(ignored, '')
    .toLowerCase()
    .replace(apostrophes, '');
  const tokens = plain
    .split(separators)
    .filter((text) => text !== '')
    .flatMap(tokensIn)
    .filter(({ sounds }) => sounds !== '');
  const [first, ...others] = tokens;
  if (first === undefined || !givenNames.has(first.text) || comma.test(plain)) return tokens;
  return [{ ...first, isParticle: false }, ...others];
}

function tokensIn(text: string): Token[] {
  const script = scriptOf(text);
  if (script !== undefined) return [tokenOf(text, script)];
  // Scripts without spaces come out as several words.
  return anyAscii(text)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map((word) => ({ ...tokenOf(word, 'Latn'), text }));
}

function tokenOf(text: string, script: Script): Token {
  const bare = script === 'Arab' ? text.replace(article, '') : text;
  return {
    text,
    script,
    sounds: soundsOf(bare, script).slice(0, longest.token),
    joining: soundsOf(text, script).slice(0, longest.token),
    isInitial: [...text].length === 1,
    isParticle: particles.has(text),
  };
}
