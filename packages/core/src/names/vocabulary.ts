/**
 * The tokens of the names in an index, each once, and which of them are like a given one: found by keys, sifted by the
 * longest common run of folded signs, then weighed as a comparison of names weighs them. What is found, and in what
 * order, hangs on the tokens that there are, not on how they came.
 */
import { least } from './align.ts';
import { foldedLetters, placesOf } from './classes.ts';
import { Growing } from './growing.ts';
import { Keyed } from './keyed.ts';
import { keep, type Sounding } from './likeness.ts';
import { scripts, type Script } from './script.ts';
import { bitCount } from './bits.ts';
import { tokenLikeness, variantsOf } from './variants.ts';

/** What one token that is looked for is like. */
export interface Likes {
  /** Tokens that may stand for it, with how like they are, the likest first. */
  readonly tokens: Int32Array;
  readonly qualities: Float64Array;
  /** Others that have much in common with it, which were found to be less like it or not weighed. */
  readonly guessed: Int32Array;
  /** How like any token of the index is; endlessly little where it is seen that it is hardly `least`. */
  likenessTo(token: number, least?: number): number;
  /** The share of signs that it has in common with any token of the index, by rough forms. */
  shareWith(token: number): number;
}

/** How much is done to find them. */
export interface Effort {
  /** About how many are weighed, by the signs of both multiplied; of the others it is guessed. */
  readonly weighed: number;
  /** Whether they have all consonants. */
  readonly isWholeOnly: boolean;
}

/** Below this share in common two tokens do not stand for each other. */
const leastCommon = 0.5;
/** Below this it need not be weighed whether they do. */
const unlike = 0.35;
/** What it adds to the share in common that a whole form is shared. */
const wholeForm = 0.3;
/** Tokens that are guessed at where these are fewer. */
const mostGuessed = 300;
/** Likes that are remembered of the tokens that were looked for last. */
const mostRemembered = 100_000;
/** Shares are told apart in so many steps. */
const steps = 64;

type Found = Pick<Likes, 'tokens' | 'qualities' | 'guessed'>;

export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly sounds: string[] = [];
  private readonly scripts = new Growing();
  /** Folded forms behind one another, with where each begins and ends. */
  private readonly folded = new Growing(8192);
  private readonly begins = new Growing();
  private readonly ends = new Growing();
  private readonly keyed = new Keyed();
  /** A free list: numbers of tokens that are gone, for the next that are new. */
  private readonly spare: number[] = [];
  /** When a token was last met, so that one that shares several keys is met once. */
  private seen = new Int32Array(1024);
  private asked = 0;
  private readonly lately = new Map<string, Found>();
  private remembered = 0;

  /** The number of a token, which it is given where it is new. */
  add(token: Sounding): number {
    const name = nameOf(token);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.spare.pop() ?? this.scripts.push(0);
    this.numbers.set(name, number);
    this.sounds[number] = token.sounds;
    this.scripts.values[number] = scripts.indexOf(token.script);
    this.fold(number, foldedLetters(token));
    this.keyed.add(token, number);
    this.forgetLately();
    return number;
  }

  /** Takes tokens out, and out of memory. */
  remove(gone: readonly number[]): void {
    const tokens = gone.map((number) => this.soundingOf(number));
    for (const [at, number] of gone.entries()) {
      this.numbers.delete(nameOf(tokens[at] as Sounding));
      this.sounds[number] = '';
      this.folded.values.fill(0, this.begins.at(number), this.ends.at(number));
      this.spare.push(number);
    }
    this.keyed.remove(tokens, (number) => this.sounds[number] === '');
    this.forgetLately();
  }

  /** The number of a token, where it has one. */
  numberOf(token: Sounding): number | undefined {
    return this.numbers.get(nameOf(token));
  }

  /** Tells of the tokens of the index whether their folded forms begin as that of a token does. */
  beginningWith(token: Sounding): (number: number) => boolean {
    const [letter] = foldedLetters(token);
    return (number) =>
      this.begins.at(number) < this.ends.at(number) && this.folded.at(this.begins.at(number)) === letter;
  }

  /** What this token is like. */
  like(token: Sounding, effort: Effort): Likes {
    keep(token);
    const known = new Map<number, number>();
    const folded = foldedLetters(token);
    const places = placesOf(folded);
    const shareWith = (number: number): number => this.common(places, folded.length, number);
    const likenessTo = (number: number, least?: number): number => {
      const earlier = known.get(number);
      if (earlier !== undefined && (earlier !== -Infinity || least !== undefined)) return earlier;
      const isUnlike = least !== undefined && shareWith(number) < unlike;
      const found = isUnlike ? -Infinity : tokenLikeness(token, this.soundingOf(number), least);
      known.set(number, found);
      return found;
    };
    const found = this.lastFound(`${effort.weighed} ${nameOf(token)}`, () =>
      this.found(this.sifted(token, folded.length, places, effort), token, effort),
    );
    for (const [at, number] of found.tokens.entries()) known.set(number, found.qualities[at] as number);
    return { ...found, likenessTo, shareWith };
  }

  private fold(number: number, letters: readonly number[]): void {
    const begin = this.folded.claim(letters.length);
    this.folded.values.set(letters, begin);
    while (this.begins.length <= number) {
      this.begins.push(0);
      this.ends.push(0);
    }
    this.begins.values[number] = begin;
    this.ends.values[number] = begin + letters.length;
  }

  private forgetLately(): void {
    if (this.remembered === 0) return;
    this.lately.clear();
    this.remembered = 0;
  }

  /** What was found for a token lately, as long as no tokens came or went. */
  private lastFound(name: string, find: () => Found): Found {
    const earlier = this.lately.get(name);
    if (earlier !== undefined) return earlier;
    const found = find();
    if (this.remembered > mostRemembered) this.forgetLately();
    this.remembered += found.tokens.length + found.guessed.length + 1;
    this.lately.set(name, found);
    return found;
  }

  private soundingOf(number: number): Sounding {
    return {
      sounds: this.sounds[number] as string,
      script: scripts[this.scripts.at(number)] as Script,
    };
  }

  /** Weighs those that have most in common, as many as the effort allows, and guesses at some others. */
  private found(byShare: readonly number[][], token: Sounding, { weighed, isWholeOnly }: Effort): Found {
    const likes: { number: number; quality: number }[] = [];
    const guessed: number[] = [];
    const signs = token.sounds.length + 1;
    let left = weighed;
    // Of those that have as much in common, all or none: so nothing hangs on their order.
    for (const numbers of byShare) {
      if (left <= 0 && (isWholeOnly || guessed.length >= mostGuessed)) break;
      for (const number of numbers) {
        const quality = left <= 0 ? 0 : tokenLikeness(token, this.soundingOf(number), least.single);
        if (quality >= least.single) likes.push({ number, quality });
        else guessed.push(number);
      }
      left -= numbers.reduce((sum, number) => sum + (this.sounds[number] as string).length + 1, 0) * signs;
    }
    likes.sort((one, two) => two.quality - one.quality || this.inOrder(one.number, two.number));
    return {
      tokens: Int32Array.from(likes, ({ number }) => number),
      qualities: Float64Array.from(likes, ({ quality }) => quality),
      guessed: Int32Array.from(isWholeOnly ? [] : guessed),
    };
  }

  private inOrder(one: number, two: number): number {
    const [a, b] = [this.sounds[one] as string, this.sounds[two] as string];
    return a < b ? -1 : a > b ? 1 : this.scripts.at(one) - this.scripts.at(two);
  }

  /** Those that share a key and enough signs, by how many, most first. */
  private sifted(token: Sounding, length: number, places: Int32Array, { isWholeOnly }: Effort): number[][] {
    const byShare = Array.from({ length: 2 * steps }, (): number[] => []);
    if (this.seen.length < this.scripts.length) this.seen = new Int32Array(this.scripts.length * 2);
    this.asked += 1;
    const variants = isWholeOnly ? [] : variantsOf(token).flatMap((form) => this.numberOf(form) ?? []);
    for (const number of variants) if (this.isNew(number)) byShare[0]?.push(number);
    this.keyed.sharing(token, isWholeOnly, (number, isWhole) => {
      if (!this.isNew(number)) return;
      const share = this.common(places, length, number) + (isWhole ? wholeForm : 0);
      if (share >= leastCommon) byShare[2 * steps - 1 - Math.floor(share * steps)]?.push(number);
    });
    return byShare;
  }

  /** Whether a token was not met yet for what is looked for now; from then on it was. */
  private isNew(number: number): boolean {
    if (this.seen[number] === this.asked) return false;
    this.seen[number] = this.asked;
    return true;
  }

  /** The share of signs in the longest common run, with others between (Hyyrö 2004): 1 where the forms are equal. */
  private common(places: Int32Array, length: number, number: number): number {
    const from = this.begins.at(number);
    const to = this.ends.at(number);
    if (length + to - from === 0) return 1;
    const { values } = this.folded;
    let bits = -1;
    for (let at = from; at < to; at += 1) {
      const meeting = bits & (places[values[at] as number] as number);
      bits = (bits + meeting) | (bits - meeting);
    }
    return (2 * bitCount(~bits & ((1 << length) - 1))) / (length + to - from);
  }
}

const nameOf = ({ script, sounds }: Sounding): string => `${scripts.indexOf(script)}${sounds}`;
