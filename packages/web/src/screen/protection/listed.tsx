/** A list in pages: waiting, empty, failed, or its items with a button for more. */
import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { More } from '../../part/more.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';

export function Listed<Item>({
  list,
  none,
  children,
}: {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What is said where there is nothing, and what to do next. */
  none: { title: string; next?: ReactNode };
  children: (items: readonly Item[]) => ReactNode;
}): ReactNode {
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty {...none} />;
  return (
    <>
      {children(items)}
      <More of={list} isSmall />
    </>
  );
}
