/** What a comparison would say of a name of an index, nearly: its tokens weighed one by one, each pair once. */
import { least, slight } from './align.ts';
import { near } from './measures.ts';
import type { Postings } from './postings.ts';
import type { Scale } from './scale.ts';
import type { Wanted } from './wanted.ts';

/** Tenths of bits of an initial, which tells most of what contradicts nothing. */
export const slightTenths = slight.initial * 10;

/**
 * @param scale with what the name's tokens may stand for, of which several as one are kept
 * @returns as `scoreOf`
 */
export function weigh(postings: Postings, name: number, wanted: readonly Wanted[], scale: Scale): number {
  for (let number = 0; number < scale.singles; number += 1) scale.drop(number);
  for (let number = 0; number < scale.singles; number += 1) put(postings, name, wanted, scale, number, true);
  scale.settle();
  // What lost its token to another may have one that is left.
  for (const number of scale.missingNumbers()) put(postings, name, wanted, scale, number, false);
  scale.settle();
  return judged(postings, name, wanted, scale);
}

/** Puts on the scale the tokens of a name that may stand for one that is wanted. @param isShared those of others too */
function put(
  postings: Postings,
  name: number,
  wanted: readonly Wanted[],
  scale: Scale,
  number: number,
  isShared: boolean,
): void {
  const { likes } = wanted[number] as Wanted;
  for (let place = postings.beginOf(name); place < postings.endOf(name); place += 1) {
    const tenths = postings.weightAt(place);
    if (tenths < 0 || (!isShared && scale.isTaken(place))) continue;
    const quality = likes.likenessTo(postings.tokenAt(place), least.single);
    if (quality >= least.single) scale.put(number, quality, tenths / 10, place);
  }
}

function judged(postings: Postings, name: number, wanted: readonly Wanted[], scale: Scale): number {
  const left = wordsLeft(postings, name, scale);
  const missing = scale.missingNumbers();
  let total = postings.totalOf(name);
  let initials = 0;
  for (const number of missing) {
    const { mayBegin } = wanted[number] as Wanted;
    const at = left.findIndex((place) => mayBegin?.(postings.tokenAt(place)) === true);
    if (at === -1) continue;
    total -= postings.weightAt(left[at] as number) / 10;
    left.splice(at, 1);
    initials += 1;
  }
  const words = missing.filter((number) => !(wanted[number] as Wanted).isSlight);
  return scale.score(total, nearest(postings, left, wanted, words), initials);
}

/** How like the likest two are that stand for nothing. */
function nearest(
  postings: Postings,
  places: readonly number[],
  wanted: readonly Wanted[],
  words: readonly number[],
): number {
  if (words.length === 0 || places.length === 0) return near.nothingLeft;
  const found = words.flatMap((number) => {
    const { likes } = wanted[number] as Wanted;
    return places.map((place) => likes.likenessTo(postings.tokenAt(place)));
  });
  return Math.max(near.unlike, ...found);
}

/** Where a name has words that stand for nothing. */
function wordsLeft(postings: Postings, name: number, scale: Scale): number[] {
  const left: number[] = [];
  for (let place = postings.beginOf(name); place < postings.endOf(name); place += 1) {
    if (postings.weightAt(place) > slightTenths && !scale.isTaken(place)) left.push(place);
  }
  return left;
}
