/** A long table in a box: the rows alone that are in sight are there, and keys lead from one to the next. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useEnd } from './long-list.tsx';
import { useHeld } from './use-held.ts';
import { useWalk } from './use-walk.ts';

export interface Column {
  key: string;
  head: ReactNode;
  /** Of the grid: `8rem`, `minmax(8rem, 1fr)`. */
  track: string;
  /** Whether it holds numbers, which stand below each other at the end. */
  isNumber?: boolean;
}

export interface LongTableProps {
  label: string;
  columns: readonly Column[];
  /** Rows that are there, and how many there are where that is known to be more. */
  count: number;
  total?: number | undefined;
  keyOf?: (index: number) => string;
  /** A cell for each column. */
  row: (index: number) => readonly ReactNode[];
  classOf?: (index: number) => string | undefined;
  /** Below so many pixels the box is scrolled sideways. */
  minWidth?: number;
  className?: string;
  /** Called where the last row comes into sight; left out where all are there. */
  onEnd?: (() => void) | undefined;
}

export function LongTable(props: LongTableProps): ReactNode {
  const { label, columns, count, total, keyOf, onEnd, minWidth, className = '' } = props;
  const box = useRef<HTMLDivElement>(null);
  const keyAt = (index: number): string | number => keyOf?.(index) ?? index;
  const { rangeExtractor, heard } = useHeld(box, count, keyAt);
  // What it returns is used in this component alone, so nothing of it can be kept beyond its time.
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => 40,
    getItemKey: keyAt,
    rangeExtractor,
    // The head stands before the rows.
    scrollPaddingStart: 40,
    overscan: 10,
  });
  const shown = rows.getVirtualItems();
  useEnd(shown.at(-1)?.index ?? -1, count, onEnd);
  useWalk(box, count, (index) => rows.scrollToIndex(index));
  const layout: CSSProperties = {
    gridTemplateColumns: columns.map(({ track }) => track).join(' '),
    minWidth,
  };
  return (
    <div
      ref={box}
      className={`long-table ${className}`}
      // A box that scrolls has to be reached by keyboard, where nothing within can (WCAG 2.1.1).
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={total === undefined && onEnd !== undefined ? -1 : (total ?? count) + 1}
    >
      <div role="rowgroup" className="long-table-head">
        <div role="row" aria-rowindex={1} className="long-table-row" style={layout}>
          {columns.map(({ key, head, isNumber }) => (
            <div role="columnheader" key={key} data-number={isNumber}>
              {head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative', minWidth }}>
        {shown.map(({ index, key, start }) => (
          <div
            role="row"
            aria-rowindex={index + 2}
            key={key}
            tabIndex={-1}
            data-index={index}
            {...heard(index)}
            ref={rows.measureElement}
            className={`long-table-row ${props.classOf?.(index) ?? ''}`}
            style={{ ...layout, position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
          >
            <Cells columns={columns} cells={props.row(index)} />
          </div>
        ))}
      </div>
    </div>
  );
}

const Cells = ({
  columns,
  cells,
}: {
  columns: readonly Column[];
  cells: readonly ReactNode[];
}): readonly ReactNode[] =>
  columns.map(({ key, isNumber }, place) => (
    <div role="cell" key={key} data-number={isNumber}>
      {cells[place]}
    </div>
  ));
