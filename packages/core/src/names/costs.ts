/**
 * What it costs, in bits, that a sound of one script is written so in another, and how rare signs and tokens are. Both
 * are learnt from CC0 data (`scripts/names`), and taken apart when they are first wanted.
 */
import { rarity } from './learnt/rarity.ts';
import { soundCosts } from './learnt/sound-costs.ts';
import type { Script } from './script.ts';

/**
 * Bits of the steps of two scripts. Those of one sign to one or none stand in a square; the others, by their number, in
 * a table with open addresses: a comparison asks it some hundreds of times.
 */
export interface Costs {
  /** By the codes of both signs, `first * width + second`; code 0 is no sign. */
  readonly single: Float64Array;
  /**
   * By the codes of the last signs on either side, `strideOfLonger` words: which signs stand before them in longer steps,
   * as bits by their codes (`hasBefore`), for each shape of a step on its own (`before`).
   */
  readonly longer: Int32Array;
  /** By the code of a sign of the first text, the least that it costs in any step: of several signs each has its share. */
  readonly cheapest: Float64Array;
  readonly numbers: Int32Array;
  readonly bits: Float64Array;
}

/** Signs are some forty (`sounds`), so that five codes of six bits make one number. */
export const width = 64;

const codes = new Uint8Array(1024);
let assigned = 0;

/** The code of a sign, from 1; each sign has its own. */
export function codeOf(sign: number): number {
  const known = codes[sign] as number;
  return known === 0 ? (codes[sign] = assigned += 1) : known;
}

/** Words of `longer` for one pair of last signs: two for each set of signs before them. */
export const strideOfLonger = 16;
/** Where the signs stand that come before the last ones: by how many signs a step takes from either side. */
export const before = {
  oneTwo: { right: 0 },
  twoOne: { left: 2 },
  twoTwo: { left: 4, right: 6 },
  threeOne: { first: 14, left: 8 },
  threeTwo: { left: 10, right: 12 },
} as const;

/** Whether a sign is in a set of `longer`. */
export const hasBefore = (longer: Int32Array, set: number, sign: number): boolean =>
  (((longer[set + (sign >> 5)] as number) >>> (sign & 31)) & 1) === 1;

/** The number of a step: the codes of up to three signs and of up to two. A sign that is not there counts nothing. */
export const stepNumber = (a: number, b: number, c: number, x: number, y: number): number =>
  (a << 24) | (b << 18) | (c << 12) | (x << 6) | y;

/** Bits of a step of several signs; infinite where it was never learnt. */
export function stepBits({ numbers, bits }: Costs, number: number): number {
  const last = numbers.length - 1;
  let place = placeOf(number, numbers.length);
  while (numbers[place] !== 0) {
    if (numbers[place] === number) return bits[place] as number;
    place = (place + 1) & last;
  }
  return Infinity;
}

const placeOf = (number: number, length: number): number =>
  (Math.imul(number, 0x9e3779b1) >>> 8) & (length - 1);

const numbered = /(\S+?)(\d+)(?: |$)/g;

/** Bits by key, from a line of keys with tenths of bits behind them. */
const parse = (line: string): [string, number][] =>
  [...line.matchAll(numbered)].map(([, key = '', tenths]) => [key, Number(tenths) / 10]);

/** The code of the sign at a place from the end of a text, 0 where there is none. */
const code = (text: string, fromEnd: number): number =>
  text.length < fromEnd ? 0 : codeOf(text.charCodeAt(text.length - fromEnd));

/** Bits of a step that no table has: the same sign on both sides, another, and one sign too many. */
const unlearnt = { same: 5, other: 16, lone: 11 } as const;

function costsIn(line: string): Costs {
  const single = new Float64Array(width * width).fill(unlearnt.other);
  for (let sign = 0; sign < width; sign += 1) {
    single[sign * width + sign] = unlearnt.same;
    single[sign] = unlearnt.lone;
    single[sign * width] = unlearnt.lone;
  }
  const steps = parse(line);
  let length = 1024;
  while (length < 2 * steps.length) length *= 2;
  const longer = new Int32Array(width * width * strideOfLonger);
  const numbers = new Int32Array(length);
  const bits = new Float64Array(length);
  for (const [step, cost] of steps) {
    const [from = '', to = ''] = step.split('>');
    const at = code(from, 1) * width + code(to, 1);
    if (from.length < 2 && to.length < 2) {
      single[at] = Math.min(single[at] as number, cost);
      continue;
    }
    noteBefore(longer, at * strideOfLonger, from, to);
    const number = stepNumber(code(from, 3), code(from, 2), code(from, 1), code(to, 2), code(to, 1));
    let place = placeOf(number, length);
    while (numbers[place] !== 0 && numbers[place] !== number) place = (place + 1) & (length - 1);
    numbers[place] = number;
    bits[place] = cost;
  }
  return { single, longer, cheapest: cheapestOf(single, steps), numbers, bits };
}

function cheapestOf(single: Float64Array, steps: readonly (readonly [string, number])[]): Float64Array {
  const cheapest = Float64Array.from({ length: width }, (_none, sign) =>
    Math.min(...single.subarray(sign * width, (sign + 1) * width)),
  );
  for (const [step, cost] of steps) {
    const from = step.slice(0, step.indexOf('>'));
    for (let at = 1; at <= from.length; at += 1) {
      const sign = code(from, at);
      cheapest[sign] = Math.min(cheapest[sign] as number, cost / from.length);
    }
  }
  return cheapest;
}

/** Notes which signs stand before the last ones of a step. */
function noteBefore(longer: Int32Array, base: number, from: string, to: string): void {
  const put = (set: number, sign: number): void => {
    const place = base + set + (sign >> 5);
    longer[place] = (longer[place] as number) | (1 << (sign & 31));
  };
  const [first, left, right] = [code(from, 3), code(from, 2), code(to, 2)];
  if (from.length === 1) put(before.oneTwo.right, right);
  else if (from.length === 2 && to.length === 1) put(before.twoOne.left, left);
  else if (from.length === 2) {
    put(before.twoTwo.left, left);
    put(before.twoTwo.right, right);
  } else if (to.length === 1) {
    put(before.threeOne.first, first);
    put(before.threeOne.left, left);
  } else {
    put(before.threeTwo.left, left);
    put(before.threeTwo.right, right);
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** Bits of a sign that none of the names that were learnt from has. */
const unseenSign = 9;
/** Bits of signs by their number. */
function signTable(signs: readonly (readonly [string, number])[]): Float64Array {
  const table = new Float64Array(codes.length).fill(unseenSign);
  for (const [sign, bits] of signs) table[sign.charCodeAt(0)] = bits;
  return table;
}

const costs = once(() => new Map(soundCosts.map(([key, line]) => [key, costsIn(line)])));
const none = once(() => costsIn(''));
const rare = once(
  () =>
    new Map(
      rarity.map(([script, signs, tokens]) => [
        script,
        { signs: signTable(parse(signs)), tokens: new Map(parse(tokens)) },
      ]),
    ),
);

/** Costs of steps for two scripts, by their key (`pairOfScripts`). */
export const costsOf = (key: string): Costs => costs().get(key) ?? none();

/** No name tells more than that it is one in some thousands: families share theirs. */
const rarest = 13;

/** Bits that the signs of a token hold by themselves. */
export function signBits(sounds: string, script: Script): number {
  const table = rare().get(script)?.signs ?? signTable([]);
  let bits = 0;
  for (let at = 0; at < sounds.length; at += 1) bits += table[sounds.charCodeAt(at)] ?? unseenSign;
  return bits;
}

/** Bits that it tells to have this token: a common name tells less than its signs do. */
export function tokenBits(sounds: string, script: Script): number {
  const known = rare().get(script)?.tokens.get(sounds) ?? Infinity;
  return Math.min(known, rarest, signBits(sounds, script));
}
