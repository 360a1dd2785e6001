/** Boards and single requests, and what makes them old. */
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestState } from '@entente/contract/request';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';

export type Board = 'to-me' | 'mine' | 'overdue';
export const boards: readonly Board[] = ['to-me', 'mine', 'overdue'];

/** Milliseconds: what an addressee says comes by no feed. */
const freshFor = 30_000;

export const boardQuery = (board: Board, states: readonly RequestState[]) =>
  infiniteQueryOptions({
    queryKey: [ofView, 'requests', board, states.join()],
    queryFn: ({ pageParam }) =>
      cell.requests({
        board,
        limit: 25,
        ...(states.length === 0 ? {} : { state: states.join(',') }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: freshFor,
  });

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'request', id],
    queryFn: () => cell.request({ id }),
    refetchInterval: freshFor,
  });

/** An act on requests; everything of the view is old afterwards. */
export function useActing<Given, Result>(act: (given: Given) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: [ofView] }),
  });
}
