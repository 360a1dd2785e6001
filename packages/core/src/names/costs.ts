/**
 * What it costs, in bits, that a sound of one script is written so in another, and how rare signs and tokens are. Both
 * are learnt from CC0 data (`scripts/names`), and taken apart when they are first wanted.
 */
import { rarity } from './learnt/rarity.ts';
import { soundCosts } from './learnt/sound-costs.ts';
import { pairOfScripts, scripts, type Script } from './script.ts';

/**
 * What the steps from one script to another cost, in tenths of bits: whole numbers, which add up alike in any order. Those
 * of one sign to one or none stand in a square, the others by what they are taken from.
 */
export interface Costs {
  /** By the codes of both signs, `first * width + second`; code 0 is no sign. */
  readonly single: Uint16Array;
  /** Steps of several signs, by those of the first text (`together`). */
  readonly longer: ReadonlyMap<number, readonly LongerStep[]>;
  /** By the code of a sign of the first text, the least that it costs in any step: of several signs each has its share. */
  readonly cheapest: Float64Array;
}

/** A step of several signs to others. */
export interface LongerStep {
  /** How many signs it takes of the first text and of the second. */
  readonly taken: number;
  readonly given: number;
  /** The code of the last of those that are given, and `together` those before it. */
  readonly last: number;
  readonly before: number;
  readonly tenths: number;
}

/** Signs are some forty (`sounds`), so that a code takes six bits. */
export const width = 64;

const codes = new Uint8Array(1024);
let assigned = 0;

/** The code of a sign, from 1; each sign has its own. */
export function codeOf(sign: number): number {
  const known = codes[sign] as number;
  return known === 0 ? (codes[sign] = assigned += 1) : known;
}

/** The codes of up to three signs in one number; a sign that is not there counts nothing. */
export const together = (a: number, b: number, c: number): number => (a << 12) | (b << 6) | c;

const numbered = /(\S+?)(\d+)(?: |$)/g;

/** Tenths of bits by key, from a line of keys with them behind. */
const parse = (line: string): [string, number][] =>
  [...line.matchAll(numbered)].map(([, key = '', tenths]) => [key, Number(tenths)]);
const parseBits = (line: string): [string, number][] =>
  parse(line).map(([key, tenths]) => [key, tenths / 10]);

/** The code of the sign at a place from the end of a text, 0 where there is none. */
const code = (text: string, fromEnd: number): number =>
  text.length < fromEnd ? 0 : codeOf(text.charCodeAt(text.length - fromEnd));

/** Tenths of bits of a step that no table has: the same sign on both sides, another, and one sign too many. */
const unlearnt = { same: 50, other: 160, lone: 110 } as const;

/** Costs of the steps of a line, read from the left to the right or the other way round. */
function costsIn(line: string, isTurned: boolean): Costs {
  const single = new Uint16Array(width * width).fill(unlearnt.other);
  for (let sign = 0; sign < width; sign += 1) {
    single[sign * width + sign] = unlearnt.same;
    single[sign] = unlearnt.lone;
    single[sign * width] = unlearnt.lone;
  }
  const steps = parse(line).map(([step, tenths]) => {
    const [left = '', right = ''] = step.split('>');
    return isTurned ? { from: right, to: left, tenths } : { from: left, to: right, tenths };
  });
  const longer = new Map<number, LongerStep[]>();
  for (const { from, to, tenths } of steps) {
    if (from.length < 2 && to.length < 2) {
      const at = code(from, 1) * width + code(to, 1);
      single[at] = Math.min(single[at] as number, tenths);
      continue;
    }
    const key = together(code(from, 3), code(from, 2), code(from, 1));
    const same = longer.get(key) ?? [];
    longer.set(key, same);
    const before = together(0, code(to, 3), code(to, 2));
    same.push({ taken: from.length, given: to.length, last: code(to, 1), before, tenths });
  }
  return { single, longer, cheapest: cheapestOf(single, steps) };
}

function cheapestOf(
  single: Uint16Array,
  steps: readonly { readonly from: string; readonly tenths: number }[],
): Float64Array {
  const cheapest = Float64Array.from({ length: width }, (_none, sign) =>
    Math.min(...single.subarray(sign * width, (sign + 1) * width)),
  );
  for (const { from, tenths } of steps) {
    for (let at = 1; at <= from.length; at += 1) {
      const sign = code(from, at);
      cheapest[sign] = Math.min(cheapest[sign] as number, tenths / from.length);
    }
  }
  return cheapest;
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

const lines: ReadonlyMap<string, string> = new Map(soundCosts);
/** By the name of a pair, and by the places of its scripts. */
const byName = new Map<string, Costs>();
const known: Costs[] = [];
const placeOf = Object.fromEntries(scripts.map((script, place) => [script, place])) as Record<Script, number>;
const rare = once(
  () =>
    new Map(
      rarity.map(([script, signs, tokens]) => [
        script,
        { signs: signTable(parseBits(signs)), tokens: new Map(parseBits(tokens)) },
      ]),
    ),
);

/**
 * Costs of the steps from one script to another, the same both ways.
 * @param isSwapped the one that is asked for second comes first: within one script that makes a difference
 */
export function costsOf(from: Script, to: Script, isSwapped: boolean): Costs {
  const place = (placeOf[from] * scripts.length + placeOf[to]) * 2 + Number(isSwapped);
  return (known[place] ??= costsFor(from, to, isSwapped));
}

function costsFor(from: Script, to: Script, isSwapped: boolean): Costs {
  const { key, isTurned } = isSwapped ? pairOfScripts(to, from) : pairOfScripts(from, to);
  const name = isTurned === isSwapped ? key : `${key} turned`;
  const made = byName.get(name) ?? costsIn(lines.get(key) ?? '', isTurned !== isSwapped);
  byName.set(name, made);
  return made;
}

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
