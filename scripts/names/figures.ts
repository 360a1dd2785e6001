/**
 * Prints how well the pairs of a file are told apart, by scripts: area under the curve, best F1, and recall at a
 * precision of .95. Without a file, the pairs are those that the model was learnt from.
 */
import { compareNames } from '../../packages/core/src/names/compare.ts';
import { readPairs, type Judged } from './pairs.ts';

interface Scored {
  isSame: boolean;
  score: number;
}

/** The chance that a pair of one person has a higher score than one of two. */
function areaUnderCurve(pairs: readonly Scored[]): number {
  const order = [...pairs].sort((one, two) => one.score - two.score);
  let [rank, same, sum] = [0, 0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.score === order[from]?.score) to += 1;
    const middle = rank + (to - from + 1) / 2;
    for (const { isSame } of order.slice(from, to)) {
      if (isSame) [same, sum] = [same + 1, sum + middle];
    }
    rank += to - from;
    from = to;
  }
  return (sum - (same * (same + 1)) / 2) / (same * (order.length - same));
}

/** The best F1 of any threshold, and the most recall where precision is .95 at least. */
function bestOf(pairs: readonly Scored[]): { f1: number; recall: number } {
  const order = [...pairs].sort((one, two) => two.score - one.score);
  const all = order.filter(({ isSame }) => isSame).length;
  let [found, f1, recall] = [0, 0, 0];
  for (const [index, { isSame, score }] of order.entries()) {
    if (isSame) found += 1;
    if (order[index + 1]?.score === score) continue;
    const precision = found / (index + 1);
    f1 = Math.max(f1, (2 * found) / (index + 1 + all));
    if (precision >= 0.95) recall = Math.max(recall, found / all);
  }
  return { f1, recall };
}

const judged = readPairs(process.argv[2]);
const scored = judged.map((pair) => ({ ...pair, score: scoreOf(pair) }));

function scoreOf({ left, right }: Judged): number {
  const { evidence } = compareNames(left, right);
  return Object.values(evidence).reduce((sum, bits) => sum + bits, 0);
}

function print(what: string, pairs: readonly Scored[]): void {
  const { f1, recall } = bestOf(pairs);
  const figures = [areaUnderCurve(pairs), f1, recall].map((value) => value.toFixed(3).padStart(9));
  process.stdout.write(`${what.padEnd(22)}${String(pairs.length).padStart(7)}${figures.join('')}\n`);
}

process.stdout.write(`${'scripts'.padEnd(22)}  pairs      AUC       F1  R at .95\n`);
print(
  'the seven',
  scored.filter(({ isWithin }) => isWithin),
);
print('all', scored);
const kinds = new Set(scored.map(({ scripts }) => [...scripts].sort().join('–')));
for (const kind of [...kinds].sort()) {
  const some = scored.filter(({ scripts }) => [...scripts].sort().join('–') === kind);
  if (some.length >= 100) print(kind, some);
}
