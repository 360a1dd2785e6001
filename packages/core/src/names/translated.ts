/**
 * Two names of organisations: what is known is put beside what means the same in any language, an acronym beside what it
 * stands for, and what is left is aligned as names of persons are.
 */
import type { Alignment, Match } from './align.ts';
import { likeness } from './likeness.ts';
import { measuresOf, near, type Measures } from './measures.ts';
import type { Token } from './normalise.ts';
import { alignProper, areOtherLetters, isTelling } from './proper.ts';
import { soundsOf } from './sounds.ts';
import { beginningOf, type OrganisationName, type Role, type Word } from './organisation.ts';

export interface Translated {
  readonly alignment: Alignment;
  readonly measures: Measures;
}

/**
 * How like what is left is, where both have such: two that tell bodies apart, two kinds, and what cannot be compared. And
 * two names that have nothing but a few words that many bodies have.
 */
const unlike = { modifiers: near.unlike, kinds: -1, others: -0.3, fewWords: -0.5 } as const;
/** So many known words are a name, where there is nothing besides. */
const enoughWords = 3;
/** An acronym: how like what it stands for it is, and what each of its letters tells, in bits. */
const acronym = { quality: 0.8, bits: 4.8 } as const;
export const shortestAcronym = 3;
/** How like two letters of different scripts are that write the same. */
const leastLetter = 0.2;

/** Compares two names, where one of them is surely an organisation's, or both are letters that stand for words. */
export function translate(one: OrganisationName, two: OrganisationName): Translated | undefined {
  if (!one.isSure && !two.isSure && !areOtherLetters(one.acronym, two.acronym)) return undefined;
  const short = acronymMatch(one, two);
  const known = short === undefined ? conceptMatches(one.words, two.words) : [short];
  const forms = short === undefined ? [] : conceptMatches(one.words.filter(isForm), two.words.filter(isForm));
  const matched = [...known, ...forms];
  const left = without(one.words, matched, 'left');
  const right = without(two.words, matched, 'right');
  const isCalled = matched.some(({ left: [token] }) => isName(token, one));
  const unknown = [left, right].map((words) => words.filter(isUnknown).map(tokenOf)) as [Token[], Token[]];
  const proper = alignProper(...unknown, isCalled);
  const alignment = {
    matches: [...proper.matches, ...matched],
    left: stillLeft(left, proper.left),
    right: stillLeft(right, proper.right),
  };
  const isNamed = short !== undefined || isCalled || proper.matches.some(isTelling);
  const roles = new Map(
    [...one.words, ...two.words].flatMap(({ token, concept }) =>
      concept === undefined ? [] : [[token, concept.role] as const],
    ),
  );
  const nearest = areNumberedApart(one, two) ? near.unlike : nearOf(alignment, roles, isNamed);
  return { alignment, measures: { ...measuresOf(alignment), near: nearest } };
}

/** Whether both have numbers and none of them is the same. */
const areNumberedApart = ({ numbers }: OrganisationName, { numbers: others }: OrganisationName): boolean =>
  numbers.length > 0 && others.length > 0 && !numbers.some((number) => others.includes(number));

const tokenOf = ({ token }: Word): Token => token;
const isUnknown = ({ concept }: Word): boolean => concept === undefined;
const isForm = ({ concept }: Word): boolean => concept?.role === 'form';
/** Whether it is a word that organisations are called by. */
const isName = (token: Token | undefined, { words }: OrganisationName): boolean =>
  words.some((word) => word.token === token && word.concept?.role === 'name');

const without = (words: readonly Word[], matches: readonly Match[], side: 'left' | 'right'): Word[] =>
  words.filter(({ token }) => !matches.some((match) => match[side].includes(token)));

/** Known words that stand alone, and what the alignment left of the others. */
const stillLeft = (words: readonly Word[], unknown: readonly Token[]): Token[] =>
  words.flatMap((word) => (!isUnknown(word) || unknown.includes(word.token) ? [word.token] : []));

function conceptMatches(one: readonly Word[], two: readonly Word[]): Match[] {
  const free = two.filter((word) => !isUnknown(word));
  return one.flatMap(({ token, concept }): Match[] => {
    const at = free.findIndex((other) => other.concept === concept);
    const [other] = concept === undefined || at === -1 ? [] : free.splice(at, 1);
    if (concept === undefined || other === undefined) return [];
    const how = concept.role === 'form' ? 'legal-form' : 'translation';
    return [matchOf([token], [other.token], 1, token.bits ?? 0, how)];
  });
}

const matchOf = (
  left: readonly Token[],
  right: readonly Token[],
  quality: number,
  weight: number,
  how: NonNullable<Match['how']>,
): Match => ({ left, right, quality, weight, isInitial: false, how });

/** An acronym beside all that it stands for. */
function acronymMatch(one: OrganisationName, two: OrganisationName): Match | undefined {
  const right = meantBy(one.acronym, two);
  if (one.acronym !== undefined && right !== undefined) return shortFor([one.acronym], right, one.acronym);
  const left = meantBy(two.acronym, one);
  if (two.acronym !== undefined && left !== undefined) return shortFor(left, [two.acronym], two.acronym);
  return undefined;
}

const shortFor = (left: readonly Token[], right: readonly Token[], { text }: Token): Match =>
  matchOf(left, right, acronym.quality, acronym.bits * [...text].length, 'acronym');

/** The words that begin with the letters of an acronym, with those that join them or without: all but legal forms. */
function meantBy(
  short: Token | undefined,
  { words, inOrder, isSure }: OrganisationName,
): Token[] | undefined {
  if (short === undefined || !isSure) return undefined;
  const all = inOrder.filter((word) => !isForm(word));
  const telling = all.filter((word) => words.includes(word) && !word.token.isParticle);
  return [telling, all].some((some) => isShortFor(short, some)) ? all.map(tokenOf) : undefined;
}

function isShortFor({ text, script }: Token, words: readonly Word[]): boolean {
  const letters = [...text];
  if (letters.length < shortestAcronym || letters.length !== words.length) return false;
  return words.every(({ token }, at) => {
    const begins = beginningOf(token);
    const letter = letters[at] as string;
    if (begins.script === script) return begins.text === letter;
    return likeness({ script, sounds: soundsOf(letter, script) }, begins) > leastLetter;
  });
}

/** How like what is left is (`Measures`). */
function nearOf(
  { left, right, matches }: Alignment,
  roles: ReadonlyMap<Token, Role>,
  isNamed: boolean,
): number {
  const isProper = (token: Token): boolean => {
    const role = roles.get(token);
    return role === 'name' || (role === undefined && !token.isInitial && !token.isParticle);
  };
  const [one, two] = [left.filter(isProper), right.filter(isProper)];
  const has = (tokens: readonly Token[], role: Role): boolean =>
    tokens.some((token) => roles.get(token) === role);
  const both = (role: Role): boolean => has(left, role) && has(right, role);
  const isKnown = (tokens: readonly Token[]): boolean => has(tokens, 'kind') || has(tokens, 'modifier');
  const found: number[] = [near.nothingLeft];
  if (!isNamed) found.push(unnamed(matches, one.length + two.length > 0));
  if (both('modifier')) found.push(unlike.modifiers);
  if (both('kind')) found.push(unlike.kinds);
  if ((isKnown(left) && two.length > 0) || (one.length > 0 && isKnown(right))) found.push(unlike.others);
  if (one.length > 0 && two.length > 0) found.push(likest(one, two, roles));
  return Math.min(...found);
}

/** Of names that have nothing in common but what many bodies are: where that is all there is, enough of it is a name. */
function unnamed(matches: readonly Match[], isMore: boolean): number {
  const count = matches.filter(({ how }) => how === 'translation').length;
  if (isMore || count < enoughWords - 1) return near.unlike;
  return count < enoughWords ? unlike.fewWords : near.nothingLeft;
}

/** Of words that mean something none is like another. */
function likest(one: readonly Token[], two: readonly Token[], roles: ReadonlyMap<Token, Role>): number {
  const pairs = one.flatMap((left) => two.map((right) => [left, right] as const));
  const all = pairs.map(([left, right]) =>
    roles.has(left) || roles.has(right) ? near.unlike : likeness(left, right),
  );
  return Math.max(near.unlike, ...all);
}
