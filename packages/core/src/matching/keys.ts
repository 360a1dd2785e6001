/**
 * The keys of a person: texts that come out the same on two lists for one person, however it is written, and seldom for
 * two. What an asker tries and what an owner holds differ where one of the two knows the year alone.
 */
import { weightOf } from '../names/align.ts';
import { tokensOf, type Token } from '../names/normalise.ts';
import { plain } from '../names/plain.ts';
import { readings, skeletonOf, type Reading } from './skeleton.ts';

export interface ListedPerson {
  readonly names: readonly string[];
  /** Each `YYYY-MM-DD`, or shorter where less is known. */
  readonly births: readonly string[];
  /** Numbers of documents as written. */
  readonly documents: readonly string[];
}

/** Whether keys are put into a set or looked up in one. */
export type Side = 'held' | 'asked';

/**
 * strong: a candidate by itself. fair: the same where the set is not large. usual: with another one of another part.
 * weak: counts beside a usual one, where the set is not large.
 */
export type Strength = 'strong' | 'fair' | 'usual' | 'weak';

export interface MatchingKey {
  readonly text: string;
  /** What the key is of: two keys of one part tell one thing. */
  readonly part: string;
  /** Which name of the person it was made from, from 0; documents have none. */
  readonly name: number | null;
  readonly strength: Strength;
}

/** Keys made from one name and one birth date at most. */
const mostKeys = 15;
/** Tokens that are looked at; with two of them pairs are made of the first ones. */
const tokensAtMost = { single: 5, paired: 4 } as const;
/** Classes of a skeleton that count, of a token alone and in a pair: what comes behind is written too differently. */
const classesAtMost = { single: 3, paired: 4 } as const;
/** Classes that a pair has to have. */
const pairs = { fair: 3, strong: 5 } as const;
/** Classes that a whole name without a date has to have. */
const bareClasses = 8;
/** Bits that a name without a date has to hold to be asked for (`names/costs`): one in some tens of millions. */
const rareName = 26;
/** Signs of a document number that is one. */
const documentSigns = 5;

/** The keys of a person, by what they are worth keeping; those of several names may repeat each other. */
export function keysOf({ names, births, documents }: ListedPerson, side: Side): MatchingKey[] {
  const dates = births.length === 0 ? [''] : births;
  const ofNames = names.flatMap((name, index) =>
    dates.flatMap((birth) =>
      keysOfName(tokensFor(name), birth, side).map((key) => ({ ...key, name: index })),
    ),
  );
  return [...documents.flatMap(documentKey), ...ofNames];
}

type NameKey = Omit<MatchingKey, 'name'>;

function keysOfName(tokens: readonly Token[], birth: string, side: Side): NameKey[] {
  const [year, day] = [birth.slice(0, 4), dayOf(birth)];
  const [wholeOpen, wholeClosed] = readings.map((reading) =>
    tokens.map((token) => skeletonOf(token, reading).slice(0, classesAtMost.paired)),
  ) as [string[], string[]];
  const [open, closed] = [wholeOpen, wholeClosed].map((skeletons) =>
    skeletons.map((skeleton) => skeleton.slice(0, classesAtMost.single)),
  ) as [string[], string[]];
  const found = [
    ...datedKeys(open, day),
    ...yearKeys(wholeOpen, wholeOpen, year, day, side),
    ...initialKeys(open, day),
    ...datedKeys(closed, day),
    ...yearKeys(wholeClosed, wholeClosed, year, day, side),
    ...initialKeys(closed, day),
    ...yearKeys(wholeOpen, wholeClosed, year, day, side),
    ...yearKeys(wholeClosed, wholeOpen, year, day, side),
    ...bareKeys(tokens, year, side),
  ];
  const seen = new Set<string>();
  return found.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, mostKeys);
}

/** What a name is looked at by: initials say too little, particles only where nothing else is left. */
function tokensFor(name: string): Token[] {
  const tokens = tokensOf(name).filter(({ isInitial }) => !isInitial);
  const main = tokens.filter(({ isParticle }) => !isParticle);
  return (main.length > 1 ? main : tokens).slice(0, tokensAtMost.single);
}

/** The year with day and month in whichever order, since lists swap them. */
function dayOf(birth: string): string | undefined {
  const [year = '', ...rest] = birth.split('-');
  return rest.length === 2 ? `${year}-${rest.sort().join('-')}` : undefined;
}

/** One token and the full date. */
const datedKeys = (skeletons: readonly string[], day: string | undefined): NameKey[] =>
  day === undefined
    ? []
    : skeletons.map((skeleton, index) => ({
        text: `day|${day}|${skeleton}`,
        part: `token ${index + 1}`,
        strength: 'usual',
      }));

/** How one token begins and the full date. */
const initialKeys = (skeletons: readonly string[], day: string | undefined): NameKey[] =>
  day === undefined
    ? []
    : skeletons.map((skeleton, index) => ({
        text: `begin|${day}|${skeleton.charAt(0)}`,
        part: `token ${index + 1}`,
        strength: 'weak',
      }));

/**
 * Two tokens and the year. Two full dates that differ are two persons, so these are for where one side has the year
 * alone: what is held says what its list knows, and who knows the day asks only those who do not.
 */
function yearKeys(
  left: readonly string[],
  right: readonly string[],
  year: string,
  day: string | undefined,
  side: Side,
): NameKey[] {
  if (year === '') return [];
  return knownAs(day !== undefined, side).flatMap((known) =>
    pairsOf(left, right).map((pair) => ({
      text: `year|${known}|${year}|${pair}`,
      part: 'pair',
      strength: strengthOf(pair),
    })),
  );
}

function strengthOf(pair: string): Strength {
  const classes = pair.length - 1;
  if (classes >= pairs.strong) return 'strong';
  return classes >= pairs.fair ? 'fair' : 'usual';
}

/** A whole name where one side has no date, if it is long enough. It is asked for only where it is rare. */
function bareKeys(tokens: readonly Token[], year: string, side: Side): NameKey[] {
  const isLong = wholeOf(tokens, 'open').length - tokens.length + 1 >= bareClasses;
  if (tokens.length < 2 || !isLong || (side === 'asked' && weightOf(tokens) < rareName)) return [];
  return knownAs(year !== '', side).flatMap((known) =>
    readings.map((reading) => ({
      text: `name|${known}|${wholeOf(tokens, reading)}`,
      part: 'name',
      strength: 'strong' as const,
    })),
  );
}

const wholeOf = (tokens: readonly Token[], reading: Reading): string =>
  tokens
    .map((token) => skeletonOf(token, reading))
    .sort()
    .join('+');

/** Held is what is known. Who knows more asks those who know less; who knows less asks both. */
function knownAs(isMore: boolean, side: Side): readonly string[] {
  if (side === 'held') return [isMore ? 'more' : 'less'];
  return isMore ? ['less'] : ['less', 'more'];
}

function pairsOf(left: readonly string[], right: readonly string[]): string[] {
  const most = tokensAtMost.paired;
  return left
    .slice(0, most)
    .flatMap((one, from) => right.slice(from + 1, most).map((other) => [one, other].sort().join('+')));
}

function documentKey(number: string): MatchingKey[] {
  const bare = plain(number);
  if (bare.length < documentSigns) return [];
  return [{ text: `document|${bare}`, part: 'document', name: null, strength: 'strong' }];
}

/** Values of a set from which it is large: it has so many persons (some 40,000) that a chance of each adds up. */
const largeSet = 250_000;

/**
 * Whether keys that were found in a set make their person a candidate.
 * @param values how many the set has (`OutputSet`)
 */
export function isCandidate(found: readonly MatchingKey[], values: number): boolean {
  const isLarge = values >= largeSet;
  const alone: readonly Strength[] = isLarge ? ['strong'] : ['strong', 'fair'];
  const beside: readonly Strength[] = isLarge ? ['usual'] : ['usual', 'weak'];
  if (found.some(({ strength }) => alone.includes(strength))) return true;
  return found.some(
    (one) =>
      one.strength === 'usual' &&
      found.some(
        (other) => other.name === one.name && other.part !== one.part && beside.includes(other.strength),
      ),
  );
}
