import { expect, test } from 'vitest';
import type { Marking } from '../../../record/marking.ts';
import type { Entry } from '../../../record/object.ts';
import { emptyPicture, withAdded } from '../picture/picture.ts';
import { bundleOf } from './bundle.ts';
import { groupingOf, isSavedGraph, placesIn } from './grouping.ts';
import { jointMarking } from './joint-marking.ts';

const marking = (more: Partial<Marking>): Marking => ({
  handling: [],
  any: [],
  levels: [],
  all: [],
  owners: [],
  ...more,
});
const entry: Entry = {
  object: { type: 'tool', id: 'tool--1' },
  contributor: null,
  added: null,
  version: null,
};

test('A saved graph keeps where its records stood, and says nothing of them but their ids', () => {
  const picture = withAdded(
    emptyPicture,
    { entries: [entry], edges: [] },
    undefined,
    new Map([['tool--1', { x: 3.4, y: -20, isPinned: true }]]),
  );
  const now = '2026-05-01T00:00:00.000Z';
  const saved = groupingOf({ id: 'grouping--1', created: now, now, name: 'Ways in', picture });
  expect(saved['object_refs']).toEqual(['tool--1']);
  expect(placesIn(saved as Entry['object'])).toEqual(
    new Map([['tool--1', { x: 3, y: -20, isPinned: true }]]),
  );
});

test('What is no place in a saved graph is passed over', () => {
  const positions = { a: [1, 2, 0], b: 'here', c: [1], d: [1, Number.NaN], e: [1e9, 0], f: null };
  const object = { type: 'grouping', id: 'grouping--1', x_entente_graph: { positions } };
  expect([...placesIn(object).keys()]).toEqual(['a']);
  expect(isSavedGraph(object)).toBe(true);
  expect(isSavedGraph({ type: 'grouping', id: 'grouping--1', x_entente_graph: 'x' })).toBe(false);
});

test('The marking of a picture asks what any of its records asks', () => {
  const joint = jointMarking([
    marking({
      handling: ['TLP:GREEN', 'PAP:RED', 'For the desk'],
      any: [['a', 'b']],
      levels: [['p', 1]],
      until: '2027-01-01T00:00:00Z',
    }),
    marking({
      handling: ['TLP:AMBER+STRICT', 'TLP:AMBER'],
      any: [['b'], ['c']],
      levels: [['p', 2]],
      owners: ['o'],
      until: '2026-12-01T00:00:00Z',
    }),
  ]);
  expect(joint).toMatchObject({
    handling: ['TLP:AMBER+STRICT', 'PAP:RED', 'For the desk'],
    any: [['b'], ['c']],
    levels: [['p', 2]],
    owners: ['o'],
    until: '2026-12-01T00:00:00Z',
  });
});

test('A bundle begins with whose view it is', () => {
  const stamp = { view: 'View of Belgium', marking: 'TLP:AMBER', at: '2026-05-01T00:00:00.000Z' };
  const { objects } = JSON.parse(bundleOf([entry.object], stamp)) as { objects: { definition: unknown }[] };
  expect(objects[0]?.definition).toEqual({ statement: 'View of Belgium. TLP:AMBER' });
  expect(objects).toHaveLength(2);
});
