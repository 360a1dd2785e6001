/** Rows of which those alone stand in the page that can be seen. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Height of a row, in pixels, until it is measured. */
export const rowHeight = 44;

export function useVirtualRows(
  ids: readonly string[],
  scroller: RefObject<HTMLDivElement | null>,
): Virtualizer<HTMLDivElement, HTMLDivElement> {
  return useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
  });
}
