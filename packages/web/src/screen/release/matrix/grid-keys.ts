/** Going through the cells of a table with the arrow keys: one of them is reached by Tab, the others from it. */
import { useState, type KeyboardEvent } from 'react';
import { placeAfter, type Place } from './grid-place.ts';

/** What a cell wants to take part. */
export interface CellPlace {
  'data-place': string;
  tabIndex: number;
  onFocus: () => void;
}

/** Cells say their place by `data-place`; the one at `place` has the tab stop. */
export function useGridKeys(size: { rows: number; columns: number }): {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  cell: (row: number, column: number) => CellPlace;
} {
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 });
  const place = {
    row: Math.min(chosen.row, size.rows - 1),
    column: Math.min(chosen.column, size.columns - 1),
  };
  return {
    onKeyDown: (event) => {
      const next = placeAfter(event.key, place, size);
      if (next === undefined) return;
      event.preventDefault();
      setChosen(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
    },
    cell: (row, column) => ({
      'data-place': `${row} ${column}`,
      tabIndex: row === place.row && column === place.column ? 0 : -1,
      onFocus: () => setChosen({ row, column }),
    }),
  };
}
