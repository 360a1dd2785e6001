/** Rows of the store as pages of a list. */
import type { Paging } from './paging.ts';
import { timeText } from './time.ts';

/**
 * Cuts rows, of which there is one more than asked for where the list goes on, into a page.
 * @param placeOf where the next page goes on, behind a row
 */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  paging: Paging,
  itemOf: (row: Row) => Item,
  placeOf: (row: Row) => Record<string, string | number | boolean>,
): { items: Item[]; next: string | undefined } {
  const page = rows.slice(0, paging.limit);
  const last = page.at(-1);
  const next = rows.length > page.length && last !== undefined ? paging.next(placeOf(last)) : undefined;
  return { items: page.map(itemOf), next };
}

/** A time of a row on the wire; null where there is none. */
export const orNull = (at: number | null): string | null => (at === null ? null : timeText(at));
