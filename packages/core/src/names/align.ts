/**
 * Which token of one name stands for which of another: the assignment that holds most evidence, with tokens that are
 * written as one here and as several there (Abd al-Rahman, Abdurrahman), with initials, and in any order.
 */
import { tokenBits } from './costs.ts';
import { joined, readings, stretches } from './joined.ts';
import { likeness } from './likeness.ts';
import type { Token } from './normalise.ts';
import { tokenLikeness } from './variants.ts';

export interface Match {
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  /** How like they are: 1 the same, 0 no more than chance has it. */
  readonly quality: number;
  /** What it would tell to have the same, in bits. */
  readonly weight: number;
  readonly isInitial: boolean;
  /** Where it is not by sounds. */
  readonly how?: 'translation' | 'legal-form' | 'acronym';
}

export interface Alignment {
  readonly matches: readonly Match[];
  /** What stands in one name alone. */
  readonly left: readonly Token[];
  readonly right: readonly Token[];
}

/** Tokens that are looked at; longer names are cut. */
export const mostTokens = 8;
/** Below these, two tokens do not stand for each other; what is written as one has to be liker, unless it often is. */
export const least = { single: 0.3, joined: 0.6, oftenJoined: 0.4 } as const;
/** Bits of an initial and of a particle, whichever it is. */
export const slight = { initial: 1.5, particle: 1 } as const;

interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Which tokens of the right name it takes, as bits. */
  readonly mask: number;
  readonly match: Match;
}

/** Aligns two names, of each the first eight tokens. */
export function align(one: readonly Token[], two: readonly Token[]): Alignment {
  const [left, right] = [one.slice(0, mostTokens), two.slice(0, mostTokens)];
  const chosen = best(left.length, right.length, candidatesOf(left, right));
  const taken = chosen.reduce((mask, { mask: own }) => mask | own, 0);
  return {
    matches: chosen.map(({ match }) => match),
    left: left.filter((_token, index) => !chosen.some(({ from, to }) => index >= from && index < to)),
    right: right.filter((_token, index) => ((taken >> index) & 1) === 0),
  };
}

/** What it tells to have these tokens, in bits. */
export const weightOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + tokenWeight(token), 0);

/** What it tells to have this token, in bits. */
export function tokenWeight({ sounds, script, isInitial, isParticle, bits }: Token): number {
  if (bits !== undefined) return bits;
  if (isInitial) return slight.initial;
  return isParticle ? slight.particle : tokenBits(sounds, script);
}

function candidatesOf(left: readonly Token[], right: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [from, to] of stretches(left)) {
    for (const [start, end] of stretches(right)) {
      if (to - from > 1 && end - start > 1) continue;
      const match = matchOf(left.slice(from, to), right.slice(start, end));
      if (match === undefined) continue;
      found.push({ from, to, mask: (1 << end) - (1 << start), match });
    }
  }
  return found;
}

function matchOf(left: readonly Token[], right: readonly Token[]): Match | undefined {
  const [one, two] = [joined(left), joined(right)];
  const isSingle = left.length + right.length === 2;
  const isInitial = left.concat(right).some((token) => token.isInitial);
  if (isInitial) {
    if (!isSingle || !beginsAlike(one, two)) return undefined;
    return { left, right, quality: 1, weight: slight.initial, isInitial };
  }
  const enough = isSingle ? least.single : leastJoined(left, right);
  const quality = isSingle ? tokenLikeness(one, two, enough) : likest(left, right, enough);
  if (quality < enough) return undefined;
  return { left, right, quality, weight: (weightOf(left) + weightOf(right)) / 2, isInitial };
}

/** How like they are that are written as one and as several, as they stand or as they are said. */
const likest = (left: readonly Token[], right: readonly Token[], enough: number): number =>
  Math.max(...readings(left).flatMap((one) => readings(right).map((two) => tokenLikeness(one, two, enough))));

const leastJoined = (left: readonly Token[], right: readonly Token[]): number =>
  [left, right].some(isOftenJoined) ? least.oftenJoined : least.joined;

/** A particle before a name, and a name with its article behind another: Abd al-Karim, Salah al-Din. */
const isOftenJoined = ([first, ...others]: readonly Token[]): boolean =>
  others.length > 0 &&
  (first?.isParticle === true || others.some(({ joining, sounds }) => joining !== sounds));

/** Whether an initial may stand for a name: one sign against the first ones of the other. */
function beginsAlike(one: Token, two: Token): boolean {
  const [short, long] = one.isInitial ? [one, two] : [two, one];
  return [1, 2, 3].some((length) => {
    const beginning = { script: long.script, sounds: long.sounds.slice(0, length) };
    return likeness(short, beginning) > 0.2;
  });
}

interface Best {
  readonly value: number;
  readonly chosen: Candidate | undefined;
}

/** The candidates that together hold most, with no token twice: over places of the left and sets of the right name. */
function best(left: number, right: number, candidates: readonly Candidate[]): Candidate[] {
  const known = new Map<number, Best>();
  const from = (index: number, mask: number): Best => {
    if (index >= left) return { value: 0, chosen: undefined };
    const key = (index << right) | mask;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    let found: Best = { value: from(index + 1, mask).value, chosen: undefined };
    for (const candidate of candidates) {
      if (candidate.from !== index || (candidate.mask & mask) !== 0) continue;
      const { weight, quality } = candidate.match;
      const value = weight * quality + from(candidate.to, mask | candidate.mask).value;
      if (value > found.value) found = { value, chosen: candidate };
    }
    known.set(key, found);
    return found;
  };
  const chosen: Candidate[] = [];
  for (let index = 0, mask = 0; index < left;) {
    const { chosen: one } = from(index, mask);
    if (one !== undefined) {
      chosen.push(one);
      mask |= one.mask;
    }
    index = one?.to ?? index + 1;
  }
  return chosen;
}
