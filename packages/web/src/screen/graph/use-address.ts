/** How the address fills the graph: from a record, between two records, or with a saved graph. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { objectQuery, questions } from '../../app/questions.ts';
import type { CarriedKey } from '../../app/carried.ts';
import { codeOf } from '../../app/failure.ts';
import { typeOfId, type Entry } from '../../record/object.ts';
import { aroundQuery } from './ask/around.ts';
import { joined, readReferences, type Many } from './ask/bulk.ts';
import { isNodeType } from './picture/edge.ts';
import { emptyPicture, mostEdges, mostNodes, withAdded, type Picture } from './picture/picture.ts';
import { placesIn } from './save/grouping.ts';
import { usualMany, type Told } from './use-acts.ts';
import type { GraphState } from './use-graph.ts';

interface Address {
  isBusy: boolean;
  failure: unknown;
  /** The saved graph that is open. */
  opened: Entry | undefined;
  begin: (entry: Entry) => void;
  showMany: (found: Many) => void;
}

export function useAddress(state: GraphState, { acts, say }: Told): Address {
  const { t } = useTranslation('graph');
  const navigate = useNavigate();
  const { start, view, from, to, chosen } = useAsked<CarriedKey | 'from' | 'to'>();
  const isLeft = useRef(state.isLeft);
  const [isBusy, setBusy] = useState(!state.isLeft && beginningIn(start, view, chosen) !== undefined);
  const [failure, setFailure] = useState<unknown>();
  const [opened, setOpened] = useState<Entry>();
  const open = async (id: string, wasLeft: boolean): Promise<void> => {
    const entry = await questions.query(objectQuery(id));
    setOpened(entry);
    if (wasLeft) return;
    const { picture, absent } = await saved(entry);
    const whole = { ...picture, filter: state.picture.filter };
    state.act((before) => ({ ...whole, isGrouped: before.isGrouped }));
    say(t('records', { count: picture.nodes.size }));
    if (absent) acts.arrange(whole);
    else acts.fit(whole);
  };
  const begin = async (id: string): Promise<void> => {
    const picture = await around(id);
    const isFirst = state.picture.nodes.size === 0;
    const whole = withAdded(withAdded(state.picture, picture.own), picture.found, id);
    state.act(() => whole);
    if (isFirst) acts.arrange(whole);
    if (picture.all > 0) say(t('added', picture.said));
  };
  const fill = async (): Promise<void> => {
    setFailure(undefined);
    if (from !== undefined || to !== undefined) state.setEnds({ from, to });
    const wasLeft = isLeft.current;
    isLeft.current = false;
    const first = beginningIn(start, view, wasLeft ? undefined : chosen);
    setBusy(!wasLeft && first !== undefined);
    try {
      if (view !== undefined) await open(view, wasLeft);
      else if (first !== undefined && !wasLeft) await begin(first);
      if (chosen !== undefined && chosen !== first) await takeIn(chosen, state);
      else if (first !== undefined && view === undefined) state.choose(first);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const today = useRef(fill);
  useEffect(() => {
    today.current = fill;
  });
  useEffect(() => void today.current(), [start, view, from, to]);
  return {
    isBusy,
    failure,
    opened: view === undefined ? undefined : opened,
    begin: ({ object }) => void navigate({ to: '/graph', search: { start: object.id } }),
    showMany: (found) => {
      const picture = withAdded({ ...emptyPicture, filter: state.picture.filter }, found);
      state.act(() => picture);
      if (found.isCut) say(t('cut', { nodes: mostNodes, edges: mostEdges }));
      acts.arrange(picture);
    },
  };
}

/** What fills the graph at first: a saved one, else the record that it starts from, else the one that is chosen. */
const beginningIn = (
  start: string | undefined,
  view: string | undefined,
  chosen: string | undefined,
): string | undefined =>
  view ?? start ?? (chosen !== undefined && isNodeType(typeOfId(chosen)) ? chosen : undefined);

/** A record that was chosen elsewhere comes into the graph, with the links that it has to what is there. */
async function takeIn(id: string, { act, choose }: GraphState): Promise<void> {
  choose(id);
  if (!isNodeType(typeOfId(id))) return;
  try {
    const { own, edges } = await around(id);
    act((before) => (before.nodes.has(id) ? before : withAdded(before, { ...own, edges })));
  } catch (error) {
    // What has left the view meanwhile is chosen no more.
    if (codeOf(error) !== 'not-found') throw error;
  }
}

/** A record, and the newest that it is joined to. */
async function around(id: string) {
  const own = await questions.query(objectQuery(id));
  const { entries, edges } = await questions.query(aroundQuery(id));
  const some = entries.slice(0, usualMany);
  return {
    all: entries.length,
    own: { entries: [own], edges: [] },
    edges,
    found: { entries: some, edges: [...edges, ...joined([own, ...some]).edges] },
    said: { count: some.length, shown: some.length, all: entries.length },
  };
}

/** What the view has of a saved graph; `absent` where it has no places of its own. */
async function saved(entry: Entry): Promise<{ picture: Picture; absent: boolean }> {
  const places = placesIn(entry.object);
  const picture = withAdded(emptyPicture, await readReferences(entry.object.id), undefined, places);
  return { picture, absent: places.size === 0 };
}
