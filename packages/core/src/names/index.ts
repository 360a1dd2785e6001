/**
 * Many names, and which of them are likely names of a person: candidates by the rarest tokens first, sifted by what
 * their tokens tell, and the best of them compared like two names by themselves. What is common or rare is taken from the
 * fixed table of `rarity`, and from what is in this index alone.
 */
import { tokenWeight } from './align.ts';
import { hashOf } from './bits.ts';
import {
  compareApart,
  takeApart,
  takeApartForMany,
  type NameComparison,
  type TakenApart,
} from './compare.ts';
import { Growing } from './growing.ts';
import { indexedTokens, initialsOf } from './indexed.ts';
import { joinedTokens } from './joined.ts';
import { isNoWord, isParticleWord, type Token } from './normalise.ts';
import { Sieve } from './sieve.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Wanted } from './wanted.ts';

/** An item with that of its names which is likest. */
export interface NameHit<Item> {
  readonly item: Item;
  readonly name: string;
  readonly comparison: NameComparison;
}

/** Names that are compared in full besides those that are wanted. */
const compared = 5;
/** How much is done to find the tokens that one may stand for, and those for several as one. */
const effort = {
  single: { weighed: 7000, isWholeOnly: false },
  joined: { weighed: 1500, isWholeOnly: true },
} as const;
/** Names that are gone are cleared away when they are as many as those that are there, and these at least. */
const fewestGone = 1000;

/** @typeParam Item whatever has names: an id; each may have several */
export class NameIndex<Item extends string | number> {
  private vocabulary = new Vocabulary();
  private names: (string | undefined)[] = [];
  private items: Item[] = [];
  /** The last name of each item, and from each name to the one before. */
  private readonly lastOf = new Map<Item, number>();
  private earlier = new Growing();
  private sieve = new Sieve();
  private gone = 0;

  /** How many names there are. */
  get size(): number {
    return this.names.length - this.gone;
  }

  /** Adds a name of an item. A name without letters is found by nothing. */
  add(item: Item, name: string): void {
    const number = this.names.length;
    this.names.push(name);
    this.items.push(item);
    this.earlier.push(this.lastOf.get(item) ?? -1);
    this.lastOf.set(item, number);
    const apart = takeApart(name);
    const tokens = indexedTokens(apart);
    const initials = initialsOf(apart);
    const add = (token: Token, isJoined: boolean): void =>
      this.sieve.addToken(this.vocabulary.add(token), tokenWeight(token), isJoined);
    for (const token of tokens) add(token, false);
    if (initials !== undefined) add(initials, false);
    for (const { token } of joinedTokens(tokens, hasParticle)) add(token, true);
    this.sieve.endName(hashOf(`${item} ${name}`));
  }

  /** All names of an item. */
  namesOf(item: Item): Set<string> {
    const found = new Set<string>();
    for (let number = this.lastOf.get(item) ?? -1; number !== -1; number = this.earlier.at(number))
      found.add(this.names[number] as string);
    return found;
  }

  /** Takes all names of items out, and out of memory: many at once in one go. */
  remove(items: readonly Item[]): void {
    const gone: number[] = [];
    for (const item of items) {
      for (let number = this.lastOf.get(item) ?? -1; number !== -1; number = this.earlier.at(number)) {
        this.names[number] = undefined;
        gone.push(number);
      }
      this.lastOf.delete(item);
    }
    if (gone.length === 0) return;
    this.vocabulary.remove(this.sieve.removeNames(gone, (number) => this.names[number] === undefined));
    this.gone += gone.length;
    if (this.gone >= fewestGone && this.gone * 2 > this.names.length) this.clear();
  }

  /** The items with the likest names, at most `most` of them, the likest first. */
  lookUp(name: string, most: number): NameHit<Item>[] {
    const asked = takeApartForMany(name);
    const numbers = this.sieve.best(this.wanted(asked), compared + most);
    return this.ranked(asked, numbers).slice(0, most);
  }

  /** What tokens of the index each token of a name may stand for, and those of two that are written as one. */
  private wanted(asked: TakenApart): Wanted[] {
    const single = indexedTokens(asked);
    const parts = single.map((token, at) => ({ token, from: at, to: at + 1 }));
    const initials = initialsOf(asked);
    const whole = initials === undefined ? [] : [{ token: initials, from: 0, to: single.length }];
    return [...parts, ...joinedTokens(single), ...whole].map(({ token, from, to }) => ({
      from,
      to,
      weight: single.slice(from, to).reduce((sum, part) => sum + tokenWeight(part), 0),
      isSlight: to - from === 1 && (token.isInitial || isNoWord(token)),
      mayBegin: token.isInitial ? this.vocabulary.beginningWith(token) : undefined,
      token: this.vocabulary.numberOf(token),
      likes: this.vocabulary.like(token, to - from === 1 ? effort.single : effort.joined),
    }));
  }

  private ranked(asked: TakenApart, numbers: readonly number[]): NameHit<Item>[] {
    const best = new Map<Item, Ranked<Item>>();
    for (const number of numbers) {
      const found = rank(asked, this.items[number] as Item, this.names[number] as string);
      const other = best.get(found.item);
      if (other === undefined || inOrder(found, other) < 0) best.set(found.item, found);
    }
    return [...best.values()].sort(inOrder).map(({ item, name, comparison }) => ({ item, name, comparison }));
  }

  private clear(): void {
    const kept = this.names.flatMap((name, number): [Item, string][] =>
      name === undefined ? [] : [[this.items[number] as Item, name]],
    );
    [this.vocabulary, this.sieve, this.earlier] = [new Vocabulary(), new Sieve(), new Growing()];
    [this.names, this.items, this.gone] = [[], [], 0];
    this.lastOf.clear();
    for (const [item, name] of kept) this.add(item, name);
  }
}

interface Ranked<Item extends string | number> extends NameHit<Item> {
  /** Whether the tokens are the same, in the same order. */
  readonly isSame: boolean;
  /** Bits of all evidence, which tells names apart whose probability is the highest that there is. */
  readonly bits: number;
}

function rank<Item extends string | number>(asked: TakenApart, item: Item, name: string): Ranked<Item> {
  const other = takeApart(name);
  const comparison = compareApart(asked, other);
  return {
    item,
    name,
    comparison,
    isSame: written(asked) === written(other),
    bits: Object.values(comparison.evidence).reduce((sum, bits) => sum + bits, 0),
  };
}

const written = ({ tokens }: TakenApart): string => tokens.map(({ text }) => text).join(' ');

/** The same name first, then by probability and by bits; where all is equal, by the texts, so that order is fixed. */
function inOrder<Item extends string | number>(one: Ranked<Item>, two: Ranked<Item>): number {
  return (
    Number(two.isSame) - Number(one.isSame) ||
    two.comparison.probability - one.comparison.probability ||
    two.bits - one.bits ||
    byText(one.name, two.name) ||
    byText(one.item, two.item)
  );
}

const byText = <Value extends string | number>(one: Value, two: Value): number =>
  one < two ? -1 : one > two ? 1 : 0;

const hasParticle = (tokens: readonly Token[]): boolean => tokens.slice(0, -1).some(isParticleWord);
