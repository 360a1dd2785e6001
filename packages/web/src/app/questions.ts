/** What is asked of the cell, kept between screens: one place for what a question is called and when it is old. */
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { cell } from './cell.ts';
import { codeOf } from './failure.ts';

const minute = 60_000;

export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: minute,
      // Only what another try may mend is tried again.
      retry: (count, error) => codeOf(error) === 'unavailable' && count < 3,
      refetchOnWindowFocus: false,
    },
  },
});

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => cell.me(), retry: false });
export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => cell.ownAccount() });
/** Whether decisions alone change who belongs to the cell, and the shortest silence. */
export const constitutionQuery = queryOptions({
  queryKey: ['constitution'],
  queryFn: () => cell.constitution({}),
});
/** Working days, by which the end of a silence moves. */
export const calendarQuery = queryOptions({ queryKey: ['calendar'], queryFn: () => cell.calendar({}) });

/** Lists that are short, whole. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => Array.fromAsync(cell.every('members', { limit: 1000 })),
});
export const communitiesQuery = queryOptions({
  queryKey: ['communities'],
  queryFn: () => Array.fromAsync(cell.every('communities', { limit: 1000 })),
});
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => Array.fromAsync(cell.every('policies', { limit: 1000 })),
});
export const attributesQuery = queryOptions({
  queryKey: ['attributes'],
  queryFn: () => Array.fromAsync(cell.every('attributes', { limit: 1000 })),
});

/** Has what everything is called by, so that no id stands first where a name comes later, and is longer or shorter. */
export const knowNames = (): Promise<unknown> =>
  // What could not be had is asked for again by the screen that needs it.
  Promise.allSettled([
    questions.query({ ...membersQuery, staleTime: 'static' }),
    questions.query({ ...communitiesQuery, staleTime: 'static' }),
    questions.query({ ...policiesQuery, staleTime: 'static' }),
    questions.query({ ...attributesQuery, staleTime: 'static' }),
  ]);

/** Everything that hangs on the view begins with this word, so that live events reach it all. */
export const ofView = 'view';

/** Of the inbox; what the stream says of it makes these old. */
export const ofInbox = [ofView, 'inbox'] as const;
export const inboxCountQuery = queryOptions({
  queryKey: [...ofInbox, 'count'],
  queryFn: () => cell.inboxCount(),
});

export const objectQuery = (id: string) =>
  queryOptions({ queryKey: [ofView, 'object', id], queryFn: () => cell.object({ id }) });
export const claimsQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'claims', id],
    queryFn: () => Array.fromAsync(cell.every('objectClaims', { id, limit: 1000 })),
  });
/** Says that somebody opens the record; once, and never again because something in the view has changed. */
export const openedQuery = (id: string) =>
  queryOptions({
    queryKey: ['opened', id],
    queryFn: () => cell.objectClaims({ id, limit: 1, opened: 'true' }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
export const versionsQuery = (id: string, contributor: string | undefined) =>
  queryOptions({
    queryKey: [ofView, 'versions', id, contributor],
    queryFn: () =>
      Array.fromAsync(
        cell.every('objectVersions', {
          id,
          limit: 1000,
          ...(contributor === undefined ? {} : { contributor }),
        }),
      ),
  });
