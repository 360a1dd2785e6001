/** Where one is among likely pairs: what was passed over or settled does not come again until one goes back. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keyOf, type Pair } from './likely.ts';
import { pairsQuery } from './pairs.ts';

/** Pages without any pair, after which one is asked whether to go on. */
const patience = 10;

export interface Queue {
  found: ReturnType<typeof useFound>;
  /** The pair before one; nothing where all that are there were looked at. */
  pair: Pair | undefined;
  /** Persons that were looked at. */
  persons: number;
  /** Goes on looking, where it was paused. */
  goOn: (() => void) | undefined;
  next: () => void;
  back: (() => void) | undefined;
  /** Takes a pair out, or puts it back. */
  settle: (pair: Pair, isSettled: boolean) => void;
}

const useFound = (member: string) => useInfiniteQuery(pairsQuery(member));

export function useQueue(member: string): Queue {
  const found = useFound(member);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<readonly string[]>([]);
  const [allowed, setAllowed] = useState(patience);
  const pages = found.data?.pages ?? [];
  const gone = new Set([...passed, ...settled]);
  const pair = pages.flatMap(({ pairs }) => pairs).find((one) => !gone.has(keyOf(one)));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = found;
  const looked = pages.length - 1 - pages.findLastIndex(({ pairs }) => pairs.length > 0);
  const isWanted = pair === undefined && hasNextPage && !isFetchingNextPage && !isError;
  const isAllowed = looked < allowed;
  useEffect(() => {
    if (isWanted && isAllowed) void fetchNextPage();
  }, [isWanted, isAllowed, fetchNextPage]);
  return {
    found,
    pair,
    persons: pages.reduce((sum, { persons }) => sum + persons, 0),
    goOn: isWanted && !isAllowed ? () => setAllowed(looked + patience) : undefined,
    next: () => pair !== undefined && setPassed([...passed, keyOf(pair)]),
    back: passed.length === 0 ? undefined : () => setPassed(passed.slice(0, -1)),
    settle: (one, isSettled) =>
      setSettled((before) =>
        isSettled ? [...before, keyOf(one)] : before.filter((key) => key !== keyOf(one)),
      ),
  };
}
