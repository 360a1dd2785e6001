/** A long list in the page: the rows alone that are in sight are there, and keys lead from one to the next. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useHeld } from './use-held.ts';
import { useWalk } from './use-walk.ts';

/** What stands fixed above the page, in pixels, with some room. */
const headHeight = 76;

export function LongList<Item>({
  label,
  items,
  keyOf,
  height,
  row,
  onEnd,
}: {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Of a row, in pixels, until it is measured. */
  height: number;
  row: (item: Item) => ReactNode;
  /** Called where the last row comes into sight; left out where all are there. */
  onEnd?: (() => void) | undefined;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const top = useTop(list);
  const keyAt = (index: number): string => keyOf(items[index] as Item);
  const { rangeExtractor, heard } = useHeld(list, items.length, keyAt);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
    getItemKey: keyAt,
    rangeExtractor,
  });
  const shown = virtual.getVirtualItems();
  useEnd(shown.at(-1)?.index ?? -1, items.length, onEnd);
  useWalk(list, items.length, (index) => virtual.scrollToIndex(index));
  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      className="virtual"
      style={{ height: virtual.getTotalSize() }}
    >
      {shown.map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtual.measureElement}
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={onEnd === undefined ? items.length : -1}
          tabIndex={-1}
          data-index={index}
          {...heard(index)}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {row(items[index] as Item)}
        </div>
      ))}
    </div>
  );
}

/** Where the list begins in the page, also where what stands above it grows or goes. */
function useTop(list: RefObject<HTMLDivElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void =>
      setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [list]);
  return top;
}

/** Says when the last row comes into sight. */
export function useEnd(last: number, count: number, onEnd: (() => void) | undefined): void {
  useEffect(() => {
    if (count > 0 && last >= count - 1) onEnd?.();
  }, [last, count, onEnd]);
}
