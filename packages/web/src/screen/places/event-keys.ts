/** Going through the events by keys: left and right along a line, up and down from line to line. */
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Line } from './lines.ts';

interface Place {
  line: number;
  event: number;
}

export interface EventKeys {
  /** The event that the tabulator key leads to. */
  at: Place;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (place: Place) => void;
}

export function useEventKeys(
  frame: RefObject<HTMLElement | null>,
  lines: readonly Line[],
  scrollTo: (line: number) => void,
): EventKeys {
  const [wanted, setAt] = useState<Place>({ line: 0, event: 0 });
  const at = withinLines(wanted, lines);
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return undefined;
    // A line that was out of sight is there with the next frame only.
    const next = requestAnimationFrame(() => {
      frame.current?.querySelector<HTMLElement>(`[data-event="${at.line} ${at.event}"]`)?.focus();
      isMoving.current = false;
    });
    return () => cancelAnimationFrame(next);
  }, [frame, at.line, at.event]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(at, event.key, lines);
    if (next === undefined || !(event.target as Element).matches('[data-event]')) return;
    event.preventDefault();
    isMoving.current = true;
    scrollTo(next.line);
    setAt(next);
  };
  return { at, onKeyDown, onFocus: setAt };
}

/** Where a key leads; `undefined` of keys that lead nowhere. */
export function moved(at: Place, key: string, lines: readonly Line[]): Place | undefined {
  const { line, event } = at;
  if (key === 'ArrowRight') return withinLines({ line, event: event + 1 }, lines);
  if (key === 'ArrowLeft') return withinLines({ line, event: event - 1 }, lines);
  if (key === 'Home') return { line, event: 0 };
  if (key === 'End') return withinLines({ line, event: Number.POSITIVE_INFINITY }, lines);
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const other = line + (key === 'ArrowDown' ? 1 : -1);
  if (lines[other] === undefined) return at;
  return { line: other, event: nearest(lines, at, other) };
}

/** The event of another line that is nearest in time. */
function nearest(lines: readonly Line[], { line, event }: Place, other: number): number {
  const start = lines[line]?.events[event]?.moment.start ?? 0;
  const distances = (lines[other]?.events ?? []).map(({ moment }) => Math.abs(moment.start - start));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

function withinLines({ line, event }: Place, lines: readonly Line[]): Place {
  const last = Math.max(0, Math.min(line, lines.length - 1));
  const events = lines[last]?.events.length ?? 0;
  return { line: last, event: Math.max(0, Math.min(event, events - 1)) };
}
