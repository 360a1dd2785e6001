/** The state of the graph screen: the picture with its past, what is chosen, what is lit. */
import { useEffect, useMemo, useState } from 'react';
import { useAsked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import type { Entry } from '../../record/object.ts';
import { leave, leftAt } from './left.ts';
import { acted, everywhere, redone, undone } from './picture/past.ts';
import { renewed, without, type Picture } from './picture/picture.ts';
import { visibleIn, type Visible } from './picture/visible.ts';

export interface GraphState {
  picture: Picture;
  visible: Visible;
  chosen: string | undefined;
  /** The same where it is hidden, or not there yet. */
  choice: string | undefined;
  choose: (id: string | undefined) => void;
  /** Whether it was left here before. */
  isLeft: boolean;
  /** Records between which paths are sought. */
  ends: Ends;
  setEnds: (ends: Ends) => void;
  lit: ReadonlySet<string>;
  light: (edges: Iterable<string>) => void;
  act: (change: (picture: Picture) => Picture) => void;
  /** Takes out what has left the view, from the past as well. */
  forget: (gone: ReadonlySet<string>) => void;
  /** Shows records as they are now. */
  renew: (entries: ReadonlyMap<string, Entry>) => void;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
}

export interface Ends {
  from?: string | undefined;
  to?: string | undefined;
}

export function useGraphState(): GraphState {
  const address = useAsked<CarriedKey>();
  const [left] = useState(() => leftAt(address));
  const [past, setPast] = useState(left.past);
  const [chosen, choose] = useState(address.chosen);
  const [ends, setEnds] = useState(left.ends);
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const picture = past.now;
  const visible = useMemo(() => visibleIn(picture), [picture]);
  const { start, view, q } = address;
  useEffect(() => leave([start, view, q], past, ends), [start, view, q, past, ends]);
  const isThere = chosen !== undefined && (visible.nodes.has(chosen) || visible.edges.has(chosen));
  return {
    picture,
    visible,
    chosen: isThere ? chosen : undefined,
    choice: chosen,
    isLeft: left.isLeft,
    choose,
    ends,
    setEnds,
    lit,
    light: (edges) => setLit(new Set(edges)),
    act: (change) => setPast((before) => acted(before, change)),
    forget: (gone) => setPast((before) => everywhere(before, (state) => without(state, gone))),
    renew: (entries) => setPast((before) => everywhere(before, (state) => renewed(state, entries))),
    undo: past.before.length === 0 ? undefined : () => setPast(undone),
    redo: past.after.length === 0 ? undefined : () => setPast(redone),
  };
}
