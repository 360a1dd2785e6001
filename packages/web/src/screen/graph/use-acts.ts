/** What one does on the graph: each act in one place, for buttons, pointer and keys alike. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questions } from '../../app/questions.ts';
import { aroundQuery } from './ask/around.ts';
import { joined } from './ask/bulk.ts';
import { layOut } from './canvas/work.ts';
import type { Drawing } from './canvas/drawing.ts';
import { groupOf, otherEnd } from './picture/edge.ts';
import {
  collapsed,
  mostNodes,
  withAdded,
  without,
  withPin,
  withPlaces,
  type Found,
  type Picture,
} from './picture/picture.ts';
import type { Place } from './picture/placing.ts';
import { visibleIn } from './picture/visible.ts';
import type { GraphState } from './use-graph.ts';

/** How many are added by one key. */
export const usualMany = 50;

export interface Acts {
  expand: (id: string, groups?: ReadonlySet<string>, many?: number) => Promise<void>;
  collapse: (id: string) => void;
  pin: (id: string) => void;
  remove: (id: string) => void;
  place: (id: string, place: Place) => void;
  add: (found: Found, near?: string) => void;
  joinUp: () => Promise<void>;
  arrange: (picture?: Picture) => void;
  stop: () => void;
  fit: (picture?: Picture) => void;
  open: (id: string) => void;
  /** Brings a record, or the middle of a link, into sight. */
  look: (id: string) => void;
}

/** How far something is that takes its time; 0 where that is not known. */
export interface Work {
  part: number;
}

export interface Told {
  acts: Acts;
  /** What came of the last act. */
  said: string;
  say: (said: string) => void;
  work: Work | undefined;
  failure: unknown;
}

/** The most records of which the links among each other are asked for, one by one. */
const mostJoinedUp = 300;

export function useActs(state: GraphState, drawing: Drawing | undefined): Told {
  const { t } = useTranslation('graph');
  const navigate = useNavigate();
  const { picture, visible, act } = state;
  const [said, say] = useState('');
  const [failure, setFailure] = useState<unknown>();
  // The drawing may come only after what is to be fitted into it was asked for.
  const today = useRef(drawing);
  useEffect(() => {
    today.current = drawing;
  }, [drawing]);
  const layout = useLayout(state, today);
  const tried = async (doing: () => Promise<void>): Promise<void> => {
    setFailure(undefined);
    try {
      await doing();
    } catch (error) {
      setFailure(error);
    }
  };
  const add = (found: Found, near?: string): void => {
    const room = mostNodes - picture.nodes.size;
    const fresh = found.entries.filter(({ object }) => !picture.nodes.has(object.id)).length;
    act((before) => withAdded(before, found, near));
    if (fresh > room) say(t('full', { count: mostNodes }));
  };
  const acts: Acts = {
    ...layout.acts,
    add,
    expand: (id, groups, many = usualMany) =>
      tried(async () => {
        const around = await questions.query(aroundQuery(id));
        const edges = around.edges.filter((edge) => groups === undefined || groups.has(groupOf(edge, id)));
        const reached = new Set(edges.map((edge) => otherEnd(edge, id)));
        const all = around.entries.filter(({ object }) => reached.has(object.id));
        const fresh = all.filter(({ object }) => !picture.nodes.has(object.id));
        const own = picture.nodes.get(id)?.entry;
        const entries = fresh.slice(0, many);
        const within = joined([...(own === undefined ? [] : [own]), ...entries]).edges;
        add({ entries, edges: [...edges, ...within] }, id);
        const shown = all.length - fresh.length + entries.length;
        if (entries.length === 0) say(t('added.nothing'));
        else say(t('added', { count: entries.length, all: all.length, shown }));
      }),
    collapse: (id) => {
      const many = picture.nodes.size - collapsed(picture, id).nodes.size;
      act((before) => collapsed(before, id));
      say(t('collapsed', { count: many }));
    },
    pin: (id) => act((before) => withPin(before, id)),
    remove: (id) => act((before) => without(before, new Set([id]))),
    place: (id, place) => act((before) => withPlaces(before, new Map([[id, place]]), true)),
    joinUp: () =>
      tried(async () => {
        const shown = [...visible.nodes].slice(0, mostJoinedUp);
        const found = await Promise.all(shown.map((id) => questions.query(aroundQuery(id))));
        const edges = found.flatMap((around) => around.edges);
        const many = withAdded(picture, { entries: [], edges }).edges.size - picture.edges.size;
        act((before) => withAdded(before, { entries: [], edges }));
        say(t('joined', { count: many }));
      }),
    open: (id) => void navigate({ to: '/record/$id', params: { id } }),
    look: (id) => {
      const edge = picture.edges.get(id);
      const ends = edge === undefined ? [id] : [edge.source, edge.target];
      drawing?.fit(ends.flatMap((end) => picture.nodes.get(end) ?? []));
    },
    fit: (given = picture) => {
      const { nodes } = visibleIn(given);
      today.current?.fit([...given.nodes.values()].filter(({ id }) => nodes.has(id)));
    },
  };
  return { acts, said, say, work: layout.work, failure };
}

/** Lays out in the background; what it comes to is one act. */
function useLayout(
  { picture, act }: GraphState,
  drawing: { readonly current: Drawing | undefined },
): { acts: Pick<Acts, 'arrange' | 'stop'>; work: Work | undefined } {
  const [work, setWork] = useState<Work>();
  const running = useRef<{ ending: AbortController; places: ReadonlyMap<string, Place> }>(undefined);
  const stop = (): void => {
    const places = running.current?.places;
    running.current?.ending.abort();
    running.current = undefined;
    setWork(undefined);
    if (places === undefined || places.size === 0) return;
    act((before) => withPlaces(before, places));
    drawing.current?.fit(places.values());
  };
  const arrange = (given = picture): void => {
    stop();
    const ending = new AbortController();
    running.current = { ending, places: new Map() };
    setWork({ part: 0 });
    layOut(given, visibleIn(given).nodes, ending.signal, (places, part) => {
      if (running.current === undefined) return;
      running.current.places = places;
      drawing.current?.place(places);
      if (part < 1) setWork({ part });
      else stop();
    });
  };
  return { acts: { arrange, stop }, work };
}
