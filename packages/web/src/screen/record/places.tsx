/** Where and when of a record: of what is said of it, and of what it is linked to. */
import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Failed, Loading } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { HowMany } from '../places/how-many.tsx';
import { WhereAndWhen } from '../places/where-and-when.tsx';
import { neighboursQuery } from './questions.ts';

export function RecordPlaces({ id, claims }: { id: string; claims: readonly Entry[] }): ReactNode {
  const found = useInfiniteQuery(neighboursQuery(id));
  const entries = useMemo(() => {
    const linked = (found.data?.pages ?? []).flatMap(({ items }) =>
      items.flatMap(({ entry, others }) => [entry, ...others]),
    );
    const keyOf = ({ object, contributor }: Entry): string => `${object.id} ${contributor ?? ''}`;
    return [...new Map([...claims, ...linked].map((entry) => [keyOf(entry), entry])).values()];
  }, [claims, found.data]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Stack gap="md">
      {found.hasNextPage && (
        <HowMany
          count={new Set(entries.map(({ object }) => object.id)).size}
          hasMore
          isFetchingMore={found.isFetchingNextPage}
          more={() => void found.fetchNextPage()}
        />
      )}
      <WhereAndWhen entries={entries} />
    </Stack>
  );
}
