/** What the record asks of the cell besides the object, its claims and its versions. */
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';

export const neighboursQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [ofView, 'neighbours', id],
    queryFn: ({ pageParam }) =>
      cell.objectNeighbours({ id, limit: 500, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const referencesQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'references', id],
    queryFn: () => Array.fromAsync(cell.every('objectReferences', { id, limit: 1000 })),
  });

/** Whether this account puts in for its member: a narrower one, or one without the right, only reads. */
export function useMayWrite(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && !me.narrow && me.scopes.includes('write');
}
