/**
 * Which names are likely what is looked for: a guess at what a comparison would say, by likenesses of tokens alone.
 * Names that hold something like two of the tokens come before those that hold one.
 */
import { bitCount } from './bits.ts';
import { near } from './measures.ts';
import { nextToNothing } from './normalise.ts';
import { Postings } from './postings.ts';
import { Rows } from './rows.ts';
import { Scale } from './scale.ts';
import { Tops } from './tops.ts';
import { singlesOf, type Wanted } from './wanted.ts';
import { slightTenths, weigh } from './weigh.ts';

/** Names that are met by the token that fewest hold something like, and by each other one. */
const mostMet = { rarest: 12_000, others: 8000 } as const;
/** Of names that hold one token alone, those that are looked at roughly, and what a bit that is not wanted takes. */
const [mostPart, roughCount, unwanted] = [2000, 600, 0.15];
/**
 * Names whose tokens are weighed one by one: such as hold two, and such as hold one alone, fewer of these where there are
 * names enough that are likelier than not to be meant.
 */
const weighed = { full: 100, part: 200, fewer: 60 } as const;
const good = 1.5;
/** Names of the same tokens that are compared besides. */
const mostSame = 10;
/** How like two tokens are, at a guess, that have such a share of signs in common. */
const guessed = (share: number): number => Math.max(-2, 1.6 * share - 1);

interface Judged {
  readonly name: number;
  /** As `scoreOf`. */
  readonly score: number;
}

export class Sieve extends Postings {
  private readonly rows = new Rows();
  /** When a name was last met. */
  private seen = new Int32Array(1024);
  private asked = 0;
  private readonly tieOf = (name: number): number => this.ties.at(name);
  private full: number[] = [];
  private part: number[] = [];
  private cover = 0;

  /** The names that are likeliest what is wanted, the likeliest first. */
  best(wanted: readonly Wanted[], most: number): number[] {
    this.rows.enter(wanted, this.listed);
    const scale = new Scale(wanted);
    this.meet(wanted);
    const judge = (name: number): Judged => {
      this.gather(name, scale);
      return { name, score: weigh(this, name, wanted, scale) };
    };
    const scores = this.likelyFull(wanted, scale).map(judge);
    const isEnough = scores.filter(({ score }) => score > good).length >= most;
    const part = this.likelyPart(wanted, scale, isEnough ? weighed.fewer : weighed.part);
    scores.push(...part.map(judge));
    this.rows.leave();
    const others = scores
      .sort((one, two) => two.score - one.score || this.tieOf(one.name) - this.tieOf(two.name))
      .slice(0, most)
      .map(({ name }) => name);
    return [...new Set([...this.same(wanted), ...others])];
  }

  /** Names of these very tokens, a few: by what they may stand for alone, others might be likelier. */
  private same(wanted: readonly Wanted[]): number[] {
    const tokens = singlesOf(wanted).map(({ token }) => token);
    const known = tokens.filter((token) => token !== undefined);
    if (known.length < tokens.length || known.length === 0) return [];
    const count = (token: number): number => this.holders.lengthOf(token);
    const rarest = known.reduce((one, other) => (count(other) < count(one) ? other : one));
    const found = new Tops(mostSame, this.tieOf);
    const begin = this.holders.beginOf(rarest);
    for (let at = begin; at < begin + count(rarest); at += 1) {
      const name = this.holders.values[at] as number;
      if (this.isOf(name, known)) found.add(name, 0);
    }
    return found.numbers();
  }

  private isOf(name: number, tokens: readonly number[]): boolean {
    const begin = this.begins.at(name);
    if (this.endOf(name) - begin < tokens.length) return false;
    const last = begin + tokens.length;
    const hasMore = last < this.endOf(name) && this.weights.at(last) > nextToNothing * 10;
    return !hasMore && tokens.every((token, at) => this.tokens.at(begin + at) === token);
  }

  /** Finds names that hold a token that is wanted, those of the rarest first, and of each the likest. */
  private meet(wanted: readonly Wanted[]): void {
    if (this.seen.length < this.begins.length) this.seen = new Int32Array(this.begins.length * 2);
    this.asked += 1;
    [this.full, this.part] = [[], []];
    const words = wanted.filter(({ isSlight }) => !isSlight);
    const telling = words.length > 0 ? words : wanted;
    const needed = Math.min(2, singlesOf(telling).length);
    const order = telling.map(({ likes: { tokens } }) => ({
      tokens,
      count: tokens.reduce((sum, token) => sum + this.holders.lengthOf(token), 0),
    }));
    order.sort((one, two) => one.count - two.count);
    for (const [at, { tokens }] of order.entries()) {
      let left: number = at === 0 ? mostMet.rarest : mostMet.others;
      const fullPart = this.part.length + mostPart;
      for (const token of tokens) {
        if (left <= 0) break;
        left -= this.holders.lengthOf(token);
        this.meetHolders(token, needed, this.part.length < fullPart);
      }
    }
  }

  private meetHolders(token: number, needed: number, takesPart: boolean): void {
    const { holders, seen, asked, full, part } = this;
    const { values } = holders;
    const begin = holders.beginOf(token);
    const end = begin + holders.lengthOf(token);
    for (let at = begin; at < end; at += 1) {
      const name = values[at] as number;
      if (seen[name] === asked) continue;
      seen[name] = asked;
      if (this.isFull(name, needed)) full.push(name);
      else if (takesPart) part.push(name);
    }
  }

  /** Whether a name holds as many of the tokens as are needed, or nothing besides. */
  private isFull(name: number, needed: number): boolean {
    const tokens = this.tokens.values;
    const weights = this.weights.values;
    const { rowOf, covers } = this.rows;
    let cover = 0;
    let others = 0;
    const end = this.endOf(name);
    for (let place = this.begins.at(name); place < end; place += 1) {
      const row = rowOf[tokens[place] as number] as number;
      if (row !== 0) cover |= covers[row] as number;
      else if ((weights[place] as number) > slightTenths) others += 1;
    }
    return others === 0 || bitCount(cover) >= needed;
  }

  private likelyFull(wanted: readonly Wanted[], scale: Scale): number[] {
    const tops = new Tops(weighed.full, this.tieOf);
    for (const name of this.full) {
      this.gather(name, scale);
      tops.add(name, scale.score(this.totals.at(name) / 10, this.nearest(name, wanted, scale)));
    }
    return tops.numbers();
  }

  /** How like the likest two are that stand for nothing, at a guess. */
  private nearest(name: number, wanted: readonly Wanted[], scale: Scale): number {
    const { missing } = scale;
    if (missing === 0) return near.nothingLeft;
    let best: number = near.unlike;
    let isMet = false;
    for (let place = this.begins.at(name); place < this.endOf(name); place += 1) {
      if (this.weights.at(place) <= slightTenths || scale.isTaken(place)) continue;
      for (let number = 0; missing >> number > 0; number += 1) {
        const { likes, isSlight } = wanted[number] as Wanted;
        if (((missing >> number) & 1) === 0 || isSlight) continue;
        isMet = true;
        best = Math.max(best, guessed(likes.shareWith(this.tokens.at(place))));
      }
    }
    return isMet ? best : near.nothingLeft;
  }

  /** Of names that hold one token alone, those whose others have most in common with the rest of what is wanted. */
  private likelyPart(wanted: readonly Wanted[], scale: Scale, most: number): number[] {
    const held = new Tops(roughCount, this.tieOf);
    for (const name of this.part) held.add(name, this.heldBy(name, wanted));
    const tops = new Tops(most, this.tieOf);
    const all = (1 << scale.singles) - 1;
    for (const name of held.numbers()) {
      const value = this.heldBy(name, wanted);
      tops.add(name, value + this.roughly(name, wanted, all & ~this.cover));
    }
    return tops.numbers();
  }

  /** The most that one token of a name tells; which of the wanted ones that covers is noted. */
  private heldBy(name: number, wanted: readonly Wanted[]): number {
    let best = 0;
    const end = this.endOf(name);
    for (let place = this.begins.at(name); place < end; place += 1) {
      const row = this.rows.of(this.tokens.at(place));
      if (row === 0) continue;
      const own = Math.abs(this.weights.at(place)) / 10;
      for (let number = 0; number < wanted.length; number += 1) {
        const quality = this.rows.qualityOf(row, number);
        if (quality === 0) continue;
        const { weight, from, to } = wanted[number] as Wanted;
        const bits = (quality * (weight + own)) / 2;
        if (bits <= best) continue;
        best = bits;
        this.cover = (1 << to) - (1 << from);
      }
    }
    return best - (unwanted * this.totals.at(name)) / 10;
  }

  /** Puts on the scale what a name holds, by what its tokens may stand for. */
  private gather(name: number, scale: Scale): void {
    scale.clear();
    const end = this.endOf(name);
    for (let place = this.begins.at(name); place < end; place += 1) {
      const row = this.rows.of(this.tokens.at(place));
      if (row === 0) continue;
      const own = Math.abs(this.weights.at(place)) / 10;
      for (let number = 0; number < scale.count; number += 1) {
        const quality = this.rows.qualityOf(row, number);
        if (quality > 0) scale.put(number, quality, own, place);
      }
    }
    scale.settle();
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
        const bits = Math.max(0, guessed(likes.shareWith(this.tokens.at(place)))) * (weight + tenths / 10);
        if (bits > best) best = bits;
      }
      sum += best / 2;
    }
    return sum;
  }
}
