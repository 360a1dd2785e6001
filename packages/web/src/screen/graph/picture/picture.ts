/** What a graph shows and where: never changed in place, so that every act can be undone. */
import type { Entry } from '../../../record/object.ts';
import { isNode, otherEnd, type GraphEdge } from './edge.ts';
import { freePlaces, type Place } from './placing.ts';

export interface GraphNode extends Place {
  id: string;
  entry: Entry;
  isPinned: boolean;
}

export interface Filter {
  types: string[];
  members: string[];
  /** Days, as YYYY-MM-DD: from the one on, and before the other. */
  since?: string | undefined;
  before?: string | undefined;
}

export interface Picture {
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  filter: Filter;
  isGrouped: boolean;
}

export const noFilter: Filter = { types: [], members: [] };
export const emptyPicture: Picture = {
  nodes: new Map(),
  edges: new Map(),
  filter: noFilter,
  isGrouped: false,
};

/** The most that is drawn at the promised speed. */
export const mostNodes = 10_000;
export const mostEdges = 20_000;

export interface Found {
  entries: readonly Entry[];
  edges: readonly GraphEdge[];
}

/**
 * Adds records, and those links whose ends are both there. What was placed stays; what is new stands around `near`,
 * or where `places` says.
 */
export function withAdded(
  picture: Picture,
  { entries, edges }: Found,
  near?: string,
  places?: ReadonlyMap<string, Place & { isPinned: boolean }>,
): Picture {
  const nodes = new Map(picture.nodes);
  const fresh = [...new Map(entries.filter(isNode).map((entry) => [entry.object.id, entry])).values()].filter(
    ({ object }) => !nodes.has(object.id),
  );
  const kept = fresh.slice(0, Math.max(0, mostNodes - nodes.size));
  const loose = kept.filter(({ object }) => places?.get(object.id) === undefined);
  const taken = [...nodes.values(), ...(places?.values() ?? [])];
  const free = freePlaces(taken, near === undefined ? undefined : nodes.get(near), loose.length);
  for (const entry of kept) {
    const place = places?.get(entry.object.id) ?? { ...(free.next().value as Place), isPinned: false };
    nodes.set(entry.object.id, { id: entry.object.id, entry, ...place });
  }
  const joined = new Map(picture.edges);
  for (const edge of edges) {
    if (joined.size >= mostEdges) break;
    if (!joined.has(edge.id) && nodes.has(edge.source) && nodes.has(edge.target)) joined.set(edge.id, edge);
  }
  const isSame = kept.length === 0 && joined.size === picture.edges.size;
  return isSame ? picture : { ...picture, nodes, edges: joined };
}

/** Takes records off, with their links. */
export function without(picture: Picture, gone: ReadonlySet<string>): Picture {
  const nodes = new Map([...picture.nodes].filter(([id]) => !gone.has(id)));
  const edges = new Map(
    [...picture.edges].filter(
      ([id, edge]) => !gone.has(id) && nodes.has(edge.source) && nodes.has(edge.target),
    ),
  );
  const isSame = nodes.size === picture.nodes.size && edges.size === picture.edges.size;
  return isSame ? picture : { ...picture, nodes, edges };
}

/** Takes off what hangs on this record alone; what is pinned stays. */
export function collapsed(picture: Picture, id: string): Picture {
  const around = neighboursIn(picture.edges);
  const leaves = [...(around.get(id) ?? [])].filter(
    (one) => around.get(one)?.size === 1 && picture.nodes.get(one)?.isPinned === false,
  );
  return without(picture, new Set(leaves));
}

/** Puts records elsewhere; those that are put by hand are pinned with it. */
export function withPlaces(picture: Picture, places: ReadonlyMap<string, Place>, isPinned?: true): Picture {
  const nodes = new Map(picture.nodes);
  for (const [id, { x, y }] of places) {
    const node = nodes.get(id);
    if (node !== undefined) nodes.set(id, { ...node, x, y, isPinned: isPinned ?? node.isPinned });
  }
  return { ...picture, nodes };
}

export function withPin(picture: Picture, id: string): Picture {
  const node = picture.nodes.get(id);
  if (node === undefined) return picture;
  return { ...picture, nodes: new Map(picture.nodes).set(id, { ...node, isPinned: !node.isPinned }) };
}

/** The same picture with records as they are now; the same object where none has changed. */
export function renewed(picture: Picture, entries: ReadonlyMap<string, Entry>): Picture {
  const isNew = (entry: Entry): boolean => {
    const now = entries.get(entry.object.id);
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(entry);
  };
  const changed = <Drawn extends { entry: Entry }>(drawn: ReadonlyMap<string, Drawn>): Map<string, Drawn> =>
    new Map(
      [...drawn].map(([id, one]) => [id, { ...one, entry: entries.get(one.entry.object.id) ?? one.entry }]),
    );
  if (![...picture.nodes.values(), ...picture.edges.values()].some(({ entry }) => isNew(entry)))
    return picture;
  return { ...picture, nodes: changed(picture.nodes), edges: changed(picture.edges) };
}

/** Record → the records that it is joined to. */
export function neighboursIn(edges: ReadonlyMap<string, GraphEdge>): Map<string, Set<string>> {
  const around = new Map<string, Set<string>>();
  for (const edge of edges.values()) {
    for (const id of [edge.source, edge.target]) {
      const known = around.get(id);
      if (known === undefined) around.set(id, new Set([otherEnd(edge, id)]));
      else known.add(otherEnd(edge, id));
    }
  }
  return around;
}
