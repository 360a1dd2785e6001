/**
 * The tokens of the names in an index, each once, and which of them are like a given one: found by keys, sifted by the
 * longest common run of folded signs, then weighed as a comparison of names weighs them.
 */
import { least } from './align.ts';
import { foldedLetters, placesOf, roughFormsOf, roughKeysOf } from './classes.ts';
import { Growing } from './growing.ts';
import type { Sounding } from './likeness.ts';
import { scripts, type Script } from './script.ts';
import { tokenLikeness } from './variants.ts';

/** A token of the index that is like the one looked for. */
export interface Like {
  readonly token: number;
  readonly quality: number;
}

/** What one token that is looked for is like. */
export interface Likes {
  /** Tokens that may stand for it, the likest first. */
  readonly found: readonly Like[];
  /** How like any token of the index is. */
  likenessTo(token: number): number;
  /** A guess at it by rough forms, 0 and more. */
  roughlyTo(token: number): number;
}

/** How much is done to find them. */
export interface Effort {
  /** How many are weighed at most, by the signs of both multiplied. */
  readonly weighed: number;
  /** Whether they have all consonants. */
  readonly isWholeOnly: boolean;
}

/** Below this share in common two tokens do not stand for each other. */
const leastCommon = 0.4;
/** What it adds to the share in common that a whole form is shared. */
const wholeForm = 0.3;
/** Tokens for which is remembered what was found. */
const mostRemembered = 5000;
/** Shares are told apart in so many steps. */
const steps = 64;

export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly sounds: string[] = [];
  private readonly scripts = new Growing();
  /** Folded forms behind one another, with where each begins. */
  private readonly folded = new Growing(8192);
  private readonly begins = new Growing();
  /** Keys by their hash: the place of the last token that has it, and from each place the one before. */
  private readonly keyed = new Map<number, number>();
  private readonly holders = new Growing(8192);
  private readonly before = new Growing(8192);
  /** When a token was last met, so that one that shares several keys is met once. */
  private seen = new Int32Array(1024);
  private asked = 0;
  private readonly lately = new Map<string, readonly Like[]>();
  private latelyOf = 0;

  get size(): number {
    return this.sounds.length;
  }

  /** The number of a token, which it is given where it is new. */
  add(token: Sounding): number {
    const name = nameOf(token);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.sounds.length;
    this.numbers.set(name, number);
    this.sounds.push(token.sounds);
    this.scripts.push(scripts.indexOf(token.script));
    this.begins.push(this.folded.length);
    for (const letter of foldedLetters(token)) this.folded.push(letter);
    for (const key of roughKeysOf(token)) {
      const hash = hashOf(key.text, key.isWhole);
      this.before.push(this.keyed.get(hash) ?? -1);
      this.keyed.set(hash, this.holders.push(number));
    }
    return number;
  }

  /** The number of a token, where it has one. */
  numberOf(token: Sounding): number | undefined {
    return this.numbers.get(nameOf(token));
  }

  /** What this token is like. */
  like(token: Sounding, effort: Effort): Likes {
    const known = new Map<number, number>();
    const likenessTo = (number: number): number => {
      const earlier = known.get(number);
      if (earlier !== undefined) return earlier;
      const found = tokenLikeness(token, this.soundingOf(number));
      known.set(number, found);
      return found;
    };
    const folded = foldedLetters(token);
    const places = placesOf(folded);
    const found = this.remembered(`${effort.weighed} ${nameOf(token)}`, () =>
      this.sifted(token, folded.length, places, effort)
        .map((number) => ({ token: number, quality: likenessTo(number) }))
        .filter(({ quality }) => quality >= least.single)
        .sort((one, two) => two.quality - one.quality || one.token - two.token),
    );
    for (const { token: number, quality } of found) known.set(number, quality);
    return { found, likenessTo, roughlyTo: this.guessing(folded.length, places) };
  }

  /** What was found for a token lately, as long as no new ones came. */
  private remembered(name: string, find: () => Like[]): readonly Like[] {
    if (this.latelyOf !== this.size || this.lately.size >= mostRemembered) this.lately.clear();
    this.latelyOf = this.size;
    const earlier = this.lately.get(name);
    if (earlier !== undefined) return earlier;
    const found = find();
    this.lately.set(name, found);
    return found;
  }

  /** Guesses once for each token. */
  private guessing(length: number, places: Int32Array): (number: number) => number {
    const guesses = new Uint8Array(this.size);
    return (number) => {
      const earlier = guesses[number] as number;
      if (earlier > 0) return (earlier - 1) / 200;
      const guess = Math.max(0, this.common(places, length, number) - leastCommon);
      guesses[number] = 1 + Math.round(guess * 200);
      return guess;
    };
  }

  private soundingOf(number: number): Sounding {
    return {
      sounds: this.sounds[number] as string,
      script: scripts[this.scripts.at(number)] as Script,
    };
  }

  /** Those that share a key and most signs, as many as the effort allows. */
  private sifted(
    token: Sounding,
    length: number,
    places: Int32Array,
    { weighed, isWholeOnly }: Effort,
  ): number[] {
    const byShare = Array.from({ length: 2 * steps }, (): number[] => []);
    this.sharingKeys(token, isWholeOnly, (number, isWhole) => {
      const share = this.common(places, length, number) + (isWhole ? wholeForm : 0);
      if (share >= leastCommon) byShare[Math.floor(share * steps)]?.push(number);
    });
    const found: number[] = [];
    let left = weighed;
    for (const number of byShare.reverse().flat()) {
      left -= (token.sounds.length + 1) * ((this.sounds[number] as string).length + 1);
      if (left < 0) break;
      found.push(number);
    }
    return found;
  }

  /**
   * Calls back with each token once: those that share a whole form first, then those of which a consonant is left out
   * on either side, and where enough is left, on both.
   */
  private sharingKeys(
    token: Sounding,
    isWholeOnly: boolean,
    tell: (number: number, isWhole: boolean) => void,
  ): void {
    if (this.seen.length < this.size) this.seen = new Int32Array(this.size * 2);
    this.asked += 1;
    const whole = roughFormsOf(token);
    for (const form of whole) this.withKey(hashOf(form, true), (number) => tell(number, true));
    if (isWholeOnly) return;
    for (const { text, isWhole } of roughKeysOf(token)) {
      if (!isWhole) this.withKey(hashOf(text, true), (number) => tell(number, false));
      if (isWhole || text.length > 2) this.withKey(hashOf(text, false), (number) => tell(number, false));
    }
  }

  private withKey(hash: number, tell: (number: number) => void): void {
    for (let at = this.keyed.get(hash) ?? -1; at !== -1; at = this.before.at(at)) {
      const number = this.holders.at(at);
      if (this.seen[number] === this.asked) continue;
      this.seen[number] = this.asked;
      tell(number);
    }
  }

  /** The share of signs in the longest common run, with others between (Hyyrö 2004): 1 where the forms are equal. */
  private common(places: Int32Array, length: number, number: number): number {
    const from = this.begins.at(number);
    const to = number + 1 < this.begins.length ? this.begins.at(number + 1) : this.folded.length;
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

function bitCount(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const nameOf = ({ script, sounds }: Sounding): string => `${scripts.indexOf(script)}${sounds}`;

/** FNV-1a. Two keys with one hash give tokens that are sifted out. */
function hashOf(key: string, isWhole: boolean): number {
  let hash = isWhole ? 0x811c9dc5 : 0x01000193;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >> 2;
}
