/**
 * Learns what the sounds of one script are written as in another: an edit model with steps of several signs (Ristad and
 * Yianilos 1998; Jiampojamarn et al. 2007), by expectation and maximisation over pairs of tokens.
 */
import { tenths, writeRows } from './table.ts';
import { readPersons, soundPairs } from './training.ts';

/** Signs that one step takes from either side. */
const steps = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
  [3, 1],
  [2, 2],
  [3, 2],
] as const;
const rounds = 6;
/**
 * What is known without examples, counted as if it had been seen so often, as some signs are rare: what several letters of
 * Latin usually stand for, and what is put for each other within Arabic.
 */
const usual: Readonly<Record<string, string>> = {
  Latn: 'zh>Z dh>D dh>đ dh>ž z>đ ch>C j>Z gh>G th>T',
  'Arab-Arab': 'đ>ž ž>đ D>z z>D T>s s>T T>t t>T D>d d>D H>a a>H Y>a a>Y Y>i i>Y',
};
const usualCount = 3;
/**
 * Where there are fewer pairs than this, how much less a step counts by the signs that it takes and gives: what a few names
 * have so is no rule.
 */
const few = 5000;
const discounts = [0, 0, 0, 0.5, 1.5, 1.5];
const fewest = 0.5;

type Pair = readonly [string, string];

const stepOf = (
  one: string,
  i: number,
  from: number,
  other: string,
  j: number,
  to: number,
): string | undefined => {
  const [left, right] = [one.slice(i - from, i), other.slice(j - to, j)];
  // Longer steps are for what shorter ones do not say.
  if (from >= 2 && to >= 2 && (left[0] === right[0] || left.at(-1) === right.at(-1))) return undefined;
  return `${left}>${right}`;
};

function learn(pairs: readonly Pair[], known: readonly string[]): Map<string, number> {
  let chances = new Map<string, number>();
  const starting = (from: number, to: number, step: string): number => {
    const [left, right] = step.split('>');
    if (from === 1 && to === 1) return left === right ? 0.02 : 0.001;
    return from + to === 1 ? 0.0005 : 0.00005;
  };
  for (let round = 0; round < rounds; round += 1) {
    const counts = new Map<string, number>();
    let likelihood = 0;
    for (const [one, other] of pairs) {
      const [m, n] = [one.length, other.length];
      if (m > 16 || n > 16 || m === 0 || n === 0) continue;
      const chanceOf = (from: number, to: number, step: string): number =>
        round === 0 ? starting(from, to, step) : (chances.get(step) ?? 0);
      const ahead = new Float64Array((m + 1) * (n + 1));
      ahead[0] = 1;
      const moves: [number, number, string, number][] = [];
      for (let i = 0; i <= m; i += 1)
        for (let j = 0; j <= n; j += 1)
          for (const [from, to] of steps) {
            if (from > i || to > j) continue;
            const step = stepOf(one, i, from, other, j, to);
            if (step === undefined) continue;
            const chance = chanceOf(from, to, step);
            const before = ahead[(i - from) * (n + 1) + j - to] as number;
            if (chance === 0 || before === 0) continue;
            ahead[i * (n + 1) + j] = (ahead[i * (n + 1) + j] as number) + before * chance;
            moves.push([(i - from) * (n + 1) + j - to, i * (n + 1) + j, step, chance]);
          }
      const whole = ahead[m * (n + 1) + n] as number;
      if (!(whole > 0)) continue;
      likelihood += Math.log2(whole);
      const back = new Float64Array((m + 1) * (n + 1));
      back[m * (n + 1) + n] = 1;
      for (let index = moves.length - 1; index >= 0; index -= 1) {
        const [start, end, step, chance] = moves[index] as [number, number, string, number];
        const behind = back[end] as number;
        if (behind === 0) continue;
        back[start] = (back[start] as number) + chance * behind;
        const share = ((ahead[start] as number) * chance * behind) / whole;
        counts.set(step, (counts.get(step) ?? 0) + share);
      }
    }
    for (const step of known) counts.set(step, (counts.get(step) ?? 0) + usualCount);
    const kept = [...counts]
      .map(([step, count]): [string, number] => [
        step,
        count - (pairs.length < few ? (discounts[step.length - 1] ?? 0) : 0),
      ])
      .filter(([, count]) => count > fewest);
    const total = kept.reduce((sum, [, count]) => sum + count, 0);
    chances = new Map(kept.map(([step, count]) => [step, count / total]));
    process.stderr.write(
      `  round ${round}: ${(likelihood / pairs.length).toFixed(3)} bits a pair, ${chances.size} steps\n`,
    );
  }
  return chances;
}

const pairs = soundPairs(readPersons());
/** Tokens of one pair of scripts that are learnt from. */
const most = 60_000;
/** Steps that come more seldom are not kept. */
const least = 2e-6;

const rows = [...pairs]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([key, all]) => {
    const some =
      all.length <= most ? all : all.filter((_pair, index) => index % Math.ceil(all.length / most) === 0);
    process.stderr.write(`${key}: ${all.length} pairs of tokens, ${some.length} taken\n`);
    const known = (usual[key] ?? (key === 'Latn-Latn' ? '' : (usual[key.split('-')[0] ?? ''] ?? ''))).split(
      ' ',
    );
    const kept = [...learn(some, known)].filter(([, chance]) => chance > least).sort(([, a], [, b]) => b - a);
    return [key, kept.map(([step, chance]) => `${step}${tenths(chance)}`).join(' ')];
  });
writeRows('sound-costs', 'soundCosts', rows);
