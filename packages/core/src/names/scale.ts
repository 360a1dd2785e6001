/** What a name of an index holds of what is wanted, and what a comparison would say of it, nearly. */
import { scoreOf } from './compare.ts';
import type { Wanted } from './wanted.ts';

/** What of one name stands for what is wanted: of each the best, and several as one where that tells more. */
export class Scale {
  private readonly wanted: readonly Wanted[];
  private readonly bits: Float64Array;
  private readonly own: Float64Array;
  /** Which token of the name stands for each. */
  private readonly places: Int32Array;
  private readonly total: number;
  private readonly singles: number;

  constructor(wanted: readonly Wanted[]) {
    this.wanted = wanted;
    this.bits = new Float64Array(wanted.length);
    this.own = new Float64Array(wanted.length);
    this.places = new Int32Array(wanted.length);
    this.singles = wanted.filter(({ from, to }) => to - from === 1).length;
    this.total = wanted.slice(0, this.singles).reduce((sum, { weight }) => sum + weight, 0);
  }

  clear(): void {
    for (let number = 0; number < this.bits.length; number += 1) this.bits[number] = 0;
  }

  /** Single tokens for which nothing stands, as bits. */
  get missing(): number {
    let covered = 0;
    for (let number = 0; number < this.bits.length; number += 1) {
      if (this.bits[number] === 0) continue;
      const { from, to } = this.wanted[number] as Wanted;
      covered |= (1 << to) - (1 << from);
    }
    return ((1 << this.singles) - 1) & ~covered;
  }

  /** Which single tokens nothing stands for. */
  missingNumbers(): number[] {
    const numbers: number[] = [];
    for (let [left, number] = [this.missing, 0]; left > 0; left >>= 1, number += 1) {
      if ((left & 1) === 1) numbers.push(number);
    }
    return numbers;
  }

  isTaken(place: number): boolean {
    for (let number = 0; number < this.places.length; number += 1) {
      if (this.places[number] === place && (this.bits[number] as number) > 0) return true;
    }
    return false;
  }

  put(number: number, quality: number, own: number, place: number): void {
    const bits = (quality * ((this.wanted[number] as Wanted).weight + own)) / 2;
    if (bits <= (this.bits[number] as number)) return;
    this.bits[number] = bits;
    this.own[number] = own;
    this.places[number] = place;
  }

  /** Chooses between single tokens and those as one; the sum of bits. */
  settle(): number {
    for (let number = this.singles; number < this.wanted.length; number += 1) {
      const { from, to } = this.wanted[number] as Wanted;
      let single = 0;
      for (let at = from; at < to; at += 1) single += this.bits[at] as number;
      const isBetter = (this.bits[number] as number) > single;
      if (isBetter) for (let at = from; at < to; at += 1) this.bits[at] = 0;
      else this.bits[number] = 0;
    }
    let sum = 0;
    for (const bits of this.bits) sum += bits;
    return sum;
  }

  /**
   * What a comparison would say, nearly.
   * @param total bits of the name's own tokens
   * @param nearest how like the likest two are that stand for nothing
   */
  score(total: number, nearest: number): number {
    const told: number[] = [];
    let [mine, theirs] = [0, 0];
    for (const [number, bits] of this.bits.entries()) {
      if (bits === 0) continue;
      told.push(bits);
      mine += (this.wanted[number] as Wanted).weight;
      theirs += this.own[number] as number;
    }
    const [first = 0, second = 0, ...others] = told.sort((one, two) => two - one);
    const [left, right] = [Math.max(0, this.total - mine), Math.max(0, total - theirs)];
    const matched = (mine + theirs) / 2;
    return scoreOf({
      first,
      second,
      further: others.reduce((sum, bits) => sum + bits, 0),
      covered: matched === 0 ? 0 : matched / (matched + Math.max(left, right)),
      near: nearest,
      initials: 0,
    });
  }
}
