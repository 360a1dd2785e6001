/** Facets, the filter by member, lines that are known or not, and saved searches with what has come since. */
import { tlp2Ids } from '@entente/core/stix/tlp';
import type { JsonObject } from '@entente/core/stix/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const person = (number: number): string => `identity--${number}2222222-0000-4000-8000-000000000000`;
const address = 'ipv4-addr--efcd5e80-570d-4131-b213-62cb18eaa6a8';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await put(alba, [
    stix(person(1), { name: 'Karim Benali', extensions: releasedTo(borea) }),
    stix(person(2), { name: 'Карим', extensions: releasedTo(borea) }),
    stix(person(3), { name: 'Karim Hidden' }),
    {
      type: 'ipv4-addr',
      spec_version: '2.1',
      id: address,
      value: '198.51.100.3',
      extensions: releasedTo(borea),
    },
  ]);
  await put(corda, [stix(person(4), { name: 'Karim of Corda', extensions: releasedTo(borea) })]);
});
afterAll(() => scene.close());

async function put(member: string, objects: object[]): Promise<void> {
  scene.step();
  const answer = await scene.post(member, '/api/v1/contributions', { objects });
  expect(answer.statusCode).toBeLessThan(300);
  await scene.cell.settle();
}

interface Facets {
  types: { type: string; count: number }[];
  contributors: { contributor: string; count: number }[];
  markings: { marking: string; count: number }[];
  total: number;
  more: boolean;
}

const facets = async (query: string): Promise<Facets> =>
  json((await scene.get(borea, `/api/v1/search/facets?${query}`)).body);

test('facets count what the search finds, each list without its own filter', async () => {
  expect(await facets('q=karim')).toEqual({
    types: [{ type: 'identity', count: 3 }],
    contributors: [
      { contributor: alba, count: 2 },
      { contributor: corda, count: 1 },
    ],
    markings: [],
    total: 3,
    more: false,
  });
  const narrowed = await facets(`q=karim&contributor=${corda}`);
  expect(narrowed).toMatchObject({ total: 1, types: [{ type: 'identity', count: 1 }] });
  expect(narrowed.contributors).toHaveLength(2);
  expect((await facets('q=...')).total).toBe(0);
});

test('a search may be for what one member gives, with words and without', async () => {
  const found = async (query: string): Promise<string[]> =>
    idsOf((await scene.get(borea, `/api/v1/search?${query}`)).body);
  expect(await found(`q=karim&contributor=${corda}`)).toEqual([person(4)]);
  expect(await found(`type=identity&contributor=${corda}`)).toEqual([person(4)]);
  expect(await found(`q=karim&contributor=${borea}`)).toEqual([]);
});

describe('by marking', () => {
  const amber = tlp2Ids.AMBER;
  const ship = (number: number): string => `tool--${number}4444444-0000-4000-8000-000000000000`;
  const marked = (to: string, ...handling: string[]): JsonObject => {
    const [[id, label]] = Object.entries(releasedTo(to)) as [[string, JsonObject]];
    return { [id]: { ...label, handling } };
  };
  const next = '2026-02-01T00:00:00.000Z';
  beforeAll(async () => {
    await put(alba, [
      stix(ship(1), { name: 'Otter one', object_marking_refs: [amber], extensions: releasedTo(borea) }),
      stix(ship(2), {
        name: 'Otter two',
        extensions: marked(borea, 'TLP:GREEN', 'PAP:RED', 'Keep dry, please'),
      }),
      stix(ship(3), { name: 'Otter three', extensions: marked(corda, 'EUROPOL:H1') }),
      stix(ship(4), { name: 'Otter four', extensions: marked(borea, 'TLP:CLEAR') }),
    ]);
    // A version that is not for the reader leaves it with the one before, and with its marking.
    await put(alba, [
      stix(ship(4), { name: 'Otter four', modified: next, extensions: marked(corda, 'EUROPOL:H2') }),
    ]);
    await put(borea, [stix(ship(5), { name: 'Otter five', extensions: marked(corda, 'TLP:GREEN') })]);
  });
  const otters = async (query: string): Promise<string[]> =>
    idsOf((await scene.get(borea, `/api/v1/search?q=otter&${query}`)).body).toSorted();

  test('what one is served is counted by its codes, and nothing of what is withheld', async () => {
    const { markings, total } = await facets('q=otter');
    expect(markings).toEqual([
      { marking: 'PAP:RED', count: 1 },
      { marking: 'TLP:AMBER', count: 1 },
      { marking: 'TLP:CLEAR', count: 1 },
      { marking: 'TLP:GREEN', count: 2 },
    ]);
    expect(total).toBe(4);
    expect((await facets('type=tool')).markings).toEqual(markings);
    expect(await facets('q=otter&marking=TLP:GREEN')).toMatchObject({ total: 2, markings });
    expect((await facets('q=otter&marking=PAP:RED')).contributors).toEqual([{ contributor: alba, count: 1 }]);
  });

  test('a search may be for some, with words and without, and what is withheld has none', async () => {
    expect(await otters('marking=TLP:AMBER')).toEqual([ship(1)]);
    expect(await otters('marking=TLP:CLEAR,PAP:RED')).toEqual([ship(2), ship(4)]);
    expect(await otters('marking=EUROPOL:H1,EUROPOL:H2')).toEqual([]);
    const without = await scene.get(borea, '/api/v1/search?type=tool&marking=TLP:GREEN');
    expect(idsOf(without.body).toSorted()).toEqual([ship(2), ship(5)]);
  });

  test('another label brings another marking; what an object names itself stays with it', async () => {
    const label = { any: [[`member:${borea}`]], handling: ['TLP:RED'] };
    scene.step();
    await scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object: ship(1) }], label });
    await scene.cell.settle();
    expect(await otters('marking=TLP:RED')).toEqual([ship(1)]);
    expect(await otters('marking=TLP:AMBER')).toEqual([ship(1)]);
  });
});

test('of pasted lines it is said which are known, in any script and order of names, and nothing of what is withheld', async () => {
  const lines = ['BENALI, Karim', 'karim', 'Karim Hidden', '198.51.100.3', '3.100.51.198', '--', 'Karim'];
  const { items } = json<{ items: { line: string; found: { object: { id: string } }[] }[] }>(
    (await scene.post(borea, '/api/v1/search/known', { lines })).body,
  );
  expect(items.map(({ line }) => line)).toEqual(lines);
  expect(items.map(({ found }) => found.map(({ object }) => object.id))).toEqual([
    [person(1)],
    [person(2)],
    [],
    [address],
    [],
    [],
    [person(2)],
  ]);
  const tooMany = { lines: Array.from({ length: 1001 }, () => 'x') };
  expect((await scene.post(borea, '/api/v1/search/known', tooMany)).statusCode).toBe(400);
});

interface Kept {
  id: string;
  name: string;
  news: number;
  more: boolean;
  query: object;
}

const kept = async (member: string): Promise<Kept[]> =>
  json<{ items: Kept[] }>((await scene.get(member, '/api/v1/searches')).body).items;

test('a saved search says how much has come into the view since it was opened', async () => {
  const query = { q: 'karim', type: 'identity' };
  const saved = await scene.post(borea, '/api/v1/searches', { name: 'Karims', query });
  expect(saved.statusCode).toBe(201);
  const { id } = json<{ id: string }>(saved.body);
  expect(await kept(borea)).toMatchObject([{ id, name: 'Karims', query, news: 0, more: false }]);
  await put(alba, [
    stix(person(5), { name: 'Karim the fifth', extensions: releasedTo(borea) }),
    stix(person(6), { name: 'Somebody else', extensions: releasedTo(borea) }),
    stix(person(7), { name: 'Karim Hidden' }),
  ]);
  expect(await kept(borea)).toMatchObject([{ id, news: 1 }]);
  expect(await kept(alba)).toEqual([]);
  expect((await scene.post(alba, `/api/v1/searches/${id}/open`, {})).statusCode).toBe(404);
  const open = await scene.call(borea, { method: 'POST', url: `/api/v1/searches/${id}/open` });
  expect(open.statusCode).toBe(204);
  expect(await kept(borea)).toMatchObject([{ id, news: 0 }]);
  const remove = await scene.call(borea, { method: 'DELETE', url: `/api/v1/searches/${id}` });
  expect(remove.statusCode).toBe(204);
  expect(await kept(borea)).toEqual([]);
});
