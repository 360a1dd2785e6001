/** The rosters that one may read, with as much of their past as one may. */
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { communitiesQuery, ofView, questions } from '../../app/questions.ts';
import type { RosterPast, Stay } from './span.ts';

export const rosterPastQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'roster-past', id],
    queryFn: async (): Promise<RosterPast> => {
      const stays: Stay[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await cell.rosterPast({ id, limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
        stays.push(...page.items);
        if (page.next === undefined) return { since: page.since, stays };
        cursor = page.next;
      }
    },
  });

/** Entry → ids of the communities on whose roster it stands now, as far as one may read them. */
export function useStanding(): ReadonlyMap<string, string[]> {
  const { data: communities = [] } = useQuery(communitiesQuery);
  return useQueries({
    queries: communities.map(({ id }) => rosterPastQuery(id)),
    combine: (answers) => {
      const standing = new Map<string, string[]>();
      for (const [index, { data }] of answers.entries()) {
        const id = communities[index]?.id;
        for (const { entry, left } of data?.stays ?? [])
          if (left === null && id !== undefined) standing.set(entry, [...(standing.get(entry) ?? []), id]);
      }
      return standing;
    },
  });
}

/** What is known of the coalition is old: somebody changed it here. */
export async function renew(): Promise<void> {
  await Promise.all(
    [['members'], ['communities'], [ofView]].map((queryKey) => questions.invalidateQueries({ queryKey })),
  );
}
