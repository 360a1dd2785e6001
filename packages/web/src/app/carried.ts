/** What the graph and the map with its timeline have in common: each takes it over from the other, in the address. */
import type { Asked } from './address.ts';

/** Where it begins, what is asked for, the kinds and the period that are shown, and the record that is chosen. */
export const carriedKeys = ['start', 'view', 'q', 'type', 'since', 'before', 'chosen'] as const;
export type CarriedKey = (typeof carriedKeys)[number];

const pictures: readonly string[] = ['/graph', '/places'];

/** What goes along from a path to another; nothing where they are not a graph and a map. */
export function carried(from: string, to: string, search: Asked): Asked<CarriedKey> {
  if (from === to || !pictures.includes(from) || !pictures.includes(to)) return {};
  return Object.fromEntries(
    carriedKeys.flatMap((key) => {
      const value = search[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
