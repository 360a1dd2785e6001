/** Since when this screen tells: the address says it, or the cell, which keeps the visits of the account. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { periodOf, sinceOf, type Period } from './period.ts';

/** What the address of this screen may hold. */
export type SituationKey = 'period' | 'since' | 'before' | 'contributor' | 'type';

const twentyMinutes = 1_200_000;

/**
 * A visit goes on as long as somebody says so within the hour. The cell keeps it, not the browser: whoever works at two
 * desks would be told at one what was seen at the other, and who shares a desk would be told of the other's visits.
 */
const visitQuery = queryOptions({
  queryKey: ['visit'],
  queryFn: () => cell.visit(),
  refetchInterval: twentyMinutes,
  staleTime: twentyMinutes,
  placeholderData: (before) => before,
});

export interface Since {
  period: Period;
  /** Unknown for the moment until the cell has answered. */
  since: string | undefined;
  /** When the account was here before; null where it never was. */
  visited: string | null | undefined;
  error: Error | null;
  retry: () => void;
}

/** The period of the address; without one since the last visit, or a week on the first. */
export function useSince(): Since {
  const asked = useAsked<SituationKey>();
  const { data, error, refetch } = useQuery(visitQuery);
  const [opened] = useState(() => Date.now());
  const period = periodOf(asked.period, data?.since);
  return {
    period,
    since: data === undefined ? undefined : (asked.since ?? sinceOf(period, data.since, opened)),
    visited: data?.since,
    error: data === undefined ? error : null,
    retry: () => void refetch(),
  };
}
