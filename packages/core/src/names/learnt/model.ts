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
    first: 0.0818,
    second: 0.2803,
    further: 0.1636,
    covered: 1.6416,
    near: 3.419,
    initials: 0.252,
  },
  constant: -2.4041,
  curve: [
    [-8, 0.0155],
    [-6, 0.0172],
    [-5, 0.0237],
    [-4, 0.0264],
    [-3, 0.0325],
    [-2.5, 0.0469],
    [-2, 0.0693],
    [-1.5, 0.1323],
    [-1, 0.3081],
    [-0.5, 0.4779],
    [0, 0.6126],
    [0.5, 0.6176],
    [1, 0.6941],
    [1.5, 0.8257],
    [2, 0.9196],
    [2.5, 0.9265],
    [3, 0.9472],
    [4, 0.9867],
    [5, 0.995],
    [6, 0.995],
  ],
};
