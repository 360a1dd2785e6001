/** Which names hold most of what is wanted: a guess at what a comparison would say, by likenesses of tokens alone. */
import { least, slight } from './align.ts';
import { near } from './measures.ts';
import { Postings } from './postings.ts';
import { Scale } from './scale.ts';
import { Tops } from './tops.ts';
import type { Wanted } from './wanted.ts';

/** Names that are looked at roughly, and those of them whose tokens are weighed one by one. */
const [roughCount, weighedCount] = [4000, 200];
/** Names of the same tokens that are compared besides. */
const mostSame = 20;
/** What a bit that only the name of the index holds takes from that sum. */
const unwanted = 0.15;
/** Tenths of bits of an initial, which tells most of what contradicts nothing. */
const slightTenths = slight.initial * 10;

/** What a token of the index may stand for. */
interface Match {
  readonly wanted: number;
  readonly quality: number;
}

export class Sieve extends Postings {
  /** When a name was last met. */
  private seen = new Int32Array(1024);
  /** What it holds, in bits, and which single tokens that are wanted that covers. */
  private sums = new Float32Array(1024);
  private covered = new Uint8Array(1024);
  private asked = 0;
  /** For each token, which row of what it may stand for is its own; 0 where it stands for nothing. */
  private rowOf = new Int32Array(1024);
  private rows: Match[][] = [[]];
  private entered: number[] = [];

  /**
   * The names that hold most of what is wanted, the likeliest first.
   * @param looked how many names are looked at: those with the rarest tokens
   */
  best(wanted: readonly Wanted[], looked: number, most: number): number[] {
    this.enter(wanted);
    const scale = new Scale(wanted);
    const likely = this.likely(this.holding(wanted, looked), wanted);
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

  /** Those that hold most; where they are many, at a rough look at what else they hold. */
  private likely(names: readonly number[], wanted: readonly Wanted[]): number[] {
    const held = new Tops(roughCount);
    for (const name of names) held.add(name, this.heldBy(name));
    const tops = new Tops(weighedCount);
    const all = (1 << wanted.filter(({ from, to }) => to - from === 1).length) - 1;
    for (const name of held.numbers()) {
      const missing = all & ~(this.covered[name] as number);
      tops.add(name, this.heldBy(name) + this.roughly(name, wanted, missing));
    }
    return tops.numbers();
  }

  private heldBy = (name: number): number =>
    (this.sums[name] as number) - (unwanted * this.totals.at(name)) / 10;

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

  /**
   * Names that hold a token that is wanted, those of the rarest first, and of each the likest; with the sum of what they
   * hold, where what stands twice counts twice, and which of the wanted tokens that covers.
   */
  private holding(wanted: readonly Wanted[], looked: number): number[] {
    this.grow();
    this.asked += 1;
    const telling = wanted.some(({ isSlight }) => !isSlight) ? wanted.filter((one) => !one.isSlight) : wanted;
    const order = telling
      .map((one) => ({
        ...one,
        count: one.likes.found.reduce((sum, { token }) => sum + this.counts.at(token), 0),
      }))
      .sort((one, two) => one.count - two.count);
    const found: number[] = [];
    for (const { likes, weight, from, to } of order) {
      const cover = (1 << to) - (1 << from);
      for (const { token, quality } of likes.found) this.hold(token, quality, weight, cover, found, looked);
    }
    return found;
  }

  /** Adds up what the names with a token hold by it; new ones are found while they are few enough. */
  private hold(
    token: number,
    quality: number,
    weight: number,
    cover: number,
    found: number[],
    looked: number,
  ): void {
    const isFull = found.length >= looked;
    for (let place = this.lastOf.at(token); place !== -1; place = this.before.at(place)) {
      const name = this.nameAt.at(place);
      if (this.seen[name] !== this.asked) {
        if (isFull) continue;
        this.seen[name] = this.asked;
        this.sums[name] = 0;
        this.covered[name] = 0;
        found.push(name);
      }
      const own = Math.abs(this.weights.at(place)) / 10;
      this.sums[name] = (this.sums[name] as number) + (quality * (weight + own)) / 2;
      this.covered[name] = (this.covered[name] as number) | cover;
    }
  }

  private grow(): void {
    if (this.seen.length >= this.begins.length) return;
    const length = this.begins.length * 2;
    this.seen = new Int32Array(length);
    this.sums = new Float32Array(length);
    this.covered = new Uint8Array(length);
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
        if (tenths <= slightTenths) continue;
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
    for (const number of scale.missingNumbers()) {
      const { likes } = wanted[number] as Wanted;
      for (const place of left) {
        const quality = likes.likenessTo(this.tokens.at(place));
        if (quality >= least.single) scale.put(number, quality, this.weights.at(place) / 10, place);
      }
    }
    const words = scale.missingNumbers().filter((number) => !(wanted[number] as Wanted).isSlight);
    const others = this.wordsLeft(name, scale);
    if (words.length === 0 || others.length === 0) return near.nothingLeft;
    let nearest: number = near.unlike;
    for (const number of words) {
      const { likes } = wanted[number] as Wanted;
      for (const place of others) nearest = Math.max(nearest, likes.likenessTo(this.tokens.at(place)));
    }
    return nearest;
  }

  /** Where a name has words that stand for nothing. */
  private wordsLeft(name: number, scale: Scale): number[] {
    const left: number[] = [];
    for (let place = this.begins.at(name); place < this.endOf(name); place += 1) {
      if (this.weights.at(place) > slightTenths && !scale.isTaken(place)) left.push(place);
    }
    return left;
  }
}
