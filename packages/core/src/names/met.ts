/**
 * Which names hold something like two of what is wanted: token by token, over the lists of names that hold it, with a bit
 * for each name of the index and nothing of the name read.
 */
import type { Growing } from './growing.ts';
import type { Lists } from './lists.ts';
import { singlesOf, type Wanted } from './wanted.ts';

/** Names, as bits. */
type Names = Int32Array;

export class Met {
  /** Those that hold what is wanted now. */
  private now: Names = new Int32Array(64);
  /** Those that hold one of all that is wanted, and as many as are needed. */
  private one: Names = new Int32Array(64);
  private enough: Names = new Int32Array(64);
  /** The same with what may be like it, at a guess. */
  private wideOne: Names = new Int32Array(64);
  private wideEnough: Names = new Int32Array(64);
  private length = 0;

  /**
   * The names that hold as many as are needed, or one and have no more than that.
   * @param needed how many single tokens a name has to hold; @param short names of one word, as bits
   */
  full(wanted: readonly Wanted[], needed: number, holders: Lists, short: Growing): number[] {
    this.clear(short.length);
    for (const { likes, from, to } of wanted) {
      if (likes.tokens.length === 0) continue;
      mark(this.now, holders, likes.tokens);
      this.move(this.one, this.enough, to - from >= needed);
    }
    const { one, enough } = this;
    for (let at = 0; at < this.length; at += 1)
      enough[at] = (enough[at] as number) | ((one[at] as number) & short.at(at));
    return numbersIn(this.length, (at) => enough[at] as number);
  }

  /** Those that hold one of what was asked for before, and others at a guess. */
  hinted(wanted: readonly Wanted[], holders: Lists): number[] {
    for (const { likes } of singlesOf(wanted)) {
      mark(this.now, holders, likes.tokens);
      mark(this.now, holders, likes.guessed);
      this.move(this.wideOne, this.wideEnough, false);
    }
    const { one, enough, wideEnough } = this;
    return numbersIn(
      this.length,
      (at) => (wideEnough[at] as number) & (one[at] as number) & ~(enough[at] as number),
    );
  }

  /** Whether a name is none of all these. */
  isOther(name: number): boolean {
    const at = name >> 5;
    return ((((this.enough[at] as number) | (this.wideEnough[at] as number)) >> (name & 31)) & 1) === 0;
  }

  private clear(length: number): void {
    if (this.now.length < length) {
      const wider = (): Names => new Int32Array(length * 2);
      [this.now, this.one, this.enough] = [wider(), wider(), wider()];
      [this.wideOne, this.wideEnough] = [wider(), wider()];
    }
    this.length = length;
    for (const names of [this.one, this.enough, this.wideOne, this.wideEnough]) names.fill(0, 0, length);
  }

  /** Adds those of now to those that hold one, and where they did before, to those that hold enough. */
  private move(one: Names, enough: Names, isEnough: boolean): void {
    const { now } = this;
    for (let at = 0; at < this.length; at += 1) {
      const holds = now[at] as number;
      if (holds === 0) continue;
      enough[at] = (enough[at] as number) | (isEnough ? holds : (one[at] as number) & holds);
      one[at] = (one[at] as number) | holds;
      now[at] = 0;
    }
  }
}

function mark(names: Names, holders: Lists, tokens: Int32Array): void {
  const { values } = holders;
  for (let place = 0; place < tokens.length; place += 1) {
    const begin = holders.beginOf(tokens[place] as number);
    const end = begin + holders.lengthOf(tokens[place] as number);
    for (let at = begin; at < end; at += 1) {
      const name = values[at] as number;
      names[name >> 5] = (names[name >> 5] as number) | (1 << (name & 31));
    }
  }
}

function numbersIn(length: number, wordAt: (at: number) => number): number[] {
  const found: number[] = [];
  for (let at = 0; at < length; at += 1) {
    for (let word = wordAt(at); word !== 0; word &= word - 1)
      found.push(at * 32 + 31 - Math.clz32(word & -word));
  }
  return found;
}
