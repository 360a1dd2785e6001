/**
 * How like two tokens are: the cheapest way to write the one as the other, held against chance. The steps and their
 * costs are those of an edit model with several signs a step (Ristad and Yianilos 1998; Jiampojamarn et al. 2007).
 */
import {
  codeOf,
  costsOf,
  before as lead,
  hasBefore,
  signBits,
  stepBits,
  stepNumber,
  strideOfLonger,
  width,
  type Costs,
} from './costs.ts';
import { pairOfScripts, type Script } from './script.ts';

export interface Sounding {
  readonly script: Script;
  readonly sounds: string;
}

/**
 * How like two tokens are: 1 where each is written as the other would be, 0 where it is as chance has it, or less.
 * @param least below which it need not be known: then it may be told as endlessly little
 */
export function likeness(one: Sounding, two: Sounding, least = -Infinity): number {
  const { key, isTurned } = pairOfScripts(one.script, two.script);
  const [left, right] = isTurned ? [two, one] : [one, two];
  const bits = signBits(left.sounds, left.script) + signBits(right.sounds, right.script);
  if (bits === 0) return 0;
  // Where each follows from the other, half of the bits are told twice.
  const most = bits - (least * bits) / 2;
  return Math.min(1, (bits - cheapest(left.sounds, right.sounds, costsOf(key), most)) / (bits / 2));
}

/** Codes of both texts behind three of no sign, and what the way to each place costs; made anew for longer texts. */
let left = new Uint8Array(64);
let right = new Uint8Array(64);
let ways = new Float64Array(1024);

/** For rounding. */
const little = 1e-6;

/** Bits of the cheapest way from one text of signs to another; infinite where it is seen that they are more than `most`. */
function cheapest(one: string, two: string, costs: Costs, most: number): number {
  if (one.length + 3 > left.length) left = new Uint8Array(2 * one.length + 3);
  if (two.length + 3 > right.length) right = new Uint8Array(2 * two.length + 3);
  const row = two.length + 1;
  if ((one.length + 1) * row > ways.length) ways = new Float64Array(2 * (one.length + 1) * row);
  for (let i = 0; i < one.length; i += 1) left[i + 3] = codeOf(one.charCodeAt(i));
  for (let j = 0; j < two.length; j += 1) right[j + 3] = codeOf(two.charCodeAt(j));
  ways[0] = 0;
  for (let j = 1; j < row; j += 1) ways[j] = (ways[j - 1] as number) + lone(costs, right[j + 2] as number);
  let rest = 0;
  for (let i = 1; i <= one.length; i += 1) rest += costs.cheapest[left[i + 2] as number] as number;
  // No step takes more than three signs, so that each way passes one of three rows.
  let [last, before, now] = [Infinity, Infinity, rest];
  for (let i = 1; i <= one.length; i += 1) {
    rest -= costs.cheapest[left[i + 2] as number] as number;
    [last, before, now] = [before, now, fillRow(costs, i, row) + rest];
    if (Math.min(last, before, now) > most + little) return Infinity;
  }
  return ways[one.length * row + two.length] as number;
}

/** Bits of a sign that the other text lacks. */
const lone = ({ single }: Costs, sign: number): number => single[sign] as number;

/** Bits of the cheapest ways to all places of a row, from those before them. @returns the least of them */
function fillRow(costs: Costs, i: number, row: number): number {
  const { single } = costs;
  const from = (left[i + 2] as number) * width;
  const gone = single[from] as number;
  let at = i * row;
  let low = (ways[at] = (ways[at - row] as number) + gone);
  for (let j = 1; j < row; j += 1) {
    at += 1;
    const y = right[j + 2] as number;
    let least = (ways[at - row] as number) + gone;
    const added = (ways[at - 1] as number) + (single[y] as number);
    if (added < least) least = added;
    const other = (ways[at - row - 1] as number) + (single[from + y] as number);
    if (other < least) least = other;
    least = throughSteps(costs, at, i, j, row, least);
    ways[at] = least;
    if (least < low) low = least;
  }
  return low;
}

/** The same by steps of several signs, where one costs less than what is given. */
function throughSteps(costs: Costs, at: number, i: number, j: number, row: number, given: number): number {
  const { longer } = costs;
  const [b, c] = [left[i + 1] as number, left[i + 2] as number];
  const [x, y] = [right[j + 1] as number, right[j + 2] as number];
  const base = (c * width + y) * strideOfLonger;
  let least = given;
  if (hasBefore(longer, base + lead.oneTwo.right, x))
    least = through(costs, at - row - 2, stepNumber(0, 0, c, x, y), least);
  if (b === 0) return least;
  if (hasBefore(longer, base + lead.twoOne.left, b))
    least = through(costs, at - 2 * row - 1, stepNumber(0, b, c, 0, y), least);
  const a = left[i] as number;
  if (hasBefore(longer, base + lead.threeOne.left, b) && hasBefore(longer, base + lead.threeOne.first, a))
    least = through(costs, at - 3 * row - 1, stepNumber(a, b, c, 0, y), least);
  if (x === 0) return least;
  if (hasBefore(longer, base + lead.twoTwo.left, b) && hasBefore(longer, base + lead.twoTwo.right, x))
    least = through(costs, at - 2 * row - 2, stepNumber(0, b, c, x, y), least);
  if (
    a !== 0 &&
    hasBefore(longer, base + lead.threeTwo.left, b) &&
    hasBefore(longer, base + lead.threeTwo.right, x)
  )
    least = through(costs, at - 3 * row - 2, stepNumber(a, b, c, x, y), least);
  return least;
}

/** What is given, or what a step costs from a place before, where that is less. */
function through(costs: Costs, from: number, step: number, given: number): number {
  const way = ways[from] as number;
  if (way >= given) return given;
  const bits = way + stepBits(costs, step);
  return bits < given ? bits : given;
}
