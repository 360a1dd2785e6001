/** Many records at once: a part of the view, or what a saved graph refers to. */
import { queryOptions } from '@tanstack/react-query';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';
import type { Entry, StixObject } from '../../../record/object.ts';
import { edgeOf, isNode, referenceEdges, type GraphEdge } from '../picture/edge.ts';
import { mostEdges, mostNodes, type Found } from '../picture/picture.ts';

const perPage = 1000;

export const facetsQuery = (words: string) =>
  queryOptions({
    queryKey: [ofView, 'facets', words],
    queryFn: () => cell.facets(words === '' ? {} : { q: words }),
  });

export interface Wanted {
  words: string;
  types: readonly string[];
  /** Days (YYYY-MM-DD) on which versions were made: from the one on, and before the other. */
  since?: string | undefined;
  before?: string | undefined;
}

export interface Many extends Found {
  /** Whether there was more of it than is drawn. */
  isCut: boolean;
}

/** The newest records of these words, types and times, and every link between them. */
export async function readView({ words, types, since, before }: Wanted, signal: AbortSignal): Promise<Many> {
  const times = {
    ...(since === undefined ? {} : { since: `${since}T00:00:00Z` }),
    ...(before === undefined ? {} : { before: `${before}T00:00:00Z` }),
  };
  const narrowed = { ...times, ...(words === '' ? {} : { q: words }) };
  const nodes = await newest(types, narrowed, mostNodes, signal);
  const relations = await newest(['relationship', 'sighting'], {}, mostEdges * 5, signal);
  return { ...joined([...nodes.entries, ...relations.entries]), isCut: nodes.isCut || relations.isCut };
}

async function newest(
  types: readonly string[],
  narrowed: { since?: string; before?: string; q?: string },
  most: number,
  signal: AbortSignal,
): Promise<{ entries: Entry[]; isCut: boolean }> {
  const entries: Entry[] = [];
  for await (const entry of cell.every('search', { type: types.join(','), limit: perPage, ...narrowed })) {
    signal.throwIfAborted();
    if (entries.length >= most) return { entries, isCut: true };
    entries.push(entry);
  }
  return { entries, isCut: false };
}

/** Everything that an object refers to and that is in the view, with the links between. */
export async function readReferences(id: string): Promise<Found> {
  const entries = [];
  for await (const { entry } of cell.every('objectReferences', { id, limit: perPage })) entries.push(entry);
  return joined(entries);
}

/** Sorts entries into records and the links between them, and adds the references that they make to each other. */
export function joined(entries: readonly Entry[]): Found {
  const nodes = entries.filter(isNode);
  const ids = new Set(nodes.map(({ object }) => object.id));
  const stated = entries.flatMap((entry) => edgeOf(entry) ?? []);
  const made = nodes.flatMap((entry) => referencesWithin(entry, ids));
  return {
    entries: nodes,
    edges: [...stated.filter(({ source, target }) => ids.has(source) && ids.has(target)), ...made],
  };
}

function referencesWithin(entry: Entry, ids: ReadonlySet<string>): GraphEdge[] {
  return Object.entries(entry.object as StixObject & Record<string, unknown>).flatMap(([property, value]) =>
    property === 'id'
      ? []
      : [...new Set(textsWithin(value))]
          .filter((text) => ids.has(text))
          .flatMap((target) => referenceEdges(entry, target, [property])),
  );
}

function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}
