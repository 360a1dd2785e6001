/** Keeps the graph true to the view: what leaves it goes, from the past as well; what changes is shown anew. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { ofView } from '../../app/questions.ts';
import { typeOfId, type Entry } from '../../record/object.ts';
import type { GraphState } from './use-graph.ts';

const atOnce = 8;
/** Beyond, the view is read in pages first, which is less to ask than each object alone. */
const mostAlone = 500;

/** What became of each object: gone, or as it is now. */
interface Fresh {
  gone: Set<string>;
  entries: Map<string, Entry>;
}

export function useFreshness({ picture, forget, renew }: GraphState): void {
  const today = useRef({ forget, renew, picture });
  useEffect(() => {
    today.current = { forget, renew, picture };
  });
  // Made old by each event of the feed, and by nothing else: what was added a moment ago is fresh.
  const { data } = useQuery({
    queryKey: [ofView, 'graph-freshness'],
    queryFn: ({ signal }) => {
      const { nodes, edges } = today.current.picture;
      const stated = [...edges.values()].map(({ entry }) => entry.object.id);
      return readAnew(new Set([...nodes.keys(), ...stated]), signal);
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  useEffect(() => {
    if (data === undefined) return;
    if (data.gone.size > 0) today.current.forget(data.gone);
    if (data.entries.size > 0) today.current.renew(data.entries);
  }, [data]);
}

async function readAnew(ids: ReadonlySet<string>, signal: AbortSignal): Promise<Fresh> {
  const fresh: Fresh = { gone: new Set(), entries: new Map() };
  if (ids.size > mostAlone) await readPages(ids, fresh, signal);
  const left = [...ids].filter((id) => !fresh.entries.has(id));
  for (let first = 0; first < left.length; first += atOnce) {
    signal.throwIfAborted();
    await Promise.all(left.slice(first, first + atOnce).map((id) => readOne(id, fresh)));
  }
  return fresh;
}

async function readPages(ids: ReadonlySet<string>, { entries }: Fresh, signal: AbortSignal): Promise<void> {
  const types = new Set([...ids].map(typeOfId));
  for await (const entry of cell.every('search', { type: [...types].join(','), limit: 1000 })) {
    signal.throwIfAborted();
    if (ids.has(entry.object.id)) entries.set(entry.object.id, entry);
    if (entries.size === ids.size) return;
  }
}

async function readOne(id: string, { gone, entries }: Fresh): Promise<void> {
  try {
    entries.set(id, await cell.object({ id }));
  } catch (error) {
    if (codeOf(error) !== 'not-found') throw error;
    gone.add(id);
  }
}
