/**
 * How like two tokens are: the cheapest way to write the one as the other, held against chance. The steps and their
 * costs are those of an edit model with several signs a step (Ristad and Yianilos 1998; Jiampojamarn et al. 2007).
 */
import { costsOf, longestStep, signBits, stepNumber, type Costs } from './costs.ts';
import { pairOfScripts, type Script } from './script.ts';

/** Bits of a step that no table has: the same sign on both sides, another, and one sign too many. */
const unlearnt = { same: 5, other: 16, lone: 11 } as const;

export interface Sounding {
  readonly script: Script;
  readonly sounds: string;
}

/** How like two tokens are: 1 where each is written as the other would be, 0 where it is as chance has it, or less. */
export function likeness(one: Sounding, two: Sounding): number {
  const { key, isTurned } = pairOfScripts(one.script, two.script);
  const [left, right] = isTurned ? [two, one] : [one, two];
  const bits = signBits(left.sounds, left.script) + signBits(right.sounds, right.script);
  if (bits === 0) return 0;
  // Where each follows from the other, half of the bits are told twice.
  return Math.min(1, (bits - cheapest(left.sounds, right.sounds, costsOf(key))) / (bits / 2));
}

/** Bits of the cheapest way from one text of signs to another. */
function cheapest(one: string, two: string, costs: Costs): number {
  const width = two.length + 1;
  const cost = new Float64Array((one.length + 1) * width).fill(Infinity);
  cost[0] = 0;
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j <= two.length; j += 1) {
      cost[i * width + j] = cheapestTo(i, j);
    }
  }
  return cost[one.length * width + two.length] as number;

  function cheapestTo(i: number, j: number): number {
    let least = Infinity;
    for (let from = Math.min(i, longestStep.from); from >= 0; from -= 1) {
      for (let to = Math.min(j, longestStep.to); to >= 0; to -= 1) {
        if (from + to === 0) continue;
        const before = cost[(i - from) * width + j - to] as number;
        if (before >= least) continue;
        least = Math.min(least, before + stepBits(i, from, j, to));
      }
    }
    return least;
  }

  function stepBits(i: number, from: number, j: number, to: number): number {
    const [a, b, c] = [
      from > 2 ? one.charCodeAt(i - 3) : 0,
      from > 1 ? one.charCodeAt(i - 2) : 0,
      from > 0 ? one.charCodeAt(i - 1) : 0,
    ];
    const [x, y] = [to > 1 ? two.charCodeAt(j - 2) : 0, to > 0 ? two.charCodeAt(j - 1) : 0];
    const learnt = costs.get(stepNumber(a, b, c, x, y)) ?? Infinity;
    if (from > 1 || to > 1) return learnt;
    const { same, other, lone } = unlearnt;
    return Math.min(learnt, from + to === 1 ? lone : c === y ? same : other);
  }
}
