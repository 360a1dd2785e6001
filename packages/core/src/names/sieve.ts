/**
 * Which names are likely what is looked for: a guess at what a comparison would say, by likenesses of tokens alone.
 * Names that hold something like two of the tokens come before those that hold one.
 */
import { near } from './measures.ts';
import { nextToNothing } from './normalise.ts';
import { Met } from './met.ts';
import { Postings } from './postings.ts';
import { Rows } from './rows.ts';
import { Scale } from './scale.ts';
import { Tops } from './tops.ts';
import { singlesOf, tellingOf, type Wanted } from './wanted.ts';
import { slightTenths, weigh } from './weigh.ts';

/**
 * Names whose tokens are weighed one by one: such as hold two, and where not so many of them as are wanted are likelier
 * than not to be meant, such as hold one, with something that may be like another or without.
 */
const weighed = { full: 40, hinted: 80, others: 40 } as const;
const good = 1.5;
/** Names that hold one token alone and nothing that may be like another, which are looked at. */
const mostOthers = 800;
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
  private readonly met = new Met();
  private readonly tieOf = (name: number): number => this.ties.at(name);

  /** The names that are likeliest what is wanted, the likeliest first. */
  best(wanted: readonly Wanted[], most: number): number[] {
    this.rows.enter(wanted, this.listed);
    const telling = tellingOf(wanted);
    const scale = new Scale(wanted);
    const judge = (names: readonly number[], count: number): Judged[] =>
      this.likely(names, count, wanted, scale).map((name) => {
        this.gather(name, scale);
        return { name, score: weigh(this, name, wanted, scale) };
      });
    const needed = Math.min(2, singlesOf(telling).length);
    const scores = judge(this.met.full(telling, needed, this.holders, this.short), weighed.full);
    if (scores.filter(({ score }) => score > good).length < most) {
      scores.push(...judge(this.met.hinted(telling, this.holders), weighed.hinted));
      scores.push(...judge(this.others(telling), weighed.others));
    }
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

  /** Those of some names that are likeliest, by what the tokens are like that stand for something. */
  private likely(
    names: readonly number[],
    most: number,
    wanted: readonly Wanted[],
    scale: Scale,
  ): readonly number[] {
    if (names.length <= most) return names;
    const tops = new Tops(most, this.tieOf);
    for (const name of names) {
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

  /** Names that hold something like one of what is wanted, of what fewest hold, and nothing that may be like another. */
  private others(telling: readonly Wanted[]): number[] {
    const found = new Set<number>();
    const count = (token: number): number => this.holders.lengthOf(token);
    const order = telling.map(({ likes: { tokens } }) => ({
      tokens,
      held: tokens.reduce((sum, token) => sum + count(token), 0),
    }));
    order.sort((one, two) => one.held - two.held);
    for (const { tokens } of order) {
      for (const token of tokens) {
        if (found.size + count(token) > mostOthers) break;
        const begin = this.holders.beginOf(token);
        for (let at = begin; at < begin + count(token); at += 1) {
          const name = this.holders.values[at] as number;
          if (this.met.isOther(name)) found.add(name);
        }
      }
    }
    return [...found];
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
}
