/**
 * A saved graph is a grouping: it refers to its records, and keeps where they stood under their ids. So each reader's
 * own view fills it; what that does not have is cut by the cell, reference and place alike, and leaves no gap.
 */
import { recordIn, type StixObject } from '../../../record/object.ts';
import { positionsProperty } from '../picture/edge.ts';
import type { Picture } from '../picture/picture.ts';
import type { Place } from '../picture/placing.ts';

export interface Saving {
  id: string;
  /** Of the first version. */
  created: string;
  now: string;
  name: string;
  picture: Picture;
}

export type Placed = Place & { isPinned: boolean };

/** The grouping of STIX; references that records make are not listed, as the records have them. */
export function groupingOf({ id, created, now, name, picture }: Saving): Record<string, unknown> {
  const { nodes, edges } = picture;
  const relations = [...edges.values()].filter(({ isReference }) => !isReference).map((edge) => edge.id);
  const positions = [...nodes.values()].map(({ id: node, x, y, isPinned }): [string, number[]] => [
    node,
    [Math.round(x), Math.round(y), isPinned ? 1 : 0],
  ]);
  return {
    type: 'grouping',
    spec_version: '2.1',
    id,
    created,
    modified: now,
    name,
    context: 'unspecified',
    object_refs: [...nodes.keys(), ...relations],
    [positionsProperty]: { positions: Object.fromEntries(positions) },
  };
}

export const isSavedGraph = (object: StixObject): boolean =>
  object.type === 'grouping' && Object.keys(recordIn(object, positionsProperty)).length > 0;

/** Where its records stood; what is no place is passed over. */
export function placesIn(object: StixObject): Map<string, Placed> {
  const positions = recordIn(recordIn(object, positionsProperty), 'positions');
  const places = new Map<string, Placed>();
  for (const [id, given] of Object.entries(positions)) {
    if (!Array.isArray(given)) continue;
    const [x, y, pinned] = given as unknown[];
    if (isCoordinate(x) && isCoordinate(y)) places.set(id, { x, y, isPinned: pinned === 1 });
  }
  return places;
}

const isCoordinate = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= 1_000_000;
