/** Which record an arrow key leads to. */
import type { Place } from './placing.ts';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Upwards is positive, as the drawing has it. */
const ways: Record<Arrow, Place> = {
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

export const isArrow = (key: string): key is Arrow => key in ways;
export const wayOf = (arrow: Arrow): Place => ways[arrow];

/** The nearest in this direction, those that are joined first; nothing where none lies there. */
export function towards(
  arrow: Arrow,
  from: Place,
  joined: Iterable<readonly [string, Place]>,
  others: Iterable<readonly [string, Place]>,
): string | undefined {
  return nearest(arrow, from, joined) ?? nearest(arrow, from, others);
}

function nearest(arrow: Arrow, from: Place, places: Iterable<readonly [string, Place]>): string | undefined {
  const way = ways[arrow];
  let best: string | undefined;
  let least = Infinity;
  for (const [id, { x, y }] of places) {
    const [across, down] = [x - from.x, y - from.y];
    const ahead = across * way.x + down * way.y;
    const aside = Math.abs(across * way.y) + Math.abs(down * way.x);
    // Within 45 degrees of the arrow; what lies aside counts double.
    if (ahead <= 0 || aside > ahead || ahead + 2 * aside >= least) continue;
    least = ahead + 2 * aside;
    best = id;
  }
  return best;
}
