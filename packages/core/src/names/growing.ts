/** Whole numbers one after another, in one typed array that grows: a million of them take four million bytes. */
export class Growing {
  values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  /** Adds a number behind the others and tells its place. */
  push(value: number): number {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }

  at(place: number): number {
    return this.values[place] as number;
  }
}
