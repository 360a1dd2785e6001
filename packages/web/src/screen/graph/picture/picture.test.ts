import { expect, test } from 'vitest';
import type { Entry } from '../../../record/object.ts';
import { edgeOf, isNode, referenceEdges } from './edge.ts';
import { acted, begun, everywhere, redone, undone } from './past.ts';
import {
  collapsed,
  emptyPicture,
  mostNodes,
  noFilter,
  renewed,
  withAdded,
  without,
  withPin,
  withPlaces,
  type Picture,
} from './picture.ts';
import { towards } from './direction.ts';
import { visibleIn } from './visible.ts';

const entry = (
  id: string,
  more: object = {},
  contributor = 'france',
  version = '2026-03-01T00:00:00Z',
): Entry => ({
  object: { type: id.split('--')[0] ?? '', id, ...more },
  contributor,
  added: version,
  version,
});
const [hub, one, two, far] = ['malware--hub', 'tool--one', 'tool--two', 'identity--far'].map((id) =>
  entry(id),
);
const link = (id: string, from: Entry, to: Entry, contributor?: string): Entry =>
  entry(
    `relationship--${id}`,
    { relationship_type: 'uses', source_ref: from.object.id, target_ref: to.object.id },
    contributor,
  );
const edges = [link('1', hub!, one!), link('2', hub!, two!), link('3', two!, far!, 'jordan')].map(
  (relation) => edgeOf(relation)!,
);
const star = withAdded(emptyPicture, { entries: [hub!, one!, two!, far!], edges });
const placesIn = ({ nodes }: Picture): Map<string, string> =>
  new Map([...nodes].map(([id, { x, y }]) => [id, `${x} ${y}`]));

test('What was placed stays where it is when more is added, and nothing new stands upon it', () => {
  const more = Array.from({ length: 300 }, (_one, index) => entry(`note--${index}`));
  const after = withAdded(star, { entries: more, edges: [] }, hub!.object.id);
  for (const [id, place] of placesIn(star)) expect(placesIn(after).get(id)).toBe(place);
  expect(new Set(placesIn(after).values()).size).toBe(304);
});

test('A link is drawn only where both its ends are', () => {
  const { edges: drawn } = withAdded(emptyPicture, { entries: [hub!, one!], edges });
  expect([...drawn.keys()]).toEqual(['relationship--1']);
});

test('Beyond ten thousand records nothing more is drawn', () => {
  const many = Array.from({ length: mostNodes + 5 }, (_one, index) => entry(`note--${index}`));
  expect(withAdded(emptyPicture, { entries: many, edges: [] }).nodes.size).toBe(mostNodes);
});

test('Collapsing takes off what hangs on a record alone, and leaves what is pinned', () => {
  expect([...collapsed(star, hub!.object.id).nodes.keys()]).toEqual(
    [hub, two, far].map((kept) => kept!.object.id),
  );
  expect(collapsed(withPin(star, one!.object.id), hub!.object.id)).toEqual(withPin(star, one!.object.id));
});

test('What is moved by hand is pinned; a layout pins nothing', () => {
  const places = new Map([[one!.object.id, { x: 7, y: 8 }]]);
  expect(withPlaces(star, places, true).nodes.get(one!.object.id)).toMatchObject({
    x: 7,
    y: 8,
    isPinned: true,
  });
  expect(withPlaces(star, places).nodes.get(one!.object.id)).toMatchObject({ x: 7, y: 8, isPinned: false });
});

test('Every act can be undone and done again, and one that changes nothing is none', () => {
  const past = acted(begun(star), (picture) => without(picture, new Set([one!.object.id])));
  expect(acted(past, (picture) => without(picture, new Set(['tool--unknown'])))).toBe(past);
  expect(undone(past).now).toBe(star);
  expect(redone(undone(past)).now).toBe(past.now);
});

test('What has left the view comes back by no undoing', () => {
  const past = acted(begun(star), (picture) => withPin(picture, hub!.object.id));
  const forgotten = everywhere(past, (picture) => without(picture, new Set([two!.object.id])));
  for (const { now } of [forgotten, undone(forgotten)]) {
    expect(now.nodes.has(two!.object.id)).toBe(false);
    expect([...now.edges.keys()]).toEqual(['relationship--1']);
  }
});

test('A record that has changed is shown as it is now; where none has, the picture is the same', () => {
  const later = entry(one!.object.id, { name: 'Later' });
  expect(renewed(star, new Map([[one!.object.id, one!]]))).toBe(star);
  expect(renewed(star, new Map([[one!.object.id, later]])).nodes.get(one!.object.id)?.entry).toBe(later);
});

test('Filters by kind and member hide records and the links that they are ends of', () => {
  const shown = (filter: Partial<Picture['filter']>): [number, number] => {
    const visible = visibleIn({ ...star, filter: { ...noFilter, ...filter } });
    return [visible.nodes.size, visible.edges.size];
  };
  expect(shown({})).toEqual([4, 3]);
  expect(shown({ types: ['tool', 'malware'] })).toEqual([3, 2]);
  expect(shown({ members: ['france'] })).toEqual([4, 2]);
});

test('A type stands for all of its kinds', () => {
  const [person, group] = ['individual', 'organization'].map((identity_class) =>
    entry(`identity--${identity_class}`, { identity_class }),
  );
  const picture = withAdded(emptyPicture, { entries: [person!, group!, one!], edges: [] });
  const shown = (types: string[]): number =>
    visibleIn({ ...picture, filter: { ...noFilter, types } }).nodes.size;
  expect([['identity'], ['identity.individual'], ['tool', 'identity']].map(shown)).toEqual([2, 1, 3]);
});

test('A period leaves what is dated in it, and what that is joined to', () => {
  const inMay = { first_seen: '2026-05-01T00:00:00Z', last_seen: '2026-05-20T00:00:00Z' };
  const [may, june, ann, bob, eve] = [
    entry('incident--may', inMay),
    entry('incident--june', { start_time: '2026-06-02T00:00:00Z' }),
    ...['ann', 'bob', 'eve'].map((name) => entry(`identity--${name}`)),
  ];
  const dated = entry('relationship--ann-eve', {
    relationship_type: 'met',
    source_ref: ann!.object.id,
    target_ref: eve!.object.id,
    start_time: '2026-07-01T00:00:00Z',
  });
  const picture = withAdded(emptyPicture, {
    entries: [may!, june!, ann!, bob!, eve!],
    edges: [
      link('may-ann', may!, ann!),
      link('may-bob', may!, bob!),
      link('june-bob', june!, bob!),
      link('ann-bob', ann!, bob!),
      link('bob-eve', bob!, eve!),
      dated,
    ].map((relation) => edgeOf(relation)!),
  });
  const shown = (since?: string, before?: string): string[][] => {
    const { nodes, edges: links } = visibleIn({ ...picture, filter: { ...noFilter, since, before } });
    return [nodes, links].map((ids) => [...ids].map((id) => id.split('--')[1] ?? '').toSorted());
  };
  expect(shown('2026-05-20', '2026-06-01')).toEqual([
    ['ann', 'bob', 'may'],
    ['ann-bob', 'may-ann', 'may-bob'],
  ]);
  // The day named last is not of it.
  expect(shown('2026-06-01', '2026-06-02')).toEqual([[], []]);
  expect(shown('2026-06-01', '2026-06-03')).toEqual([['bob', 'june'], ['june-bob']]);
  expect(shown('2026-07-01')).toEqual([['ann', 'eve'], ['ann-eve']]);
});

test('Who wrote and who may read joins nothing; a saved graph is no record of its own', () => {
  const properties = [
    'created_by_ref',
    'object_marking_refs.[0]',
    'x_entente_graph.positions',
    'object_refs.[3]',
  ];
  expect(referenceEdges(entry('report--1'), 'tool--one', properties).map(({ kind }) => kind)).toEqual([
    'object_refs',
  ]);
  expect(isNode(entry('grouping--1', { x_entente_graph: { positions: { a: [1, 2, 0] } } }))).toBe(false);
  expect(isNode(entry('grouping--1'))).toBe(true);
});

test('An arrow leads to the nearest that is joined in its direction, else to the nearest of all', () => {
  const at = { x: 0, y: 0 };
  const others = [
    ['near', { x: 5, y: 1 }],
    ['above', { x: 0, y: 9 }],
  ] as const;
  expect(towards('ArrowRight', at, [['joined', { x: 50, y: 0 }]], others)).toBe('joined');
  expect(towards('ArrowRight', at, [], others)).toBe('near');
  expect(towards('ArrowUp', at, [], others)).toBe('above');
  expect(towards('ArrowLeft', at, [], others)).toBeUndefined();
});
