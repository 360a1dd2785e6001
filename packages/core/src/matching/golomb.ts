/**
 * Sorted numbers as Golomb–Rice codes of the gaps between them: what is above `bits` bits in unary, ones with a zero
 * behind, then the rest in binary, the highest bit first.
 */

/** @param sorted whole numbers below 2^53, none less than the one before */
export function encodeGaps(sorted: Iterable<number>, bits: number): Uint8Array {
  const out: number[] = [];
  let [byte, filled] = [0, 0];
  const put = (bit: number): void => {
    byte = byte * 2 + bit;
    filled += 1;
    if (filled < 8) return;
    out.push(byte);
    [byte, filled] = [0, 0];
  };
  let last = 0;
  for (const value of sorted) {
    const gap = value - last;
    last = value;
    for (let ones = Math.floor(gap / 2 ** bits); ones > 0; ones -= 1) put(1);
    put(0);
    for (let place = bits - 1; place >= 0; place -= 1) put(Math.floor(gap / 2 ** place) % 2);
  }
  while (filled > 0) put(0);
  return Uint8Array.from(out);
}

/** The numbers, or `undefined` where the bytes are not just how `encodeGaps` would write that many. */
export function decodeGaps(bytes: Uint8Array, count: number, bits: number): Float64Array | undefined {
  // Each number takes a bit at least and those of its rest: a false count asks for no memory.
  if (count * (bits + 1) > bytes.length * 8) return undefined;
  const found = new Float64Array(count);
  let [place, last] = [0, 0];
  const next = (): number => {
    const byte = bytes[place >> 3];
    if (byte === undefined) return Number.NaN;
    const bit = (byte >> (7 - (place & 7))) & 1;
    place += 1;
    return bit;
  };
  for (let index = 0; index < count; index += 1) {
    let gap = 0;
    let bit = next();
    for (; bit === 1; bit = next()) gap += 1;
    for (let rest = 0; rest < bits; rest += 1) gap = gap * 2 + (bit = next());
    last += gap;
    if (Number.isNaN(bit) || last > Number.MAX_SAFE_INTEGER) return undefined;
    found[index] = last;
  }
  return isOnlyFilling(bytes, place) ? found : undefined;
}

/** Whether nothing but the zeros that fill the last byte is left. */
function isOnlyFilling(bytes: Uint8Array, place: number): boolean {
  if (Math.ceil(place / 8) !== bytes.length) return false;
  return place % 8 === 0 || ((bytes[place >> 3] as number) & (2 ** (8 - (place % 8)) - 1)) === 0;
}
