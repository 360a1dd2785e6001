/**
 * The row of a long list that last had the focus stays in the page wherever one scrolls, or the focus went with it.
 * Where what had it leaves the list, as a message does that was read, the focus goes to what takes its place.
 */
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { enterRow } from './use-walk.ts';

type Key = string | number;

export function useHeld(list: RefObject<HTMLElement | null>, count: number, keyAt: (index: number) => Key) {
  const [held, setHeld] = useState<Key>();
  /** Where the focus is, also in a dialogue that a row opened. */
  const focused = useRef<{ key: Key; index: number }>(undefined);
  const placeOf = (key: Key): number => {
    for (let index = 0; index < count; index += 1) if (keyAt(index) === key) return index;
    return -1;
  };
  useEffect(() => {
    const was = focused.current;
    if (was === undefined || count === 0 || list.current === null || placeOf(was.key) !== -1) return;
    focused.current = undefined;
    enterRow(list.current, Math.min(was.index, count - 1));
  });
  return {
    rangeExtractor: (range: Range): number[] => {
      const shown = defaultRangeExtractor(range);
      const place = held === undefined ? -1 : placeOf(held);
      return place === -1 || shown.includes(place) ? shown : [...shown, place].sort((a, b) => a - b);
    },
    /** What a row hears. What is removed is not heard to have lost the focus. */
    heard: (index: number) => ({
      onFocus: () => {
        focused.current = { key: keyAt(index), index };
        setHeld(keyAt(index));
      },
      onBlur: () => {
        focused.current = undefined;
      },
    }),
  };
}
