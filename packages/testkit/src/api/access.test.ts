import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReader } from '@entente/store/coalition/writer';
import { referenceKey } from '@entente/store/contribution/reference';
import type { Caller } from '@entente/server/caller';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tools = Array.from({ length: 12 }, (_none, place) => {
  const end = String(place).padStart(2, '0');
  return `tool--222222${end}-0000-4000-8000-000000000000`;
});
const low = 'eeeeeeee-0000-4000-8000-000000000000';

const analyst: Caller = {
  ...callerOf(borea),
  account: 'analyst of borea',
  roles: new Set(['analyst', 'administrator']),
  purpose: 'Watch of the coast',
  caseReference: 'C-7',
};
const auditor: Caller = { ...callerOf(borea), account: 'auditor of borea', roles: new Set(['auditor']) };
const narrow: Caller = { ...auditor, account: 'narrow auditor', reader: low };

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ callers: new Map(Object.entries({ analyst, auditor, narrow })) });
  scene.step();
  await scene.cell.act(callerOf(borea), 'reader', {}, (change) => addReader(change, low, borea, {}));
  scene.step();
  const objects = tools.map((id) => stix(id, { name: 'Crowbar', extensions: releasedTo(borea, corda) }));
  await scene.post(alba, '/api/v1/contributions', { objects });
  scene.step();
  await as('analyst', `/objects/${tools[0]}`);
  await scene.get(corda, `/api/v1/objects/${tools[0]}`);
  scene.step();
  await as('analyst', '/search?q=crowbar');
});
afterAll(() => scene.close());

const as = (who: string, path: string) =>
  scene.call('', { method: 'GET', url: `/api/v1${path}`, headers: { authorization: `Bearer ${who}` } });

interface Record {
  id: string;
  at: string;
  account: string;
  purpose: string | null;
  caseReference: string | null;
  route: string;
  versions: number;
  objects: string[];
}
interface Page<Item> {
  items: Item[];
  next?: string;
}
const records = async (query = ''): Promise<Page<Record>> =>
  json<Page<Record>>((await as('auditor', `/access-records${query}`)).body);

test('an auditor is told who of its member read what, when and why, the last first, and nothing of others', async () => {
  const { items } = await records();
  expect(items).toMatchObject([
    { account: analyst.account, route: 'search', versions: 12, purpose: 'Watch of the coast' },
    { account: analyst.account, route: 'object', versions: 1, caseReference: 'C-7', objects: [tools[0]] },
  ]);
  expect(items[0]?.at).toBe(formatTimestamp(scene.world.at));
});

test('a record names the first ten objects, and all of them where it is asked', async () => {
  const [search] = (await records()).items;
  expect(search?.objects).toHaveLength(10);
  const all = json<Page<{ object: string }>>(
    (await as('auditor', `/access-records/${search?.id}/objects?limit=7`)).body,
  );
  const rest = json<Page<{ object: string }>>(
    (
      await as(
        'auditor',
        `/access-records/${search?.id}/objects?limit=7&cursor=${encodeURIComponent(all.next ?? '')}`,
      )
    ).body,
  );
  expect([...all.items, ...rest.items].map(({ object }) => object).toSorted()).toEqual(tools);
  expect(rest.next).toBeUndefined();
});

test('records are found by account, object and time, and come in pages', async () => {
  const routes = async (query: string): Promise<string[]> =>
    (await records(query)).items.map(({ route }) => route);
  expect(await routes(`?object=${tools[0]}`)).toEqual(['search', 'object']);
  expect(await routes(`?object=${tools[5]}`)).toEqual(['search']);
  expect(await routes('?object=tool--99999999-0000-4000-8000-000000000000')).toEqual([]);
  const alike = 'tool--00000000-0000-4000-8000-222222000000';
  expect(referenceKey(alike)).toBe(referenceKey(tools[0] as string));
  expect(await routes(`?object=${alike}`)).toEqual([]);
  expect(await routes(`?account=${encodeURIComponent(analyst.account)}`)).toEqual(['search', 'object']);
  expect(await routes('?account=nobody')).toEqual([]);
  const last = (await records()).items[0]?.at ?? '';
  expect(await routes(`?since=${last}`)).toEqual(['search']);
  expect(await routes(`?before=${last}`)).toEqual(['object']);
  const { items, next } = await records('?limit=1');
  expect(items.map(({ route }) => route)).toEqual(['search']);
  expect(await routes(`?limit=1&cursor=${encodeURIComponent(next ?? '')}`)).toEqual(['object']);
});

test('what was recalled since is named on', async () => {
  scene.step();
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tools[0] }] });
  expect((await records(`?object=${tools[0]}`)).items.at(-1)?.objects).toEqual([tools[0]]);
});

test('who is no auditor, or sees less than its member, is told nothing', async () => {
  for (const who of ['analyst', 'narrow']) {
    for (const path of ['/access-records', '/access-records/1/objects', '/access-records/999/objects']) {
      expect((await as(who, path)).statusCode).toBe(403);
    }
  }
  expect((await as('narrow', '/given')).statusCode).toBe(403);
});

test('a record that there is not is not found', async () => {
  for (const id of ['999', '0', '-1', 'x', '1e3', '99999999999999999999']) {
    expect((await as('auditor', `/access-records/${id}/objects`)).statusCode).toBe(404);
  }
});
