/** Which names hold which tokens, in typed arrays: both ways, so that names come and go. */
import { Growing } from './growing.ts';

export class Postings {
  /** The tokens of all names behind one another, with tenths of bits, below zero for several as one; where each begins. */
  protected readonly tokens = new Growing(8192);
  protected readonly weights = new Growing(8192);
  protected readonly begins = new Growing();
  protected readonly totals = new Growing();
  /** For each token the last place that has it, from each place the one before, and the name of each place. */
  protected readonly lastOf = new Growing();
  protected readonly before = new Growing(8192);
  protected readonly nameAt = new Growing(8192);
  protected readonly counts = new Growing();
  private total = 0;
  private begin = 0;

  /** Adds a token to the name that is being added. */
  addToken(token: number, weight: number, isJoined: boolean): void {
    while (this.lastOf.length <= token) {
      this.lastOf.push(-1);
      this.counts.push(0);
    }
    const place = this.tokens.push(token);
    const tenths = Math.round(weight * 10);
    this.weights.push(isJoined ? -tenths : tenths);
    if (!isJoined) this.total += tenths;
    this.before.push(this.lastOf.at(token));
    this.nameAt.push(this.begins.length);
    this.lastOf.values[token] = place;
    this.counts.values[token] = this.counts.at(token) + 1;
  }

  endName(): void {
    this.begins.push(this.begin);
    this.totals.push(this.total);
    [this.begin, this.total] = [this.tokens.length, 0];
  }

  /** Takes a name's tokens out of the way; what they take up stays taken up. */
  removeName(name: number): void {
    for (let place = this.begins.at(name); place < this.endOf(name); place += 1) {
      const token = this.tokens.at(place);
      this.counts.values[token] = this.counts.at(token) - 1;
      if (this.lastOf.at(token) === place) {
        this.lastOf.values[token] = this.before.at(place);
        continue;
      }
      let later = this.lastOf.at(token);
      while (this.before.at(later) !== place) later = this.before.at(later);
      this.before.values[later] = this.before.at(place);
    }
  }

  protected endOf(name: number): number {
    return name + 1 < this.begins.length ? this.begins.at(name + 1) : this.begin;
  }
}
