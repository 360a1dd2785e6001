/** A list that does not move under the hand: what is new waits until it is asked for, what left is gone at once. */

interface Placed {
  object: { id: string };
  added: string | null;
}

/** What of a list may be shown, and how many entries wait. */
export interface Steady<Item> {
  shown: readonly Item[];
  waiting: number;
}

/**
 * @param kept ids in the order in which they are on the screen
 * @param now the list as it is by now, the last first
 * @param most how many are shown
 */
export function steadyList<Item extends Placed>(
  kept: readonly string[],
  now: readonly Item[],
  most: number,
): Steady<Item> {
  const byId = new Map(now.map((item) => [item.object.id, item]));
  const shown = kept.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(kept);
  const first = now.slice(0, most).filter((item) => !known.has(item.object.id));
  return { shown, waiting: first.length };
}
