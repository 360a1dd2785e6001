/** What the page asks of the worker, and how it is answered. */
import type { Picture } from '../picture/picture.ts';
import type { Place } from '../picture/placing.ts';

export interface Asked {
  what: 'layout' | 'communities';
  /** x and y of each node in turn. */
  places: Float64Array;
  fixed: boolean[];
  /** Numbers of both nodes of each edge in turn. */
  ends: Uint32Array;
  steps: number;
}

export type Told =
  { what: 'places'; places: Float64Array; part: number } | { what: 'communities'; of: number[] };

type Visible = ReadonlySet<string>;

type Drawn = Pick<Picture, 'nodes' | 'edges'>;

function askedOf(
  { nodes, edges }: Drawn,
  visible: Visible,
  what: Asked['what'],
): { ids: string[]; asked: Asked } {
  const shown = [...nodes.values()].filter(({ id }) => visible.has(id));
  const numbers = new Map(shown.map(({ id }, index) => [id, index]));
  const ends = [...edges.values()].flatMap(({ source, target }) => {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    return from === undefined || to === undefined ? [] : [from, to];
  });
  const asked: Asked = {
    what,
    places: Float64Array.from(shown.flatMap(({ x, y }) => [x, y])),
    fixed: shown.map(({ isPinned }) => isPinned),
    ends: Uint32Array.from(ends),
    steps: shown.length > 5000 ? 150 : shown.length > 1000 ? 250 : 500,
  };
  return { ids: shown.map(({ id }) => id), asked };
}

function work(asked: Asked, signal: AbortSignal, onTold: (told: Told) => void): void {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => onTold(data));
  worker.postMessage(asked);
}

/** Lays out what is visible; what is pinned stays. `onStep` has where it is so far, and the part of the work that is done. */
export function layOut(
  picture: Drawn,
  visible: Visible,
  signal: AbortSignal,
  onStep: (places: Map<string, Place>, part: number) => void,
): void {
  const { ids, asked } = askedOf(picture, visible, 'layout');
  const done = new AbortController();
  work(asked, AbortSignal.any([signal, done.signal]), (told) => {
    if (told.what !== 'places') return;
    const { places, part } = told;
    const at = ids.map((id, index): [string, Place] => [
      id,
      { x: places[2 * index] ?? 0, y: places[2 * index + 1] ?? 0 },
    ]);
    if (part >= 1) done.abort();
    onStep(new Map(at), part);
  });
}

/** The community of each visible record, numbered by size. */
export function findCommunities(
  picture: Drawn,
  visible: Visible,
  signal: AbortSignal,
  onFound: (communities: Map<string, number>) => void,
): void {
  const { ids, asked } = askedOf(picture, visible, 'communities');
  const done = new AbortController();
  work(asked, AbortSignal.any([signal, done.signal]), (told) => {
    if (told.what !== 'communities') return;
    done.abort();
    onFound(new Map(told.of.map((community, index) => [ids[index] ?? '', community])));
  });
}
