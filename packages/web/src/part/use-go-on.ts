/** What a list does where its end comes into sight: the next page is asked for, once; nothing where there is none. */
import { useCallback } from 'react';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  /** Then it is asked for again by whoever reads, not by the list. */
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function useGoOn({
  hasNextPage,
  isFetchingNextPage,
  isFetchNextPageError,
  fetchNextPage,
}: Paged): (() => void) | undefined {
  const goOn = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return hasNextPage && !isFetchNextPageError ? goOn : undefined;
}
