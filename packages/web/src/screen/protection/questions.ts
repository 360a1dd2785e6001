/** What this screen asks of the cell. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { ofView, questions } from '../../app/questions.ts';

const atOnce = 25;
const first = undefined as string | undefined;
const paged = (cursor: string | undefined) => ({
  limit: atOnce,
  ...(cursor === undefined ? {} : { cursor }),
});

export const recallsQuery = (state: 'open' | 'acknowledged') =>
  infiniteQueryOptions({
    queryKey: [ofView, 'recalls', state],
    queryFn: ({ pageParam }) => cell.recalls({ state, ...paged(pageParam) }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
  });

/** The first objects of a recall, and what of one's own rests on it. */
export const recallQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'recall', id],
    queryFn: async () => ({
      objects: (await cell.recalledObjects({ id, limit: 100 })).items,
      derived: (await cell.derivedObjects({ id, limit: 100 })).items,
    }),
  });

export const ownRecallsQuery = infiniteQueryOptions({
  queryKey: [ofView, 'own recalls'],
  queryFn: ({ pageParam }) => cell.ownRecalls(paged(pageParam)),
  initialPageParam: first,
  getNextPageParam: ({ next }) => next,
});

export const reviewsQuery = (within: number) =>
  infiniteQueryOptions({
    queryKey: [ofView, 'reviews', within],
    queryFn: ({ pageParam }) => cell.reviews({ within, ...paged(pageParam) }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
  });

export const rulesQuery = queryOptions({ queryKey: ['review rules'], queryFn: () => cell.reviewRules() });

export const requestsQuery = (state: 'open' | 'answered') =>
  infiniteQueryOptions({
    queryKey: ['subject requests', state],
    queryFn: ({ pageParam }) => cell.subjectRequests({ state, ...paged(pageParam) }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => next,
  });

/** What the register has with a reference, as of a request for information that it was entered from. */
export const referringQuery = (reference: string) =>
  queryOptions({
    queryKey: ['subject requests', 'referring', reference],
    queryFn: () => cell.subjectRequests({ reference }),
  });

export const requestQuery = (id: string) =>
  queryOptions({ queryKey: ['subject requests', 'one', id], queryFn: () => cell.subjectRequest({ id }) });

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['subject requests', 'file', id],
    queryFn: () => cell.subjectFile({ id }),
    staleTime: 0,
  });

/** What was done to records shows in every list. */
export async function refreshRequests(): Promise<void> {
  await questions.invalidateQueries({ queryKey: ['subject requests'] });
  await questions.invalidateQueries({ queryKey: [ofView] });
}
