/** Arrows, pages, Home and End lead from row to row of a long list; Enter then opens what the row leads to. */
import { useEffect, type RefObject } from 'react';
import { placeAfter } from './row-place.ts';

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
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const press = (event: KeyboardEvent): void => walk(element, event, count, show);
    // On the document, so that what a row does with a key comes first.
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function walk(list: HTMLElement, event: KeyboardEvent, count: number, show: (index: number) => void): void {
  const from = event.target as HTMLElement;
  const isElsewhere = !list.contains(from) || from.closest('input, textarea, select') !== null;
  if (isElsewhere || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = Number(from.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
  const place = placeAfter(event.key, at, count, page);
  if (place === undefined) return;
  event.preventDefault();
  show(place);
  enter(list, place, patience);
}

function enter(list: HTMLElement, index: number, left: number): void {
  const row = list.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row !== null) (row.querySelector<HTMLElement>('a[href], button') ?? row).focus();
  else if (left > 0) requestAnimationFrame(() => enter(list, index, left - 1));
}
