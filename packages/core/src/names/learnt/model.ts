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
    first: 0.0753,
    second: 0.2848,
    further: 0.1337,
    covered: 1.6016,
    near: 3.3868,
    initials: 0.27,
  },
  constant: -2.322,
  curve: [
    [-8, 0.001],
    [-6, 0.0063],
    [-5, 0.0175],
    [-4, 0.0257],
    [-3, 0.0359],
    [-2.5, 0.0454],
    [-2, 0.0664],
    [-1.5, 0.1291],
    [-1, 0.2772],
    [-0.5, 0.462],
    [0, 0.606],
    [0.5, 0.6342],
    [1, 0.6804],
    [1.5, 0.7532],
    [2, 0.8441],
    [2.5, 0.8985],
    [3, 0.9467],
    [4, 0.9856],
    [5, 0.995],
    [6, 0.995],
  ],
};
