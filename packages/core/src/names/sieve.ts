/**
 * Which names hold which tokens, in typed arrays, and which of them hold most of what is wanted: a guess at what a
 * comparison would say, made of likenesses of tokens alone.
 */
import { Growing } from './growing.ts';
import { missingOf, Scale } from './scale.ts';
import { Tops } from './tops.ts';
import { leastQuality, near, slight, type Wanted } from './wanted.ts';

/** Names whose tokens are weighed one by one. */
const weighedCount = 250;
/** Names of the same tokens that are compared besides. */
const mostSame = 20;
/** What a bit that only the name of the index holds takes from that sum. */
const unwanted = 0.15;
/** What a token of the index may stand for. */
interface Match {
  readonly wanted: number;
  readonly quality: number;
}

export class Sieve {
  /** The tokens of all names behind one another, with tenths of bits, below zero for several as one; where each begins. */
  private readonly tokens = new Growing(8192);
  private readonly weights = new Growing(8192);
  private readonly begins = new Growing();
  private readonly totals = new Growing();
  /** For each token the last place that has it, from each place the one before, and the name of each place. */
  private readonly lastOf = new Growing();
  private readonly before = new Growing(8192);
  private readonly nameAt = new Growing(8192);
  private readonly counts = new Growing();
  private total = 0;
  private begin = 0;
  /** When a name was last met. */
  private seen = new Int32Array(1024);
  private asked = 0;
  /** For each token, which row of what it may stand for is its own; 0 where it stands for nothing. */
  private rowOf = new Int32Array(1024);
  private rows: Match[][] = [[]];
  private entered: number[] = [];

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

  /**
   * The names that hold most of what is wanted, the likeliest first.
   * @param looked how many names are looked at: those with the rarest tokens
   */
  best(wanted: readonly Wanted[], looked: number, most: number): number[] {
    this.enter(wanted);
    const scale = new Scale(wanted);
    const likely = this.tops(this.holding(wanted, looked), wanted, scale);
    const scores = likely.map((name) => {
      this.gather(name, scale);
      const nearest = this.complete(name, wanted, scale);
      return { name, score: scale.score(this.totals.at(name) / 10, nearest) };
    });
    this.leave();
    const same = this.same(wanted);
    const others = scores
      .sort((one, two) => two.score - one.score || one.name - two.name)
      .slice(0, most)
      .map(({ name }) => name);
    return [...new Set([...same, ...others])];
  }

  /** Names of these very tokens, a few: by what they may stand for alone, others might be likelier. */
  private same(wanted: readonly Wanted[]): number[] {
    const tokens = wanted.filter(({ from, to }) => to - from === 1).map(({ token }) => token);
    const known = tokens.filter((token) => token !== undefined);
    if (known.length < tokens.length || known.length === 0) return [];
    const rarest = known.reduce((one, other) => (this.counts.at(other) < this.counts.at(one) ? other : one));
    const found: number[] = [];
    for (let place = this.lastOf.at(rarest); place !== -1; place = this.before.at(place)) {
      const name = this.nameAt.at(place);
      if (this.isOf(name, known) && found.at(-1) !== name) found.push(name);
      if (found.length === mostSame) break;
    }
    return found;
  }

  private isOf(name: number, tokens: readonly number[]): boolean {
    const begin = this.begins.at(name);
    if (this.endOf(name) - begin < tokens.length) return false;
    const last = begin + tokens.length;
    const hasMore = last < this.endOf(name) && this.weights.at(last) >= 0;
    return !hasMore && tokens.every((token, at) => this.tokens.at(begin + at) === token);
  }

  /** Those that hold most, at a rough look. */
  private tops(names: readonly number[], wanted: readonly Wanted[], scale: Scale): number[] {
    const tops = new Tops(weighedCount);
    for (const name of names) {
      const sum = this.gather(name, scale) + this.roughly(name, wanted, scale.missing);
      tops.add(name, sum - (unwanted * this.totals.at(name)) / 10);
    }
    return tops.numbers();
  }

  /** Notes for each token what it may stand for. */
  private enter(wanted: readonly Wanted[]): void {
    if (this.rowOf.length < this.lastOf.length) this.rowOf = new Int32Array(this.lastOf.length * 2);
    for (const [number, { likes }] of wanted.entries()) {
      for (const { token, quality } of likes.found) this.note(token, { wanted: number, quality });
    }
  }

  private note(token: number, match: Match): void {
    const row = this.rowOf[token] as number;
    if (row > 0) {
      this.rows[row]?.push(match);
      return;
    }
    this.rowOf[token] = this.rows.push([match]) - 1;
    this.entered.push(token);
  }

  private leave(): void {
    for (const token of this.entered) this.rowOf[token] = 0;
    [this.entered, this.rows] = [[], [[]]];
  }

  /** Names that hold a token that is wanted: those of the rarest first, and of each the likest. */
  private holding(wanted: readonly Wanted[], looked: number): number[] {
    if (this.seen.length < this.begins.length) this.seen = new Int32Array(this.begins.length * 2);
    this.asked += 1;
    const telling = wanted.some(({ isSlight }) => !isSlight) ? wanted.filter((one) => !one.isSlight) : wanted;
    const order = telling
      .map(({ likes: { found } }) => ({
        like: found,
        count: found.reduce((sum, { token }) => sum + this.counts.at(token), 0),
      }))
      .sort((one, two) => one.count - two.count);
    const found: number[] = [];
    for (const { like } of order) {
      for (const { token } of like) {
        for (let place = this.lastOf.at(token); place !== -1; place = this.before.at(place)) {
          const name = this.nameAt.at(place);
          if (this.seen[name] === this.asked) continue;
          this.seen[name] = this.asked;
          found.push(name);
        }
        if (found.length >= looked) return found;
      }
    }
    return found;
  }

  /** Puts on the scale what a name holds; the sum of it, in bits. */
  private gather(name: number, scale: Scale): number {
    scale.clear();
    const end = this.endOf(name);
    for (let place = this.begins.at(name); place < end; place += 1) {
      const row = this.rowOf[this.tokens.at(place)] as number;
      if (row === 0) continue;
      const own = Math.abs(this.weights.at(place)) / 10;
      for (const { wanted, quality } of this.rows[row] as readonly Match[])
        scale.put(wanted, quality, own, place);
    }
    return scale.settle();
  }

  /** What the name's tokens may be worth, by rough forms alone, for what nothing stands for; in bits. */
  private roughly(name: number, wanted: readonly Wanted[], missing: number): number {
    let sum = 0;
    const end = this.endOf(name);
    for (let number = 0; missing >> number > 0; number += 1) {
      if (((missing >> number) & 1) === 0) continue;
      const { likes, weight, isSlight } = wanted[number] as Wanted;
      if (isSlight) continue;
      let best = 0;
      for (let place = this.begins.at(name); place < end; place += 1) {
        const tenths = this.weights.at(place);
        if (tenths <= slight) continue;
        const bits = likes.roughlyTo(this.tokens.at(place)) * (weight + tenths / 10);
        if (bits > best) best = bits;
      }
      sum += best / 2;
    }
    return sum;
  }

  /** Weighs what nothing stands for against the tokens that stand for nothing; the likeness of the likest two left. */
  private complete(name: number, wanted: readonly Wanted[], scale: Scale): number {
    const left = this.wordsLeft(name, scale);
    for (const { number, likes } of missingOf(wanted, scale)) {
      for (const place of left) {
        const quality = likes.likenessTo(this.tokens.at(place));
        if (quality >= leastQuality) scale.put(number, quality, this.weights.at(place) / 10, place);
      }
    }
    const words = missingOf(wanted, scale).filter(({ isSlight }) => !isSlight);
    const others = this.wordsLeft(name, scale);
    if (words.length === 0 || others.length === 0) return near.nothingLeft;
    return Math.max(
      near.unlike,
      ...words.flatMap(({ likes }) => others.map((place) => likes.likenessTo(this.tokens.at(place)))),
    );
  }

  /** Where a name has words that stand for nothing. */
  private wordsLeft(name: number, scale: Scale): number[] {
    const left: number[] = [];
    for (let place = this.begins.at(name); place < this.endOf(name); place += 1) {
      if (this.weights.at(place) > slight && !scale.isTaken(place)) left.push(place);
    }
    return left;
  }

  private endOf(name: number): number {
    return name + 1 < this.begins.length ? this.begins.at(name + 1) : this.begin;
  }
}
