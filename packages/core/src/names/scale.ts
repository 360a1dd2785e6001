/** What a name of an index holds of what is wanted, and what a comparison would say of it, nearly. */
import { scoreOf } from './compare.ts';
import { singlesOf, type Wanted } from './wanted.ts';

/** What of one name stands for what is wanted: of each the best, and several as one where that tells more. */
export class Scale {
  private readonly wanted: readonly Wanted[];
  private readonly bits: Float64Array;
  private readonly own: Float64Array;
  /** Which token of the name stands for each. */
  private readonly places: Int32Array;
  /** Bits of what is wanted, and how many single tokens it has. */
  private readonly total: number;
  readonly singles: number;

  constructor(wanted: readonly Wanted[]) {
    this.wanted = wanted;
    this.bits = new Float64Array(wanted.length);
    this.own = new Float64Array(wanted.length);
    this.places = new Int32Array(wanted.length);
    const singles = singlesOf(wanted);
    this.singles = singles.length;
    this.total = singles.reduce((sum, { weight }) => sum + weight, 0);
  }

  clear(): void {
    this.bits.fill(0);
  }

  /** How many are wanted. */
  get count(): number {
    return this.bits.length;
  }

  drop(number: number): void {
    this.bits[number] = 0;
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

  /** Chooses between single tokens and those as one, and lets no token of the name stand for two. */
  settle(): void {
    for (let number = this.singles; number < this.wanted.length; number += 1) {
      if (this.bits[number] === 0) continue;
      const { from, to } = this.wanted[number] as Wanted;
      let single = 0;
      for (let at = from; at < to; at += 1) single += this.bits[at] as number;
      const isBetter = (this.bits[number] as number) > single;
      if (isBetter) for (let at = from; at < to; at += 1) this.bits[at] = 0;
      else this.bits[number] = 0;
    }
    for (let one = 0; one < this.bits.length; one += 1) {
      for (let two = 0; two < one; two += 1) {
        if (this.places[one] !== this.places[two]) continue;
        const lesser = (this.bits[one] as number) > (this.bits[two] as number) ? two : one;
        this.bits[lesser] = 0;
      }
    }
  }

  /**
   * What a comparison would say, nearly.
   * @param total bits of the name's own tokens
   * @param nearest how like the likest two are that stand for nothing
   */
  score(total: number, nearest: number, initials = 0): number {
    let [first, second, sum, mine, theirs] = [0, 0, 0, 0, 0];
    let near = nearest;
    for (let number = 0; number < this.bits.length; number += 1) {
      const bits = this.bits[number] as number;
      if (bits === 0) continue;
      sum += bits;
      mine += (this.wanted[number] as Wanted).weight;
      theirs += this.own[number] as number;
      near = Math.min(near, this.qualityOf(number));
      if (bits > first) [first, second] = [bits, first];
      else if (bits > second) second = bits;
    }
    const matched = (mine + theirs) / 2;
    const rest = Math.max(0, this.total - mine, total - theirs);
    const covered = matched === 0 ? 0 : matched / (matched + rest);
    return scoreOf({ first, second, further: sum - first - second, covered, near, initials });
  }

  /** How like it is what stands for one that is wanted. */
  private qualityOf(number: number): number {
    const weight = (this.wanted[number] as Wanted).weight + (this.own[number] as number);
    return weight === 0 ? 1 : (2 * (this.bits[number] as number)) / weight;
  }
}
