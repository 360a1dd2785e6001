/**
 * The shortest paths between two records, sought from both ends at once. It asks the cell for what each record is
 * joined to, so it goes where the view goes, and says how far it has looked.
 */
import type { Entry } from '../../../record/object.ts';
import { otherEnd, type Around, type GraphEdge } from '../picture/edge.ts';

export interface Paths {
  /** Links of a shortest path; nothing where none was found. */
  length?: number | undefined;
  entries: Entry[];
  edges: GraphEdge[];
  /** Records whose links were read. */
  looked: number;
  /** Whether everything that can be reached was looked at. */
  isExhausted: boolean;
}

export const mostLooked = 600;
const atOnce = 6;

/** One end of the search: how far each record is from it, and by which links it was reached. */
interface Side {
  steps: Map<string, number>;
  edges: Map<string, GraphEdge[]>;
  rim: string[];
  depth: number;
}

const sideOf = (id: string): Side => ({ steps: new Map([[id, 0]]), edges: new Map(), rim: [id], depth: 0 });

/** @param around gives what a record is joined to; of what has left the view it may throw */
export async function findPaths(
  from: string,
  to: string,
  around: (id: string) => Promise<Around>,
  signal: AbortSignal,
  most = mostLooked,
): Promise<Paths> {
  const [one, other] = [sideOf(from), sideOf(to)];
  const entries = new Map<string, Entry>();
  let looked = 0;
  let isWhole = true;
  while (one.rim.length > 0 && other.rim.length > 0) {
    const meeting = [...one.steps.keys()].filter((id) => other.steps.has(id));
    if (meeting.length > 0) return { ...traced(one, other, meeting, entries), looked, isExhausted: false };
    const side = one.rim.length <= other.rim.length ? one : other;
    if (looked + side.rim.length > most) return none(looked, false);
    looked += side.rim.length;
    const found = await readRim(side.rim, around, signal);
    for (const { id, around: there } of found) {
      isWhole &&= there.isWhole;
      for (const entry of there.entries) entries.set(entry.object.id, entry);
      for (const edge of there.edges) reach(side, id, edge);
    }
    side.depth += 1;
    side.rim = [...side.steps].filter(([, steps]) => steps === side.depth).map(([id]) => id);
  }
  return none(looked, isWhole);
}

const none = (looked: number, isExhausted: boolean): Paths => ({
  entries: [],
  edges: [],
  looked,
  isExhausted,
});

function reach(side: Side, id: string, edge: GraphEdge): void {
  const next = otherEnd(edge, id);
  const known = side.steps.get(next);
  if (known === undefined) side.steps.set(next, side.depth + 1);
  if ((known ?? side.depth + 1) !== side.depth + 1) return;
  side.edges.set(next, [...(side.edges.get(next) ?? []), edge]);
}

async function readRim(
  rim: readonly string[],
  around: (id: string) => Promise<Around>,
  signal: AbortSignal,
): Promise<{ id: string; around: Around }[]> {
  const read: { id: string; around: Around }[] = [];
  for (let first = 0; first < rim.length; first += atOnce) {
    signal.throwIfAborted();
    const some = rim.slice(first, first + atOnce);
    read.push(...(await Promise.all(some.map(async (id) => ({ id, around: await around(id) })))));
  }
  return read;
}

/** Back from where the sides met to both ends, along every shortest way. */
function traced(
  one: Side,
  other: Side,
  meeting: readonly string[],
  known: ReadonlyMap<string, Entry>,
): Pick<Paths, 'length' | 'entries' | 'edges'> {
  const distance = (id: string): number => (one.steps.get(id) ?? 0) + (other.steps.get(id) ?? 0);
  const length = Math.min(...meeting.map(distance));
  const edges = new Map<string, GraphEdge>();
  const ids = new Set<string>();
  for (const side of [one, other]) {
    const waiting = meeting.filter((id) => distance(id) === length);
    for (const id of waiting) {
      ids.add(id);
      for (const edge of side.edges.get(id) ?? []) {
        edges.set(edge.id, edge);
        const back = otherEnd(edge, id);
        if (!waiting.includes(back)) waiting.push(back);
      }
    }
  }
  return { length, edges: [...edges.values()], entries: [...ids].flatMap((id) => known.get(id) ?? []) };
}
