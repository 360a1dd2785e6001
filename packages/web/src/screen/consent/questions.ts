/** What is asked of the cell about consent. */
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { AskedConsentBody, ReceivedConsentBody } from '@entente/contract/consent';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { ofView } from '../../app/questions.ts';

export type Asked = AskedConsentBody;
export type Received = ReceivedConsentBody;

/** Where a list goes on. */
const first: { cursor?: string } = {};

/** What others do about a request brings no event of the view, so it is looked for. */
const soon = 30_000;
const page = 25;

export const receivedQuery = infiniteQueryOptions({
  queryKey: [ofView, 'consents', 'received'],
  queryFn: ({ pageParam }) => cell.receivedConsents({ limit: page, ...pageParam }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { cursor: next }),
  refetchInterval: soon,
});

export const askedQuery = infiniteQueryOptions({
  queryKey: [ofView, 'consents', 'asked'],
  queryFn: ({ pageParam }) => cell.askedConsents({ limit: page, ...pageParam }),
  initialPageParam: first,
  getNextPageParam: ({ next }) => (next === undefined ? undefined : { cursor: next }),
  refetchInterval: soon,
});

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'consents', 'one', id],
    queryFn: () => cell.consent({ id }),
    refetchInterval: soon,
  });

/** What one's member holds back of an object. */
export const heldQuery = (object: string) =>
  queryOptions({
    queryKey: [ofView, 'consents', 'held', object],
    queryFn: () => cell.heldContributions({ object }),
    retry: (count, error) => codeOf(error) === 'unavailable' && count < 3,
  });

/** Says what was done, and looks at everything anew that it changes. */
export function useDone(): (message: string) => Promise<void> {
  const questions = useQueryClient();
  return async (message) => {
    notifications.show({ message, withCloseButton: false });
    await questions.invalidateQueries({ queryKey: [ofView] });
  };
}
