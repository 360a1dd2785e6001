/** Likely pairs: a person or group that one's own member contributed, and one of another that it may be. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { askedFor } from '@entente/contract/asked';
import type { AskedPerson, Candidate, Screened } from '@entente/contract/screening';
import { cell } from '../../../app/cell.ts';
import { otherEnd, settledKinds } from '../../../record/links.ts';
import type { Entry } from '../../../record/object.ts';
import { isOf, keyOf, likelyPairs, type Pair, type Share } from './likely.ts';

/** Types of what bears a name that is screened. */
const types = 'identity,threat-actor';
/** Records that are read together; more where most of them may be passed over. */
const pageLength: Readonly<Record<Share, number>> = { all: 20, person: 20, group: 50 };
/** Candidates for each of their names. */
const most = 5;

export interface PairPage {
  pairs: Pair[];
  /** Records of one's own that were looked at. */
  looked: number;
  next: string | undefined;
}

/** The newest records first. Not asked for anew while one reviews: what is before the eyes stays there. */
export const pairsQuery = (member: string, share: Share) =>
  infiniteQueryOptions({
    queryKey: ['screening', 'pairs', member, share],
    queryFn: async ({ pageParam }): Promise<PairPage> => {
      const { items, next } = await cell.search({
        type: types,
        contributor: member,
        limit: pageLength[share],
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      });
      const own = items.filter(({ object }) => isOf(share, object));
      const pairs = likelyPairs(member, await candidatesFor(own));
      return { pairs: await unsettled(pairs), looked: own.length, next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0,
  });

async function candidatesFor(
  entries: readonly Entry[],
): Promise<{ own: Entry; asked: AskedPerson; candidates: Candidate[] }[]> {
  const asked = entries.flatMap((own) => askedFor(own.object).map((person) => ({ own, asked: person })));
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
