/** What is asked of the cell about labels that wait for a second person. */
import { queryOptions } from '@tanstack/react-query';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';

export const proposalsQuery = queryOptions({
  queryKey: [ofView, 'proposals'],
  queryFn: () => Array.fromAsync(cell.every('proposals', { limit: 1000 })),
});

/** The first of what waits for a proposal. */
export const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'proposals', id],
    queryFn: () => cell.proposalContributions({ id, limit: 25 }),
  });

/** Names of the accounts of one's member, for its administrators. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts', 'names'],
  queryFn: () => Array.fromAsync(cell.every('accounts', { limit: 1000 })),
});
