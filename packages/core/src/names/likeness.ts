/**
 * How like two tokens are: the cheapest way to write the one as the other, held against chance. The steps and their
 * costs are those of an edit model with several signs a step (Ristad and Yianilos 1998; Jiampojamarn et al. 2007).
 */
import { codeOf, costsOf, signBits, width } from './costs.ts';
import type { Script } from './script.ts';
import { waysOf, type Ways } from './ways.ts';

export interface Sounding {
  readonly script: Script;
  readonly sounds: string;
}

/** What is kept of a token that is held against others, as long as the token itself is. */
interface Kept {
  readonly bits: number;
  /** By the script of the others, where those come second. */
  readonly ways: Map<Script, Ways>;
  /** The same where they come first. */
  readonly swapped: Map<Script, Ways>;
}
const kept = new WeakMap<Sounding, Kept>();

/** Says that a token will be held against many: then what is worked out of it for one is kept for the next. */
export function keep(token: Sounding): void {
  if (!kept.has(token)) kept.set(token, begun(token));
}

/** Whether it was said of a token. */
export const isKept = (token: Sounding): boolean => kept.has(token);

const begun = ({ sounds, script }: Sounding): Kept => ({
  bits: signBits(sounds, script),
  ways: new Map(),
  swapped: new Map(),
});

/**
 * How like two tokens are: 1 where each is written as the other would be, 0 where it is as chance has it, or less.
 * @param least below which it need not be known: then it may be told as endlessly little
 */
export function likeness(one: Sounding, two: Sounding, least = -Infinity): number {
  const known = kept.get(one);
  if (known !== undefined) return from(one, two, known, least, false);
  const other = kept.get(two);
  if (other !== undefined) return from(two, one, other, least, true);
  return from(one, two, begun(one), least, false);
}

function from(one: Sounding, two: Sounding, known: Kept, least: number, isSwapped: boolean): number {
  const bits = known.bits + signBits(two.sounds, two.script);
  if (bits === 0) return 0;
  // Where each follows from the other, half of the bits are told twice.
  const most = 10 * (bits - (least * bits) / 2) + little;
  if (leastTenths(two, one.script, !isSwapped) > most) return -Infinity;
  // Between two scripts the costs are the same both ways.
  const towards = isSwapped && one.script === two.script ? known.swapped : known.ways;
  let ways = towards.get(two.script);
  if (ways === undefined) {
    ways = waysOf(one.sounds, costsOf(one.script, two.script, isSwapped));
    towards.set(two.script, ways);
  }
  return Math.min(1, (bits - cheapest(ways, two.sounds, most) / 10) / (bits / 2));
}

/** For rounding. */
const little = 1e-5;

/** What the signs of a token cost at least, written in another script. */
function leastTenths({ sounds, script }: Sounding, other: Script, isSwapped: boolean): number {
  const { cheapest } = costsOf(script, other, isSwapped);
  let sum = 0;
  for (let at = 0; at < sounds.length; at += 1) sum += cheapest[codeOf(sounds.charCodeAt(at))] as number;
  return sum;
}

/** Codes of the other text behind two of no sign, and what the way to each place costs; made anew for longer texts. */
let right = new Uint8Array(64);
let reached = new Int32Array(1024);

/** Tenths of bits of the cheapest way to another text of signs; infinite where it is seen that they are more than `most`. */
function cheapest(ways: Ways, two: string, most: number): number {
  const { signs, rest, costs } = ways;
  if ((rest[0] as number) > most) return Infinity;
  const row = two.length + 1;
  if (two.length + 2 > right.length) right = new Uint8Array(2 * two.length + 2);
  if ((signs.length + 1) * row > reached.length) reached = new Int32Array(2 * (signs.length + 1) * row);
  reached[0] = 0;
  for (let j = 1; j < row; j += 1) {
    const sign = codeOf(two.charCodeAt(j - 1));
    right[j + 1] = sign;
    reached[j] = (reached[j - 1] as number) + (costs.single[sign] as number);
  }
  // No step takes more than three signs, so that each way passes one of three rows.
  let [last, before, now] = [Infinity, Infinity, rest[0] as number];
  for (let i = 1; i <= signs.length; i += 1) {
    [last, before, now] = [before, now, fillRow(ways, i, row) + (rest[i] as number)];
    if (last > most && before > most && now > most) return Infinity;
  }
  return reached[signs.length * row + two.length] as number;
}

/** What the cheapest ways to all places of a row cost, from those before them. @returns the least of them */
function fillRow(ways: Ways, i: number, row: number): number {
  const { costs, signs, begins, taken, given, before, tenths } = ways;
  const { single } = costs;
  const [text, way] = [right, reached];
  const from = (signs[i - 1] as number) * width;
  const gone = single[from] as number;
  const ends = (i - 1) * width;
  let at = i * row;
  let low = (way[at] = (way[at - row] as number) + gone);
  for (let j = 1; j < row; j += 1) {
    at += 1;
    const y = text[j + 1] as number;
    let least = (way[at - row] as number) + gone;
    const added = (way[at - 1] as number) + (single[y] as number);
    if (added < least) least = added;
    const other = (way[at - row - 1] as number) + (single[from + y] as number);
    if (other < least) least = other;
    const two = text[j] as number;
    const three = ((text[j - 1] as number) << 6) | two;
    const end = begins[ends + y + 1] as number;
    for (let step = begins[ends + y] as number; step < end; step += 1) {
      const count = given[step] as number;
      if (count > 1 && before[step] !== (count === 2 ? two : three)) continue;
      const cost = (way[at - (taken[step] as number) * row - count] as number) + (tenths[step] as number);
      if (cost < least) least = cost;
    }
    way[at] = least;
    if (least < low) low = least;
  }
  return low;
}
