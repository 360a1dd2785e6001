/** Where one is among likely pairs: what was passed over or settled does not come again until one goes back. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keyOf, type Pair, type Share } from './likely.ts';
import { pairsQuery } from './pairs.ts';

/** Pages without any pair, after which one is asked whether to go on. */
const patience = 10;

export interface Queue {
  found: ReturnType<typeof useFound>;
  /** The pair before one; nothing where all that are there were looked at. */
  pair: Pair | undefined;
  /** Records of one's own that were looked at. */
  looked: number;
  /** Goes on looking, where it was paused. */
  goOn: (() => void) | undefined;
  next: () => void;
  back: (() => void) | undefined;
  /** Takes a pair out, or puts it back. */
  settle: (pair: Pair, isSettled: boolean) => void;
}

const useFound = (member: string, share: Share) => useInfiniteQuery(pairsQuery(member, share));

export function useQueue(member: string, share: Share): Queue {
  const found = useFound(member, share);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<readonly string[]>([]);
  const [allowed, setAllowed] = useState(patience);
  const pages = found.data?.pages ?? [];
  const gone = new Set([...passed, ...settled]);
  const pairs = pages.flatMap((page) => page.pairs);
  const pair = pairs.find((one) => !gone.has(keyOf(one)));
  // What was passed over among others is not gone back to from here.
  const last = passed.findLast((key) => pairs.some((one) => keyOf(one) === key));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = found;
  const without = pages.length - 1 - pages.findLastIndex((page) => page.pairs.length > 0);
  const isWanted = pair === undefined && hasNextPage && !isFetchingNextPage && !isError;
  const isAllowed = without < allowed;
  useEffect(() => {
    if (isWanted && isAllowed) void fetchNextPage();
  }, [isWanted, isAllowed, fetchNextPage]);
  return {
    found,
    pair,
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    goOn: isWanted && !isAllowed ? () => setAllowed(without + patience) : undefined,
    next: () => pair !== undefined && setPassed([...passed, keyOf(pair)]),
    back: last === undefined ? undefined : () => setPassed(passed.filter((key) => key !== last)),
    settle: (one, isSettled) =>
      setSettled((before) =>
        isSettled ? [...before, keyOf(one)] : before.filter((key) => key !== keyOf(one)),
      ),
  };
}
