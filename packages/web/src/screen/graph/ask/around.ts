/** What a record is joined to, as the view has it. */
import { queryOptions } from '@tanstack/react-query';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';
import type { Entry } from '../../../record/object.ts';
import { edgeOf, isNode, otherEnd, referenceEdges, type Around, type GraphEdge } from '../picture/edge.ts';

/** Links that are read of one record at most, in pages. */
const perPage = 1000;
const mostPages = 5;

export const aroundQuery = (id: string) =>
  queryOptions({ queryKey: [ofView, 'around', id], queryFn: () => readAround(id) });

async function readAround(id: string): Promise<Around> {
  const [own, referring, references] = await Promise.all([
    cell.object({ id }),
    upTo(cell.every('objectNeighbours', { id, limit: perPage })),
    upTo(cell.every('objectReferences', { id, limit: perPage })),
  ]);
  const entries: Entry[] = [];
  const edges: GraphEdge[] = [];
  for (const { entry, others, properties } of referring) {
    const edge = edgeOf(entry);
    if (edge !== undefined) {
      edges.push(edge);
      entries.push(...others);
    } else if (isNode(entry)) {
      edges.push(...referenceEdges(entry, id, properties));
      entries.push(entry);
    }
  }
  for (const { entry, properties } of references) {
    if (!isNode(entry)) continue;
    edges.push(...referenceEdges(own, entry.object.id, properties));
    entries.push(entry);
  }
  const isWhole = Math.max(referring.length, references.length) < perPage * mostPages;
  return { ...joined(id, entries, edges), isWhole };
}

/** Edges of which both ends are there, and the records that they lead to. */
function joined(id: string, entries: readonly Entry[], edges: readonly GraphEdge[]): Omit<Around, 'isWhole'> {
  const byId = new Map(entries.filter(isNode).map((entry) => [entry.object.id, entry]));
  const good = edges.filter(
    (edge) => (edge.source === id || edge.target === id) && byId.has(otherEnd(edge, id)),
  );
  const reached = new Set(good.map((edge) => otherEnd(edge, id)));
  const newest = [...byId.values()]
    .filter(({ object }) => reached.has(object.id))
    .sort((a, b) => ((a.version ?? '') < (b.version ?? '') ? 1 : -1));
  return { entries: newest, edges: [...new Map(good.map((edge) => [edge.id, edge])).values()] };
}

async function upTo<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) {
    read.push(item);
    if (read.length >= perPage * mostPages) break;
  }
  return read;
}
