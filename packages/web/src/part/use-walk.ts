/** Arrows, pages, Home and End lead from row to row of a long list; Enter then opens what the row leads to. */
import type { RefObject } from 'react';
import { placeAfter } from './row-place.ts';
import { useKeysWithin } from './use-keys-within.ts';

/** Rows of a page, as the keys count it. */
const page = 10;

/** Frames within which a row that is scrolled to stands in the page. */
const patience = 30;

/**
 * Keys are heard wherever within the list the focus is.
 * @param show brings a row into sight; rows carry their place in `data-index`
 */
export function useWalk(
  list: RefObject<HTMLElement | null>,
  count: number,
  show: (index: number) => void,
): void {
  useKeysWithin(list, (event, from) => {
    const at = Number(from.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const place = placeAfter(event.key, at, count, page);
    if (place === undefined || list.current === null) return;
    event.preventDefault();
    show(place);
    enterRow(list.current, place);
  });
}

/** Has the focus go into a row as soon as it stands in the page. */
export function enterRow(list: HTMLElement, index: number, left = patience): void {
  const row = list.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row !== null) (row.querySelector<HTMLElement>('a[href], button') ?? row).focus();
  else if (left > 0) requestAnimationFrame(() => enterRow(list, index, left - 1));
}
