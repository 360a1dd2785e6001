/** Which tokens of an index share a key (`roughKeysOf`) with one that is looked for. */
import { hashOf } from './bits.ts';
import { roughFormsOf, roughKeysOf } from './classes.ts';
import type { Sounding } from './likeness.ts';
import { Lists } from './lists.ts';

export class Keyed {
  /** By the hash of a key, the list of those that have it. Two keys with one hash give tokens that are sifted out. */
  private readonly lists = new Map<number, number>();
  private readonly holders = new Lists();

  add(token: Sounding, number: number): void {
    for (const hash of keysIn(token)) this.holders.add(this.listOf(hash), number);
  }

  /**
   * Takes tokens out. Each list is gone through once, however many of them it has. Numbers of lists that are empty by then
   * are not used again: an index is made anew once half of its names are gone (`NameIndex.remove`).
   */
  remove(tokens: readonly Sounding[], isGone: (number: number) => boolean): void {
    for (const hash of new Set(tokens.flatMap((token) => [...keysIn(token)]))) {
      const list = this.listOf(hash);
      if (!this.holders.sweep(list, isGone)) this.lists.delete(hash);
    }
  }

  /**
   * Calls back with each token as often as it shares a key: those that share a whole form first, then those of which a
   * consonant is left out on either side, and where enough is left, on both.
   */
  sharing(token: Sounding, isWholeOnly: boolean, tell: (number: number, isWhole: boolean) => void): void {
    for (const form of roughFormsOf(token)) this.each(hashOf(form, true), true, tell);
    if (isWholeOnly) return;
    for (const { text, isWhole } of roughKeysOf(token)) {
      if (!isWhole) this.each(hashOf(text, true), false, tell);
      if (isWhole || text.length > 2) this.each(hashOf(text, false), false, tell);
    }
  }

  private each(hash: number, isWhole: boolean, tell: (number: number, isWhole: boolean) => void): void {
    const list = this.lists.get(hash);
    if (list === undefined) return;
    const begin = this.holders.beginOf(list);
    const end = begin + this.holders.lengthOf(list);
    const { values } = this.holders;
    for (let at = begin; at < end; at += 1) tell(values[at] as number, isWhole);
  }

  private listOf(hash: number): number {
    const known = this.lists.get(hash);
    if (known !== undefined) return known;
    const list = this.holders.open();
    this.lists.set(hash, list);
    return list;
  }
}

const keysIn = (token: Sounding): Set<number> =>
  new Set(roughKeysOf(token).map(({ text, isWhole }) => hashOf(text, isWhole)));
