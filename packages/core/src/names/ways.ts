/**
 * All ways to write a token in a script: for each place of it and each sign that may come of it, the steps that were
 * learnt. So of a token that is held against many no step is looked for in vain.
 */
import { codeOf, together, width, type Costs, type LongerStep } from './costs.ts';

export interface Ways {
  readonly costs: Costs;
  /** Codes of the token's signs. */
  readonly signs: Uint8Array;
  /** The least that the signs behind each place cost, and all of them at the first, in tenths of bits. */
  readonly rest: Float64Array;
  /** Where the longer steps begin that end at a place with a sign, `place * width + sign`; they end where the next do. */
  readonly begins: Uint32Array;
  /** Of each of them, how many signs it takes and gives, which have to stand before the last one, and what it costs. */
  readonly taken: Uint8Array;
  readonly given: Uint8Array;
  readonly before: Uint16Array;
  readonly tenths: Uint16Array;
}

export function waysOf(sounds: string, costs: Costs): Ways {
  const signs = Uint8Array.from(sounds, (sign) => codeOf(sign.charCodeAt(0)));
  const lists = Array.from(signs, (_sign, at) => stepsTo(signs, at, costs));
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const ways: Ways = {
    costs,
    signs,
    rest: restOf(signs, costs),
    begins: new Uint32Array(signs.length * width + 1),
    taken: new Uint8Array(count),
    given: new Uint8Array(count),
    before: new Uint16Array(count),
    tenths: new Uint16Array(count),
  };
  let filled = 0;
  for (const [at, steps] of lists.entries()) filled = fill(ways, at, steps, filled);
  return ways;
}

/** The steps that take signs of the token up to a place. */
function stepsTo(signs: Uint8Array, at: number, { longer }: Costs): LongerStep[] {
  const [a, b, c] = [signs[at - 2], signs[at - 1], signs[at] as number];
  const found = [...(longer.get(together(0, 0, c)) ?? [])];
  if (b !== undefined) found.push(...(longer.get(together(0, b, c)) ?? []));
  if (a !== undefined && b !== undefined) found.push(...(longer.get(together(a, b, c)) ?? []));
  return found;
}

const next = new Uint32Array(width + 1);

/** Puts the steps to a place behind those of the places before, in order of the sign that they end with. */
function fill(ways: Ways, at: number, steps: readonly LongerStep[], from: number): number {
  const { begins, taken, given, before, tenths } = ways;
  next.fill(0);
  for (const { last } of steps) next[last + 1] = (next[last + 1] as number) + 1;
  next[0] = from;
  for (let sign = 0; sign < width; sign += 1) {
    next[sign + 1] = (next[sign] as number) + (next[sign + 1] as number);
    begins[at * width + sign + 1] = next[sign + 1] as number;
  }
  for (const step of steps) {
    const place = next[step.last] as number;
    next[step.last] = place + 1;
    taken[place] = step.taken;
    given[place] = step.given;
    before[place] = step.before;
    tenths[place] = step.tenths;
  }
  return from + steps.length;
}

function restOf(signs: Uint8Array, { cheapest }: Costs): Float64Array {
  const rest = new Float64Array(signs.length + 1);
  for (let at = signs.length - 1; at >= 0; at -= 1)
    rest[at] = (rest[at + 1] as number) + (cheapest[signs[at] as number] as number);
  return rest;
}
