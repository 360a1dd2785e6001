/** What stands at one spot, and what of that is drawn as one while the map is small. */
import { centreOfRegion } from '../../record/region.ts';
import {
  keyOfSpot,
  placesOf,
  type Gazetteer,
  type Placed,
  type Position,
  type Spot,
} from '../../record/where.ts';
import type { Entry } from '../../record/object.ts';

/** Everything at one spot. */
export interface Group {
  key: string;
  spot: Spot;
  at: Position;
  placed: Placed[];
}

export function groupsOf(
  entries: readonly Entry[],
  gazetteer: Gazetteer,
  centres: ReadonlyMap<string, Position>,
): Group[] {
  const groups = new Map<string, Group>();
  for (const one of entries.flatMap((entry) => placesOf(entry, gazetteer))) {
    const at = positionOf(one.spot, centres);
    if (at === undefined) continue;
    const key = keyOfSpot(one.spot);
    const group = groups.get(key) ?? { key, spot: one.spot, at, placed: [] };
    groups.set(key, group);
    const isThere = group.placed.some(({ entry, sense }) => entry === one.entry && sense === one.sense);
    if (!isThere) group.placed.push(one);
  }
  return [...groups.values()].sort((a, b) => b.placed.length - a.placed.length);
}

function positionOf(spot: Spot, centres: ReadonlyMap<string, Position>): Position | undefined {
  if (spot.kind === 'point') return spot.at;
  return spot.kind === 'country' ? centres.get(spot.code) : centreOfRegion(spot.region);
}

/** Groups that are drawn as one. */
export interface Cluster {
  at: Position;
  groups: Group[];
  count: number;
}

/** Pixels within which spots are drawn as one. */
const near = 42;

/**
 * Puts together what would overlap on the screen.
 * @param project from degrees to pixels
 */
export function clustersOf(
  groups: readonly Group[],
  project: (at: Position) => { x: number; y: number },
): Cluster[] {
  const cells = new Map<string, { cluster: Cluster; x: number; y: number }[]>();
  const clusters: Cluster[] = [];
  for (const group of groups) {
    const { x, y } = project(group.at);
    const [column, row] = [Math.floor(x / near), Math.floor(y / near)];
    const close = [-1, 0, 1]
      .flatMap((right) => [-1, 0, 1].flatMap((down) => cells.get(`${column + right} ${row + down}`) ?? []))
      .find((one) => Math.hypot(one.x - x, one.y - y) < near);
    if (close === undefined) {
      const cluster = { at: group.at, groups: [group], count: group.placed.length };
      clusters.push(cluster);
      const cell = `${column} ${row}`;
      cells.set(cell, [...(cells.get(cell) ?? []), { cluster, x, y }]);
    } else {
      close.cluster.groups.push(group);
      close.cluster.count += group.placed.length;
    }
  }
  return clusters;
}

/** West, south, east and north of all groups; `undefined` where there is none. */
export function boundsOf(groups: readonly Group[]): readonly [number, number, number, number] | undefined {
  if (groups.length === 0) return undefined;
  const [east, north] = [groups.map(({ at }) => at[0]), groups.map(({ at }) => at[1])];
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)];
}
