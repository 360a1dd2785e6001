/** A list in pages: waiting, failed, empty, or its items, of which further ones come where one gets to the end. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './states.tsx';
import { useGoOn } from './use-go-on.ts';

export function Listed<Item>({
  list,
  none,
  children,
}: {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What is said where there is nothing. */
  none: ReactNode;
  /** @param onEnd asks for further items, where there are any */
  children: (items: readonly Item[], onEnd: (() => void) | undefined) => ReactNode;
}): ReactNode {
  const { isFetchNextPageError, hasNextPage, fetchNextPage } = list;
  const goOn = useGoOn(list);
  if (list.isPending) return <Loading />;
  // What is there already stays there when no more can be had.
  if (list.isError && !isFetchNextPageError)
    return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !hasNextPage) return none;
  return (
    <>
      {children(items, goOn)}
      {isFetchNextPageError && <Failed error={list.error} onRetry={() => void fetchNextPage()} />}
    </>
  );
}
