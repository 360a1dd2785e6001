/** Which names hold which tokens, in typed arrays: both ways, so that names come and go. */
import { slight } from './align.ts';
import { Growing } from './growing.ts';
import { Lists } from './lists.ts';

export class Postings {
  /** The tokens of all names behind one another, with tenths of bits, below zero for several as one; where each begins. */
  protected readonly tokens = new Growing(8192);
  protected readonly weights = new Growing(8192);
  protected readonly begins = new Growing();
  /** Tenths of bits of all tokens of a name, and what puts names in order that are alike otherwise. */
  protected readonly totals = new Growing();
  protected readonly ties = new Growing();
  /** Names that have no more than one word, as bits. */
  protected readonly short = new Growing();
  /** The names that hold each token. */
  protected readonly holders = new Lists();
  protected listed = 0;
  private total = 0;
  /** Words of the name that is being added. */
  private words = 0;

  constructor() {
    this.begins.push(0);
  }

  /** Adds a token to the name that is being added. */
  addToken(token: number, weight: number, isJoined: boolean): void {
    for (; this.listed <= token; this.listed += 1) this.holders.open();
    const tenths = Math.round(weight * 10);
    this.tokens.push(token);
    this.weights.push(isJoined ? -tenths : tenths);
    if (!isJoined) this.total += tenths;
    if (!isJoined && weight > slight.initial) this.words += 1;
    this.holders.add(token, this.totals.length);
  }

  /** @param tie puts the name in order among those that are alike otherwise */
  endName(tie: number): void {
    const name = this.totals.length;
    this.begins.push(this.tokens.length);
    this.totals.push(this.total);
    if ((name & 31) === 0) this.short.push(0);
    if (this.words <= 1) this.short.values[name >> 5] = this.short.at(name >> 5) | (1 << (name & 31));
    this.ties.push(tie);
    [this.total, this.words] = [0, 0];
  }

  /**
   * Takes the tokens of names out of the way. Each list is gone through once, however many of the names it has.
   * @returns tokens that no name holds any longer
   */
  removeNames(names: readonly number[], isGone: (name: number) => boolean): number[] {
    const held = new Set<number>();
    for (const name of names) {
      for (let place = this.begins.at(name); place < this.endOf(name); place += 1)
        held.add(this.tokens.at(place));
    }
    return [...held].filter((token) => !this.holders.sweep(token, isGone));
  }

  /** Where the tokens of a name begin. */
  beginOf(name: number): number {
    return this.begins.at(name);
  }

  /** Behind the last of them. */
  endOf(name: number): number {
    return this.begins.at(name + 1);
  }

  tokenAt(place: number): number {
    return this.tokens.at(place);
  }

  /** Tenths of bits, below zero for several as one. */
  weightAt(place: number): number {
    return this.weights.at(place);
  }

  /** Bits of all tokens of a name. */
  totalOf(name: number): number {
    return this.totals.at(name) / 10;
  }
}
