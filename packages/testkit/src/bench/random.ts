/** Chance that repeats: the same seed gives the same worlds. */

/** Mulberry32: a number from 0 to 1 for each call. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A random UUID's shape around two numbers, so that an object's id follows from its place alone. */
export function uuidOf(space: number, index: number): string {
  const hex = (value: number, length: number): string =>
    value.toString(16).padStart(length, '0').slice(-length);
  const spread = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${hex(spread, 8)}-${hex(space, 4)}-4000-8000-${hex(index, 12)}`;
}
