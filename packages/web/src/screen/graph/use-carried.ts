/** Keeps what the graph shares with the map in the address: kinds, period, and the record that is chosen. */
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAsked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import type { GraphState } from './use-graph.ts';

/** A browser lets an address change only so often; keys that are held down choose faster. */
const rest = 150;

export function useCarried({ picture: { filter }, choice }: GraphState): void {
  const navigate = useNavigate();
  const router = useRouter();
  const asked = useAsked<CarriedKey | 'from' | 'to'>();
  const { since, before } = filter;
  const type = filter.types.length === 0 ? undefined : filter.types.join(',');
  // A reference that a record makes has no id of its own.
  const chosen = choice?.includes(' ') === true ? undefined : choice;
  const isSaid =
    asked.type === type && asked.since === since && asked.before === before && asked.chosen === chosen;
  const today = useRef(asked);
  useEffect(() => {
    today.current = asked;
  });
  useEffect(() => {
    if (isSaid) return undefined;
    const waiting = setTimeout(() => {
      if (!router.latestLocation.pathname.endsWith('/graph')) return;
      void navigate({
        to: '/graph',
        search: { ...today.current, type, since, before, chosen },
        replace: true,
        resetScroll: false,
      });
    }, rest);
    return () => clearTimeout(waiting);
  }, [isSaid, type, since, before, chosen, navigate, router]);
}
