/**
 * Learns what each measure of an alignment weighs, and which share of pairs with a score are one person: the scores
 * that calibrate are of pairs that the weights were not learnt from.
 */
import { measures } from '../../packages/core/src/names/measures.ts';
import { dot, fitIsotonic, fitLogistic } from './logistic.ts';
import { readPairs, singleWords } from './pairs.ts';
import { writeTable } from './table.ts';

const parts = 5;
/** Scores at which the curve is kept. */
const knots = [-8, -6, -5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6];

const pairs = readPairs();
const truth = pairs.map(({ isSame }) => (isSame ? 1 : 0));
const scores = pairs.map(() => 0);
for (let part = 0; part < parts; part += 1) {
  const isApart = (index: number): boolean => index % parts === part;
  const model = fitLogistic(
    pairs.filter((_pair, index) => !isApart(index)).map((pair) => pair.measures),
    truth.filter((_one, index) => !isApart(index)),
  );
  for (const [index, pair] of pairs.entries()) {
    if (isApart(index)) scores[index] = model.constant + dot(model.weights, pair.measures);
  }
}
const { weights, constant } = fitLogistic(
  pairs.map((pair) => pair.measures),
  truth,
);
/** The weights are those of judged pairs; a name of one word is as likely as it is by its words. */
const single = singleWords(pairs);
const pools = fitIsotonic(
  [...scores, ...single.map((pair) => constant + dot(weights, pair.measures))],
  [...truth, ...single.map(({ isSame }) => (isSame ? 1 : 0))],
);
const at = (score: number): number => pools.findLast(([from]) => from <= score)?.[1] ?? 0;
/** The mean around a knot, so that no step of the pools is read as exact. */
const around = (score: number): number =>
  [-0.4, -0.2, 0, 0.2, 0.4].reduce((sum, apart) => sum + at(score + apart), 0) / 5;
const curve = knots.map((score) => [score, Math.min(0.995, Math.max(0.001, around(score)))]);
const rounded = (value: number): number => Number(value.toFixed(4));
writeTable(
  'model',
  [
    "import type { Measure } from '../measures.ts';",
    '',
    'interface Model {',
    '  /** Natural logarithms of odds for each unit of a measure. */',
    '  readonly weights: Readonly<Record<Measure, number>>;',
    '  readonly constant: number;',
    '  /** Which share of pairs with a score are one person. */',
    '  readonly curve: readonly (readonly [number, number])[];',
    '}',
    '',
    'export const model: Model = {',
    '  weights: {',
    ...measures.map((measure, index) => `    ${measure}: ${rounded(weights[index] ?? 0)},`),
    '  },',
    `  constant: ${rounded(constant)},`,
    `  curve: [${curve.map(([score, share]) => `[${score}, ${rounded(share ?? 0)}]`).join(', ')}],`,
    '};',
  ].join('\n'),
);
