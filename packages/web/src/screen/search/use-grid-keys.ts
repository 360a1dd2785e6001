/** Keys of the grid of results: arrows move, Enter opens, space selects, shift selects on the way. */
import { useNavigate } from '@tanstack/react-router';
import type { RowSelectionState } from '@tanstack/react-table';
import type { Dispatch, KeyboardEvent, SetStateAction } from 'react';
import { placeAfter } from '../../part/row-place.ts';
import { rowHeight } from './use-virtual-rows.ts';

interface Grid {
  /** Rows in their order. */
  ids: readonly string[];
  activeId: string | undefined;
  setActive: (id: string) => void;
  onSelect: Dispatch<SetStateAction<RowSelectionState>>;
  /** Brings a row into sight. */
  show: (index: number) => void;
}

export function useGridKeys(grid: Grid): (event: KeyboardEvent<HTMLDivElement>) => void {
  const navigate = useNavigate();
  const { ids, activeId, setActive, onSelect, show } = grid;
  const select = (id: string, isSelected: boolean | undefined): void =>
    onSelect((before) => {
      const { [id]: was = false, ...others } = before;
      return (isSelected ?? !was) ? { ...others, [id]: true } : others;
    });
  const move = (place: number, isSelecting: boolean): void => {
    const id = ids[place];
    if (id === undefined) return;
    if (isSelecting) {
      if (activeId !== undefined) select(activeId, true);
      select(id, true);
    }
    setActive(id);
    show(place);
  };
  return (event) => {
    // What stands in the head has keys of its own.
    if (event.target !== event.currentTarget && (event.target as HTMLElement).closest('.results-head'))
      return;
    const { key, shiftKey } = event;
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
    const place = placeAfter(key, activeId === undefined ? -1 : ids.indexOf(activeId), ids.length, page);
    if (place !== undefined) move(place, shiftKey);
    else if (key === 'Enter' && activeId !== undefined)
      void navigate({ to: '/record/$id', params: { id: activeId } });
    else if (key === ' ' && activeId !== undefined) select(activeId, undefined);
    else if (key === 'a' && (event.ctrlKey || event.metaKey))
      onSelect(Object.fromEntries(ids.map((id) => [id, true])));
    else if (key === 'Escape') onSelect({});
    else return;
    event.preventDefault();
  };
}
