/** Which candidates make a pair worth looking at. */
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { bearerOf, bearerOfBoth, type Bearer } from '../../../record/bearer.ts';
import { mayBeSame } from '../../../record/links.ts';
import type { Entry } from '../../../record/object.ts';

export interface Pair {
  own: Entry;
  /** The name of one's own by which the other was found. */
  asked: AskedPerson;
  candidate: Candidate;
  /** Who both would be if they were one. */
  bearer: Bearer;
}

/** Which of one's own records are looked at: all, or those that are said to be persons, or the others. */
export const shares = ['all', 'person', 'group'] as const;
export type Share = (typeof shares)[number];

export const isOf = (share: Share, object: Entry['object']): boolean =>
  share === 'all' || (bearerOf(object) === 'person') === (share === 'person');

const least = 0.5;

export const keyOf = ({ own, candidate }: Pick<Pair, 'own' | 'candidate'>): string =>
  `${own.object.id} ${candidate.entry.object.id}`;

/** Each pair once, by the name that makes it likeliest; one's own in their order, of each the likeliest first. */
export function likelyPairs(
  member: string,
  found: readonly { own: Entry; asked: AskedPerson; candidates: readonly Candidate[] }[],
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { own, asked, candidates } of found) {
    for (const candidate of candidates) {
      const bearer = bearerOfBoth(own.object, candidate.entry.object);
      if (bearer === undefined) continue;
      const pair = { own, asked, candidate, bearer };
      const before = pairs.get(keyOf(pair))?.candidate.probability ?? 0;
      if (isWorth(member, pair) && candidate.probability > before) pairs.set(keyOf(pair), pair);
    }
  }
  const place = new Map(found.map(({ own }, at) => [own.object.id, at]));
  const placeOf = ({ own }: Pair): number => place.get(own.object.id) ?? 0;
  return [...pairs.values()].toSorted(
    (one, other) => placeOf(one) - placeOf(other) || other.candidate.probability - one.candidate.probability,
  );
}

function isWorth(member: string, { own, candidate: { entry, probability } }: Pair): boolean {
  const isOfAnother = entry.contributor !== null && entry.contributor !== member;
  return isOfAnother && probability >= least && mayBeSame(own.object.id, entry.object.id);
}
