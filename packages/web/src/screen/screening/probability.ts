/** How likely it is that two are one person: a word for it, and the number as it may be said. */
export const likelihoods = ['very-likely', 'likely', 'possible', 'unlikely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** The least probability that is called so. */
const least: Readonly<Record<Likelihood, number>> = {
  'very-likely': 0.9,
  likely: 0.7,
  possible: 0.3,
  unlikely: 0,
};

/** Below this a candidate is folded away. */
export const faint = 0.1;

export const likelihoodOf = (probability: number): Likelihood =>
  likelihoods.find((one) => probability >= least[one]) ?? 'unlikely';

/** Never 0 or 100: a name is no proof, and what is unlike may still be one. */
export interface Percent {
  bound: 'over' | 'under' | 'about';
  /** Between .01 and .99. */
  share: number;
}

export function percentOf(probability: number): Percent {
  if (probability > 0.99) return { bound: 'over', share: 0.99 };
  if (probability < 0.01) return { bound: 'under', share: 0.01 };
  return { bound: 'about', share: Math.round(probability * 100) / 100 };
}
