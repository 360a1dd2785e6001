/** Many lists of whole numbers in one typed array: each has a stretch of its own, and moves to one twice as long. */
import { Growing } from './growing.ts';

export class Lists {
  /** All lists, with what they left behind between them. */
  private readonly stretches = new Growing(8192);
  private readonly begins = new Growing();
  private readonly lengths = new Growing();
  /** How many numbers the stretch of a list has room for: a power of two. */
  private readonly rooms = new Growing();
  /** Stretches that lists have left, by the logarithm of their length. */
  private readonly left: number[][] = Array.from({ length: 32 }, () => []);

  /** What the numbers stand in, from `beginOf` a list on; another array once a number is added. */
  get values(): Int32Array {
    return this.stretches.values;
  }

  /** A new list, without numbers. */
  open(): number {
    this.rooms.push(0);
    this.lengths.push(0);
    return this.begins.push(0);
  }

  beginOf(list: number): number {
    return this.begins.at(list);
  }

  lengthOf(list: number): number {
    return this.lengths.at(list);
  }

  add(list: number, value: number): void {
    const length = this.lengthOf(list);
    if (length === this.rooms.at(list)) this.move(list, Math.max(1, length * 2));
    this.values[this.beginOf(list) + length] = value;
    this.lengths.values[list] = length + 1;
  }

  /** Takes out all numbers that are gone, in one pass however many they are. @returns whether any is left */
  sweep(list: number, isGone: (value: number) => boolean): boolean {
    const { values } = this;
    const begin = this.beginOf(list);
    const end = begin + this.lengthOf(list);
    let to = begin;
    for (let at = begin; at < end; at += 1) {
      const value = values[at] as number;
      if (!isGone(value)) values[to++] = value;
    }
    this.lengths.values[list] = to - begin;
    if (to === begin) this.move(list, 0);
    return to > begin;
  }

  private move(list: number, room: number): void {
    const [before, begin, length] = [this.rooms.at(list), this.beginOf(list), this.lengthOf(list)];
    if (before > 0) this.left[Math.log2(before)]?.push(begin);
    this.rooms.values[list] = room;
    if (room === 0) return;
    const place = this.left[Math.log2(room)]?.pop() ?? this.stretches.claim(room);
    this.values.copyWithin(place, begin, begin + length);
    this.begins.values[list] = place;
  }
}
