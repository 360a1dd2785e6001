/** When an entry stood on a roster, on an axis from when one reads it to now. */
import type { rosterStay } from '@entente/contract/coalition';

/** One stretch of time of an entry on a roster. */
export type Stay = (typeof rosterStay)['_output'];

export interface RosterPast {
  since: string;
  stays: Stay[];
}

/** A bar of the axis, in hundredths of it. */
export interface Bar {
  from: number;
  to: number;
  /** Whether it was there before one could read the roster. */
  isOpen: boolean;
}

export interface RosterLine {
  entry: string;
  kind: Stay['kind'];
  stays: Stay[];
  bars: Bar[];
  isThere: boolean;
}

/**
 * A line for each entry: who is there first, then in the order in which they came.
 * @param inOrder which of two that came at once stands first
 */
export function rosterLines(
  { since, stays }: RosterPast,
  now: number,
  inOrder: (one: string, other: string) => number,
): RosterLine[] {
  const start = Date.parse(since);
  const length = Math.max(1, now - start);
  const share = (time: string): number =>
    Math.min(100, Math.max(0, (100 * (Date.parse(time) - start)) / length));
  const lines = new Map<string, RosterLine>();
  for (const stay of stays) {
    const { entry, kind, entered, left } = stay;
    const line = lines.get(entry) ?? { entry, kind, stays: [], bars: [], isThere: false };
    lines.set(entry, line);
    line.stays.push(stay);
    line.bars.push({
      from: entered === null ? 0 : share(entered),
      to: left === null ? 100 : share(left),
      isOpen: entered === null,
    });
    line.isThere ||= left === null;
  }
  return [...lines.values()].sort(
    (a, b) =>
      Number(b.isThere) - Number(a.isThere) ||
      (a.bars[0]?.from ?? 0) - (b.bars[0]?.from ?? 0) ||
      inOrder(a.entry, b.entry),
  );
}
