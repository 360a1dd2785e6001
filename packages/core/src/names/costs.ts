/**
 * What it costs, in bits, that a sound of one script is written so in another, and how rare signs and tokens are. Both
 * are learnt from CC0 data (`scripts/names`), and taken apart when they are first wanted.
 */
import { rarity } from './learnt/rarity.ts';
import { soundCosts } from './learnt/sound-costs.ts';
import type { Script } from './script.ts';

/** Bits of a step, by its number (`stepNumber`). */
export type Costs = ReadonlyMap<number, number>;

/** Signs that one step takes at most from the first and from the second text. */
export const longestStep = { from: 3, to: 2 } as const;

const radix = 1024;

/** The number of a step: the codes of up to three signs and of up to two. A sign that is not there counts nothing. */
export const stepNumber = (a: number, b: number, c: number, x: number, y: number): number =>
  (((a * radix + b) * radix + c) * radix + x) * radix + y;

const numbered = /(\S+?)(\d+)(?: |$)/g;

/** Bits by key, from a line of keys with tenths of bits behind them. */
const parse = (line: string): [string, number][] =>
  [...line.matchAll(numbered)].map(([, key = '', tenths]) => [key, Number(tenths) / 10]);

/** The code of the sign at a place from the end of a text, 0 where there is none. */
const code = (text: string, fromEnd: number): number =>
  text.length < fromEnd ? 0 : text.charCodeAt(text.length - fromEnd);

function numberOf(step: string): number {
  const [from = '', to = ''] = step.split('>');
  return stepNumber(code(from, 3), code(from, 2), code(from, 1), code(to, 2), code(to, 1));
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const costs = once(
  () =>
    new Map(
      soundCosts.map(([key, line]) => [
        key,
        new Map(parse(line).map(([step, bits]) => [numberOf(step), bits] as const)),
      ]),
    ),
);
const rare = once(
  () =>
    new Map(
      rarity.map(([script, signs, tokens]) => [
        script,
        { signs: new Map(parse(signs)), tokens: new Map(parse(tokens)) },
      ]),
    ),
);

/** Costs of steps for two scripts, by their key (`pairOfScripts`). */
export const costsOf = (key: string): Costs => costs().get(key) ?? new Map<number, number>();

/** Bits of a sign that none of the names that were learnt from has. */
const unseenSign = 9;
/** No name tells more than that it is one in some thousands: families share theirs. */
const rarest = 13;

/** Bits that the signs of a token hold by themselves. */
export function signBits(sounds: string, script: Script): number {
  const table = rare().get(script)?.signs;
  let bits = 0;
  for (const sign of sounds) bits += table?.get(sign) ?? unseenSign;
  return bits;
}

/** Bits that it tells to have this token: a common name tells less than its signs do. */
export function tokenBits(sounds: string, script: Script): number {
  const known = rare().get(script)?.tokens.get(sounds) ?? Infinity;
  return Math.min(known, rarest, signBits(sounds, script));
}
