/**
 * How like two tokens are: the cheapest way to write the one as the other, held against chance. The steps and their
 * costs are those of an edit model with several signs a step (Ristad and Yianilos 1998; Jiampojamarn et al. 2007).
 */
import {
  codeOf,
  costsOf,
  longestStep,
  shapeOf,
  signBits,
  stepBits,
  stepNumber,
  width,
  type Costs,
} from './costs.ts';
import { pairOfScripts, type Script } from './script.ts';

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

/** Codes of both texts behind three of no sign, and what the way to each place costs; made anew for longer texts. */
let left = new Uint8Array(64);
let right = new Uint8Array(64);
let ways = new Float64Array(1024);

/** Bits of the cheapest way from one text of signs to another. */
function cheapest(one: string, two: string, costs: Costs): number {
  if (one.length + 3 > left.length) left = new Uint8Array(2 * one.length + 3);
  if (two.length + 3 > right.length) right = new Uint8Array(2 * two.length + 3);
  const row = two.length + 1;
  if ((one.length + 1) * row > ways.length) ways = new Float64Array(2 * (one.length + 1) * row);
  for (let i = 0; i < one.length; i += 1) left[i + 3] = codeOf(one.charCodeAt(i));
  for (let j = 0; j < two.length; j += 1) right[j + 3] = codeOf(two.charCodeAt(j));
  ways[0] = 0;
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j <= two.length; j += 1) ways[i * row + j] = cheapestTo(costs, i, j, row);
  }
  return ways[one.length * row + two.length] as number;
}

/** Bits of the cheapest way to a place, from those before it. */
function cheapestTo(costs: Costs, i: number, j: number, row: number): number {
  const at = i * row + j;
  const c = left[i + 2] as number;
  const y = right[j + 2] as number;
  const { single } = costs;
  if (i === 0) return (ways[at - 1] as number) + (single[y] as number);
  let least = (ways[at - row] as number) + (single[c * width] as number);
  if (j === 0) return least;
  const lone = (ways[at - 1] as number) + (single[y] as number);
  if (lone < least) least = lone;
  const one = (ways[at - row - 1] as number) + (single[c * width + y] as number);
  if (one < least) least = one;
  const shapes = costs.shapes[c * width + y] as number;
  return shapes === 0 ? least : throughSteps(costs, shapes, at, i, j, row, least);
}

/** The same by steps of several signs, where one costs less than what is given. */
function throughSteps(
  costs: Costs,
  shapes: number,
  at: number,
  i: number,
  j: number,
  row: number,
  given: number,
): number {
  let least = given;
  const most = i < longestStep.from ? i : longestStep.from;
  for (let from = most; from > 0; from -= 1) {
    for (let to = j === 1 ? 1 : longestStep.to; to > 0; to -= 1) {
      if ((shapes & shapeOf(from, to)) === 0) continue;
      const before = ways[at - from * row - to] as number;
      if (before >= least) continue;
      const a = from > 2 ? (left[i] as number) : 0;
      const b = from > 1 ? (left[i + 1] as number) : 0;
      const x = to > 1 ? (right[j + 1] as number) : 0;
      const bits =
        before + stepBits(costs, stepNumber(a, b, left[i + 2] as number, x, right[j + 2] as number));
      if (bits < least) least = bits;
    }
  }
  return least;
}
