/** A long list of rows with a head: only what is in sight is there. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';

export function Rows({
  label,
  head,
  count,
  total,
  kind,
  row,
  onEnd,
}: {
  label: string;
  head: readonly string[];
  /** Rows that are there, and how many there are; the same where nothing more comes. */
  count: number;
  total?: number | undefined;
  kind: 'problem' | 'item';
  row: (index: number) => readonly ReactNode[];
  /** Called where the last row comes into sight. */
  onEnd?: (() => void) | undefined;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // What it returns is used in this component alone, so nothing of it can be kept beyond its time.
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    overscan: 10,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (count > 0 && last >= count - 1) onEnd?.();
  }, [count, last, onEnd]);
  return (
    <div
      ref={box}
      className="bring-in-rows"
      // A box that scrolls has to be reached by keyboard, where nothing within can (WCAG 2.1.1).
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={(total ?? count) + 1}
    >
      <div role="row" aria-rowindex={1} className={`bring-in-row bring-in-${kind}`} data-head>
        {head.map((word) => (
          <span role="columnheader" key={word}>
            {word}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, key, start }) => (
          <div
            role="row"
            aria-rowindex={index + 2}
            key={key}
            data-index={index}
            ref={rows.measureElement}
            className={`bring-in-row bring-in-${kind}`}
            style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
          >
            {row(index).map((cell, column) => (
              <span role="cell" key={head[column]}>
                {cell}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
