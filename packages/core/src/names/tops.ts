/**
 * Numbers with the highest values, a few of many: a heap with the least of them on top, which the next one that is more
 * takes the place of.
 */
export class Tops {
  private readonly most: number;
  /** Of two with the same value, the one that has less of it comes first. */
  private readonly tieOf: (number: number) => number;
  private readonly kept: Int32Array;
  private readonly values: Float64Array;
  private count = 0;

  constructor(most: number, tieOf: (number: number) => number) {
    this.most = most;
    this.tieOf = tieOf;
    this.kept = new Int32Array(most);
    this.values = new Float64Array(most);
  }

  add(number: number, value: number): void {
    if (this.count < this.most) {
      this.count += 1;
      this.rise(this.count - 1, number, value);
    } else if (this.most > 0 && this.isLess(0, number, value)) this.sink(number, value);
  }

  /** The highest first. */
  numbers(): number[] {
    return Array.from({ length: this.count }, (_none, at) => at)
      .sort((one, two) => this.valueAt(two) - this.valueAt(one) || this.tieAt(one) - this.tieAt(two))
      .map((at) => this.kept[at] as number);
  }

  private valueAt(at: number): number {
    return this.values[at] as number;
  }

  private tieAt(at: number): number {
    return this.tieOf(this.kept[at] as number);
  }

  /** Whether what stands at a place comes behind another number. */
  private isLess(at: number, number: number, value: number): boolean {
    const own = this.values[at] as number;
    return own < value || (own === value && this.tieAt(at) > this.tieOf(number));
  }

  private put(at: number, number: number, value: number): void {
    this.kept[at] = number;
    this.values[at] = value;
  }

  private rise(from: number, number: number, value: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.isLess(above, number, value)) break;
      this.put(at, this.kept[above] as number, this.valueAt(above));
      at = above;
    }
    this.put(at, number, value);
  }

  private sink(number: number, value: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.count) break;
      const other = below + 1;
      if (other < this.count && !this.isLess(below, this.kept[other] as number, this.valueAt(other)))
        below = other;
      if (!this.isLess(below, number, value)) break;
      this.put(at, this.kept[below] as number, this.valueAt(below));
      at = below;
    }
    this.put(at, number, value);
  }
}
