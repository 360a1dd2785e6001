/** How the address fills the graph: from a record, between two records, or with a saved graph. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { objectQuery, questions } from '../../app/questions.ts';
import type { Entry } from '../../record/object.ts';
import { aroundQuery } from './ask/around.ts';
import { joined, readReferences, type Many } from './ask/bulk.ts';
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
  const { start, view, from, to } = useAsked<'start' | 'view' | 'from' | 'to'>();
  const [isBusy, setBusy] = useState(start !== undefined || view !== undefined);
  const [failure, setFailure] = useState<unknown>();
  const [opened, setOpened] = useState<Entry>();
  const fill = async (): Promise<void> => {
    setFailure(undefined);
    if (from !== undefined || to !== undefined) state.setEnds({ from, to });
    if (start === undefined && view === undefined) return;
    setBusy(true);
    try {
      if (view !== undefined) {
        const entry = await questions.query(objectQuery(view));
        setOpened(entry);
        const { picture, absent } = await saved(entry);
        state.act((before) => ({ ...picture, isGrouped: before.isGrouped }));
        say(t('records', { count: picture.nodes.size }));
        if (absent) acts.arrange(picture);
        else acts.fit(picture);
      } else if (start !== undefined) {
        const picture = await around(start);
        const isFirst = state.picture.nodes.size === 0;
        const whole = withAdded(withAdded(state.picture, picture.own), picture.found, start);
        state.act(() => whole);
        state.choose(start);
        if (isFirst) acts.arrange(whole);
        if (picture.all > 0) say(t('added', picture.said));
      }
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
      const picture = withAdded(emptyPicture, found);
      state.act(() => picture);
      if (found.isCut) say(t('cut', { nodes: mostNodes, edges: mostEdges }));
      acts.arrange(picture);
    },
  };
}

/** A record, and the newest that it is joined to. */
async function around(id: string) {
  const own = await questions.query(objectQuery(id));
  const { entries, edges } = await questions.query(aroundQuery(id));
  const some = entries.slice(0, usualMany);
  return {
    all: entries.length,
    own: { entries: [own], edges: [] },
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
