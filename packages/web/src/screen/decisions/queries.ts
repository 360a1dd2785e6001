/** What is asked about decisions, and what this account may do with them. */
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { useIsSecretary } from '../../part/secretary.ts';

export type Decision = Awaited<ReturnType<typeof cell.decision>>;
export type Summary = Awaited<ReturnType<typeof cell.decisions>>['items'][number];
export type Effect = Decision['effect'];

/** Others act, and time runs out, while a page is looked at. */
const again = 5000;

export const boardQuery = (board: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['decisions', 'board', board],
    queryFn: ({ pageParam }) =>
      cell.decisions({
        limit: 25,
        ...(board === 'open' ? { open: 'true' } : {}),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: again,
  });

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decisions', 'one', id],
    queryFn: () => cell.decision({ id }),
    refetchInterval: again,
  });

/** A text is shown to an account first once; so it is asked once for each version. */
export const receiptsQuery = ({ id, version }: Pick<Decision, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['decisions', 'receipts', id, version],
    queryFn: () => cell.decisionReceipts({ id, limit: 1000 }),
  });

export const figuresQuery = queryOptions({
  queryKey: ['decisions', 'figures'],
  queryFn: () => cell.decisionFigures({}),
});

export const renewDecisions = (): Promise<void> => questions.invalidateQueries({ queryKey: ['decisions'] });

export interface DecisionRights {
  member: string;
  isSecretary: boolean;
  /** Whether the account speaks for its member. */
  speaks: boolean;
}

/** The cell asks again: what is hidden here is refused there. */
export function useDecisionRights(): DecisionRights | undefined {
  const { data: me } = useQuery(meQuery);
  const isSecretary = useIsSecretary();
  if (me === undefined) return undefined;
  return {
    member: me.member.id,
    isSecretary,
    speaks: me.roles.includes('release-officer') && me.scopes.includes('label') && !me.narrow,
  };
}

/** Whether its clock runs. */
export const isRunning = ({ state }: Pick<Summary, 'state'>): boolean =>
  state === 'under-silence' || state === 'tabled';
