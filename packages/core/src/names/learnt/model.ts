/** Learnt from labels of Wikidata (CC0) by scripts/names; not written by hand. */
import type { Measure } from '../measures.ts';

interface Model {
  /** Natural logarithms of odds for each unit of a measure. */
  readonly weights: Readonly<Record<Measure, number>>;
  readonly constant: number;
  /** Which share of pairs with a score are one person. */
  readonly curve: readonly (readonly [number, number])[];
}

export const model: Model = {
  weights: {
    first: 0.0764,
    second: 0.2865,
    further: 0.1189,
    covered: 1.8795,
    near: 3.1946,
    initials: 0.3922,
  },
  constant: -2.3965,
  curve: [
    [-8, 0.001],
    [-6, 0.0044],
    [-5, 0.017],
    [-4, 0.0248],
    [-3, 0.036],
    [-2.5, 0.0513],
    [-2, 0.0765],
    [-1.5, 0.1551],
    [-1, 0.2891],
    [-0.5, 0.4524],
    [0, 0.5724],
    [0.5, 0.5809],
    [1, 0.6179],
    [1.5, 0.7422],
    [2, 0.8304],
    [2.5, 0.9023],
    [3, 0.9527],
    [4, 0.9894],
    [5, 0.995],
    [6, 0.995],
  ],
};
