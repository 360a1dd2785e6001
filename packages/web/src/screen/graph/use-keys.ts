/** The keys of the drawing; they count while it has the focus. */
import type { KeyboardEvent } from 'react';
import { isArrow, towards, wayOf, type Arrow } from './picture/direction.ts';
import { neighboursIn } from './picture/picture.ts';
import type { Place } from './picture/placing.ts';
import type { Drawing } from './canvas/drawing.ts';
import type { GraphState } from './use-graph.ts';
import type { Acts } from './use-acts.ts';

/** How far a record goes with each press of Shift and an arrow. */
const nudge = 20;

export function keysFor(
  state: GraphState,
  acts: Acts,
  drawing: Drawing | undefined,
): (event: KeyboardEvent) => void {
  return (event) => {
    const done = isArrow(event.key)
      ? pressArrow(event.key, event.shiftKey, state, acts, drawing)
      : pressKey(event, state, acts, drawing);
    if (done) event.preventDefault();
  };
}

function pressArrow(
  arrow: Arrow,
  isMoving: boolean,
  { picture, visible, chosen, choose }: GraphState,
  acts: Acts,
  drawing: Drawing | undefined,
): boolean {
  const from = chosen === undefined ? undefined : picture.nodes.get(chosen);
  if (from !== undefined && isMoving) {
    const { x, y } = wayOf(arrow);
    acts.place(from.id, { x: from.x + nudge * x, y: from.y + nudge * y });
    return true;
  }
  const placeOf = (id: string): [string, Place][] => {
    const node = visible.nodes.has(id) && id !== chosen ? picture.nodes.get(id) : undefined;
    return node === undefined ? [] : [[id, node]];
  };
  const joined = from === undefined ? [] : [...(neighboursIn(picture.edges).get(from.id) ?? [])];
  const next =
    from === undefined
      ? visible.nodes.values().next().value
      : towards(arrow, from, joined.flatMap(placeOf), [...visible.nodes].flatMap(placeOf));
  const place = next === undefined ? undefined : picture.nodes.get(next);
  if (place === undefined) return true;
  choose(next);
  if (drawing?.sees(place) === false) drawing.look(place);
  return true;
}

/** @returns whether the key meant something */
function pressKey(
  event: KeyboardEvent,
  state: GraphState,
  acts: Acts,
  drawing: Drawing | undefined,
): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (!again && key !== 'z') return false;
    (again ? state.redo : state.undo)?.();
    return true;
  }
  if (event.altKey) return false;
  const { chosen, picture } = state;
  const act = {
    ...keysOfAll(state, acts, drawing),
    ...(chosen === undefined ? {} : keysOfChosen(state, acts, chosen)),
  }[key];
  const isForNode =
    chosen !== undefined && !picture.nodes.has(chosen) && key in keysOfChosen(state, acts, chosen);
  if (act === undefined || isForNode) return false;
  act();
  return true;
}

const keysOfAll = (
  state: GraphState,
  acts: Acts,
  drawing: Drawing | undefined,
): Record<string, () => void> => ({
  l: () => acts.arrange(),
  f: () => acts.fit(),
  '+': () => drawing?.zoom(1.5),
  '=': () => drawing?.zoom(1.5),
  '-': () => drawing?.zoom(1 / 1.5),
  g: () => state.act((before) => ({ ...before, isGrouped: !before.isGrouped })),
  Escape: () => state.choose(undefined),
});

const keysOfChosen = (state: GraphState, acts: Acts, id: string): Record<string, () => void> => ({
  Enter: () => void acts.expand(id),
  c: () => acts.collapse(id),
  p: () => acts.pin(id),
  o: () => acts.open(id),
  s: () => state.setEnds({ ...state.ends, from: id }),
  e: () => state.setEnds({ ...state.ends, to: id }),
  Delete: () => acts.remove(id),
});
