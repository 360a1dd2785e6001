/** Numbers with the highest values, a few of many: those that fall behind are dropped now and then. */
export class Tops {
  private readonly most: number;
  /** Of two with the same value, the one that has less of it comes first. */
  private readonly tieOf: (number: number) => number;
  private kept: { number: number; value: number }[] = [];
  private floor = -Infinity;

  constructor(most: number, tieOf: (number: number) => number) {
    this.most = most;
    this.tieOf = tieOf;
  }

  add(number: number, value: number): void {
    if (value < this.floor) return;
    this.kept.push({ number, value });
    if (this.kept.length >= 4 * this.most + 64) this.cut();
  }

  numbers(): number[] {
    this.cut();
    return this.kept.map(({ number }) => number);
  }

  private cut(): void {
    this.kept.sort((one, two) => two.value - one.value || this.tieOf(one.number) - this.tieOf(two.number));
    if (this.kept.length <= this.most) return;
    this.kept.length = this.most;
    this.floor = (this.kept.at(-1) as { value: number }).value;
  }
}
