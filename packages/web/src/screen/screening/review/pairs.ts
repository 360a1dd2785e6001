/** Likely pairs: a person that one's own member contributed, and one of another that it may be. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { askedFor } from '@entente/contract/asked';
import type { AskedPerson, Candidate, Screened } from '@entente/contract/screening';
import { cell } from '../../../app/cell.ts';
import { otherEnd, settledKinds } from '../../../record/links.ts';
import type { Entry } from '../../../record/object.ts';
import { kindOfForm } from '../../../record/writing.ts';
import { keyOf, likelyPairs, type Pair } from './likely.ts';

/** Persons that are looked at together. */
const pageLength = 20;
/** Candidates for each of their names. */
const most = 5;

export interface PairPage {
  pairs: Pair[];
  /** Persons that were looked at. */
  persons: number;
  next: string | undefined;
}

/** The newest persons first. Not asked for anew while one reviews: what is before the eyes stays there. */
export const pairsQuery = (member: string) =>
  infiniteQueryOptions({
    queryKey: ['screening', 'pairs', member],
    queryFn: async ({ pageParam }): Promise<PairPage> => {
      const { items, next } = await cell.search({
        type: 'identity',
        contributor: member,
        limit: pageLength,
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      });
      const persons = items.filter(({ object }) => kindOfForm(object) === 'person');
      const pairs = likelyPairs(member, await candidatesFor(persons));
      return { pairs: await unsettled(pairs), persons: persons.length, next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0,
  });

async function candidatesFor(
  persons: readonly Entry[],
): Promise<{ own: Entry; asked: AskedPerson; candidates: Candidate[] }[]> {
  const asked = persons.flatMap((own) => askedFor(own.object).map((person) => ({ own, asked: person })));
  if (asked.length === 0) return [];
  const { items } = await cell.screen({ persons: asked.map((one) => one.asked), limit: most });
  return asked.map((one, at) => ({ ...one, candidates: (items[at] as Screened).candidates }));
}

/** Without those of which somebody said, as far as one sees it, that they are the same, or one's own that they are not. */
async function unsettled(pairs: readonly Pair[]): Promise<Pair[]> {
  const ids = [...new Set(pairs.map(({ own }) => own.object.id))];
  const settled = new Set((await Promise.all(ids.map(settledFor))).flat());
  return pairs.filter((pair) => !settled.has(keyOf(pair)));
}

async function settledFor(id: string): Promise<string[]> {
  const links = await Array.fromAsync(cell.every('objectNeighbours', { id, limit: 500 }));
  return links.flatMap((link) => {
    const kind = link.entry.object['relationship_type'];
    const other = otherEnd(id, link);
    return other !== undefined && settledKinds.includes(String(kind)) ? [`${id} ${other}`] : [];
  });
}
