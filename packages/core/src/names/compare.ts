/**
 * Whether two names are those of one person, by the names alone: a probability with the evidence that it comes from.
 * A name is never proof: people share names, so the probability stays below one.
 */
import { align, type Alignment } from './align.ts';
import { keep } from './likeness.ts';
import { model } from './learnt/model.ts';
import { bitsOf, measures, measuresOf, type Measure, type Measures } from './measures.ts';
import { isNoWord, tokensOf, type Token } from './normalise.ts';
import { readOrganisation, type OrganisationName } from './organisation.ts';
import { translate } from './translated.ts';
import { isOtherForm } from './variants.ts';

/** Two parts that stand for each other, as they are written. */
export interface NamePart {
  readonly left: string;
  readonly right: string;
  /**
   * `sound`: the same name, written here so and there so; `form`: Dick for Richard; `initial`: a letter that may stand for
   * it. Of organisations: `translation`, another word that means the same; `legal-form`; `acronym`.
   */
  readonly how: 'same' | 'sound' | 'form' | 'initial' | 'translation' | 'legal-form' | 'acronym';
  /** 1 the same, 0 no more alike than chance has it. */
  readonly likeness: number;
  /** What it tells that they are alike, in bits: common names little. */
  readonly bits: number;
}

export interface NameComparison {
  /** Between 0 and 1, both excluded: how many of a hundred such pairs are one person. */
  readonly probability: number;
  readonly parts: readonly NamePart[];
  /** What stands in one name alone; where both have some that are words, they contradict each other. */
  readonly leftAlone: readonly string[];
  readonly rightAlone: readonly string[];
  /** Particles and legal forms of either name, which are no words of their own, whether they stand alone or not. */
  readonly particles: readonly string[];
  /** What each measure adds to the odds, in bits. Their sum is the score; the curve of the model makes it the probability. */
  readonly evidence: Readonly<Record<Measure | 'start', number>>;
}

/** A name that is taken apart, to be compared with many. */
export interface TakenApart {
  readonly name: string;
  readonly tokens: readonly Token[];
  /** The same, read as the name of an organisation. */
  readonly organisation: OrganisationName;
}

export function takeApart(name: string): TakenApart {
  const tokens = tokensOf(name);
  return { name, tokens, organisation: readOrganisation(name, tokens) };
}

/** The same of a name that is compared with many, one after another. */
export function takeApartForMany(name: string): TakenApart {
  const apart = takeApart(name);
  for (const token of apart.tokens) keep(token);
  return apart;
}

/** Compares two names in any script, the same both ways; a name without letters is like nothing. */
export const compareNames = (one: string, two: string): NameComparison =>
  compareApart(takeApartForMany(one), takeApart(two));

/** The same of names that are taken apart already. */
export function compareApart(one: TakenApart, two: TakenApart): NameComparison {
  return one.name <= two.name ? inOrder(one, two) : turned(inOrder(two, one));
}

/** Where two assignments hold as much, which one is taken hangs on the order: so the order is always the same. */
function inOrder(one: TakenApart, two: TakenApart): NameComparison {
  const translated = translate(one.organisation, two.organisation);
  const alignment = translated?.alignment ?? align(one.tokens, two.tokens);
  const found = translated?.measures ?? measuresOf(alignment);
  const all =
    translated === undefined
      ? [...one.tokens, ...two.tokens]
      : [...one.organisation.inOrder, ...two.organisation.inOrder].map(({ token }) => token);
  return {
    probability: probabilityOf(scoreOf(found)),
    parts: alignment.matches.map(partOf),
    leftAlone: alignment.left.map(({ text }) => text),
    rightAlone: alignment.right.map(({ text }) => text),
    particles: [...new Set(all.flatMap((token) => (isNoWord(token) ? [token.text] : [])))],
    evidence: evidenceOf(found),
  };
}

const turned = ({ parts, leftAlone, rightAlone, ...rest }: NameComparison): NameComparison => ({
  ...rest,
  parts: parts.map((part) => ({ ...part, left: part.right, right: part.left })),
  leftAlone: rightAlone,
  rightAlone: leftAlone,
});

const { weights, curve } = model;
const [, least] = curve[0] as readonly [number, number];

/** Natural logarithm of the odds, before it is made a share that was seen. */
export const scoreOf = (found: Measures): number =>
  measures.reduce((score, measure) => score + weights[measure] * found[measure], model.constant);

function evidenceOf(found: Measures): Record<Measure | 'start', number> {
  const bits = (value: number): number => value / Math.LN2;
  const of = (measure: Measure): [Measure, number] => [measure, bits(weights[measure] * found[measure])];
  return {
    start: bits(model.constant),
    ...(Object.fromEntries(measures.map(of)) as Record<Measure, number>),
  };
}

/** On the curve, straight between its points and level beyond its ends. */
function probabilityOf(score: number): number {
  const after = curve.findIndex(([at]) => at > score);
  if (after === 0) return least;
  const [from, low] = curve.at(after === -1 ? -1 : after - 1) as readonly [number, number];
  if (after === -1) return low;
  const [to, high] = curve[after] as readonly [number, number];
  return low + ((score - from) / (to - from)) * (high - low);
}

function partOf(match: Alignment['matches'][number]): NamePart {
  return {
    left: written(match.left),
    right: written(match.right),
    how: howOf(match),
    likeness: match.quality,
    bits: bitsOf(match),
  };
}

function howOf({ left, right, isInitial, how }: Alignment['matches'][number]): NamePart['how'] {
  if (isInitial) return 'initial';
  if (how === 'legal-form' || how === 'acronym') return how;
  if (written(left) === written(right)) return 'same';
  if (how === 'translation') return how;
  const [[one, ...ones], [two, ...twos]] = [left, right];
  const areSingle = one !== undefined && two !== undefined && ones.length + twos.length === 0;
  return areSingle && isOtherForm(one, two) ? 'form' : 'sound';
}

const written = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
