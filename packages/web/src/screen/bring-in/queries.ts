/** Questions about batches. They begin with the view, so that what is put in elsewhere shows here too. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { ofView, questions } from '../../app/questions.ts';

export const batchesQuery = infiniteQueryOptions({
  queryKey: [ofView, 'batches'],
  queryFn: ({ pageParam }) =>
    cell.batches({ limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
});

export const batchQuery = (id: string) =>
  queryOptions({ queryKey: [ofView, 'batch', id], queryFn: () => cell.batch({ id }) });

export const batchContributionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [ofView, 'batch-contributions', id],
    queryFn: ({ pageParam }) =>
      cell.batchContributions({ id, limit: 200, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

/** The batch of an import under way: the newest of its name that runs. */
export const runningQuery = (source: string, isRunning: boolean) =>
  queryOptions({
    queryKey: [ofView, 'running', source],
    queryFn: async () => {
      const { items } = await cell.batches({ limit: 10 });
      return items.find((batch) => batch.state === 'running' && batch.source === source) ?? null;
    },
    enabled: isRunning,
    refetchInterval: 1200,
    gcTime: 0,
  });

/** After something was put in, relabelled or undone. */
export const ageEverything = (): Promise<void> => questions.invalidateQueries({ queryKey: [ofView] });

/** After an undo, before anything else is asked: the list goes first, so that nothing asks for what is there no more. */
export const forgetContributions = (id: string): Promise<void> =>
  questions.resetQueries({ queryKey: batchContributionsQuery(id).queryKey });
