/** The state of the graph screen: the picture with its past, what is chosen, what is lit. */
import { useMemo, useState } from 'react';
import type { Entry } from '../../record/object.ts';
import { acted, begun, everywhere, redone, undone } from './picture/past.ts';
import { emptyPicture, renewed, without, type Picture } from './picture/picture.ts';
import { visibleIn, type Visible } from './picture/visible.ts';

export interface GraphState {
  picture: Picture;
  visible: Visible;
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
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
  const [past, setPast] = useState(() => begun(emptyPicture));
  const [chosen, choose] = useState<string>();
  const [ends, setEnds] = useState<Ends>({});
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const picture = past.now;
  const visible = useMemo(() => visibleIn(picture), [picture]);
  const isThere = chosen !== undefined && (visible.nodes.has(chosen) || visible.edges.has(chosen));
  return {
    picture,
    visible,
    chosen: isThere ? chosen : undefined,
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
