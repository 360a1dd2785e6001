/** Whole numbers one after another, in one typed array that grows: a million of them take four million bytes. */
export class Growing {
  values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  /** Adds a number behind the others and tells its place. */
  push(value: number): number {
    const place = this.claim(1);
    this.values[place] = value;
    return place;
  }

  /** Makes room for so many numbers behind the others, and tells where it begins. */
  claim(count: number): number {
    const begin = this.length;
    while (begin + count > this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.length += count;
    return begin;
  }

  at(place: number): number {
    return this.values[place] as number;
  }
}
