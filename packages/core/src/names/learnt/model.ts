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
    first: 0.0739,
    second: 0.2817,
    further: 0.1342,
    covered: 1.6652,
    near: 3.3897,
    initials: 0.3997,
  },
  constant: -2.3376,
  curve: [
    [-8, 0.001],
    [-6, 0.0063],
    [-5, 0.0173],
    [-4, 0.0254],
    [-3, 0.0358],
    [-2.5, 0.0463],
    [-2, 0.0712],
    [-1.5, 0.135],
    [-1, 0.2765],
    [-0.5, 0.468],
    [0, 0.6197],
    [0.5, 0.6468],
    [1, 0.6736],
    [1.5, 0.735],
    [2, 0.8434],
    [2.5, 0.9028],
    [3, 0.9483],
    [4, 0.9854],
    [5, 0.995],
    [6, 0.995],
  ],
};
