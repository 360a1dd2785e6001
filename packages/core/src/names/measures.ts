/** What an alignment says, as numbers that the model weighs: of each, the more the likelier it is one person. */
import { weightOf, type Alignment } from './align.ts';
import { likeness } from './likeness.ts';
import type { Token } from './normalise.ts';

/** In the order in which the model has its weights. */
export const measures = [
  /** Bits of the part that tells most, of the next one, and of all others. */
  'first',
  'second',
  'further',
  /** What share of the name that is matched less is matched, by what its parts tell. */
  'covered',
  /**
   * How like the likest two are of those that match nothing: where both names have such, they contradict. Where nothing
   * does, how like those are that match least, as what is hardly alike may be another name.
   */
  'near',
  /** Initials that may stand for a name. */
  'initials',
] as const;

export type Measure = (typeof measures)[number];
export type Measures = Readonly<Record<Measure, number>>;

/** How like the likest two are of what is left: where nothing contradicts, at most, and where it does, at least. */
export const near = { nothingLeft: 0.5, unlike: -3 } as const;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The measures of an alignment. */
export function measuresOf(alignment: Alignment): Measures {
  const told = alignment.matches.filter(({ isInitial }) => !isInitial).map(bitsOf);
  const [first = 0, second = 0, ...others] = told.sort((one, two) => two - one);
  const matched = sum(alignment.matches.map(({ weight }) => weight));
  const rest = Math.max(weightOf(alignment.left), weightOf(alignment.right));
  return {
    first,
    second,
    further: sum(others),
    covered: matched === 0 ? 0 : matched / (matched + rest),
    near: nearest(alignment),
    initials: alignment.matches.filter(({ isInitial }) => isInitial).length,
  };
}

/** What a match tells, in bits: less, the less like the two are. */
export const bitsOf = ({ weight, quality }: Alignment['matches'][number]): number => weight * quality;

function nearest(alignment: Alignment): number {
  const [left, right] = [alignment.left, alignment.right].map((tokens) => tokens.filter(isWord)) as [
    Token[],
    Token[],
  ];
  if (left.length === 0 || right.length === 0) {
    const matches = alignment.matches.filter(({ isInitial }) => !isInitial);
    // Initials alone do not make a name.
    if (matches.length === 0) return near.unlike;
    return Math.min(near.nothingLeft, ...matches.map(({ quality }) => quality));
  }
  return Math.max(near.unlike, ...left.flatMap((one) => right.map((two) => likeness(one, two))));
}

/** Neither an initial nor a particle, which contradict nothing. */
const isWord = ({ isInitial, isParticle }: Token): boolean => !isInitial && !isParticle;
