import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tool = (place: number): string => `tool--2222222${place}-0000-4000-8000-000000000000`;
const malware = 'malware--22222223-0000-4000-8000-000000000000';
const hour = 3_600_000_000;

let scene: Scene;
let between = '';
beforeAll(async () => {
  const colleague = { ...callerOf(borea), account: 'colleague' };
  scene = await startScene({ callers: new Map([['colleague', colleague]]) });
  tick();
  const extensions = releasedTo(borea);
  const put = (member: string, ids: string[]) =>
    scene.post(member, '/api/v1/contributions', {
      objects: ids.map((id) => stix(id, { name: 'Crowbar', is_family: false, extensions })),
    });
  await put(alba, [tool(1), tool(2)]);
  between = formatTimestamp(tick(9 * 24 * hour));
  tick();
  await put(corda, [tool(2), malware]);
  await put(alba, [tool(4)]);
  await scene.post(alba, '/api/v1/contributions', { objects: [stix(tool(5), { name: 'Withheld' })] });
});
afterAll(() => scene.close());

/** Some time passes, microseconds; a second where it is not said. */
const tick = (by = 1_000_000): number => (scene.world.at += by);

const get = async <Body>(path: string): Promise<Body> => {
  tick();
  return json<Body>((await scene.get(borea, `/api/v1${path}`)).body);
};

test('counts say from whom how many objects came since a moment, and nothing of what is withheld', async () => {
  const since = (moment: string) => get<{ members: unknown }>(`/arrivals?since=${moment}`);
  expect((await since('2017-01-01T00:00:00Z')).members).toEqual([
    { contributor: alba, objects: 3 },
    { contributor: corda, objects: 2 },
  ]);
  expect((await since(between)).members).toEqual([
    { contributor: corda, objects: 2 },
    { contributor: alba, objects: 1 },
  ]);
});

test('the objects that were counted are listed, the last first', async () => {
  const listed = async (query: string): Promise<string[]> => {
    tick();
    return idsOf((await scene.get(borea, `/api/v1/arrivals/objects?${query}`)).body);
  };
  expect(await listed('')).toEqual([tool(4), malware, tool(2), tool(1)]);
  expect(await listed(`since=${between}&contributor=${corda}`)).toEqual([malware, tool(2)]);
  expect(await listed(`before=${between}`)).toEqual([tool(2), tool(1)]);
  expect(await listed('type=malware')).toEqual([malware]);
  const { items, next } = await get<{ items: unknown[]; next: string }>('/arrivals/objects?limit=3');
  expect(items).toHaveLength(3);
  expect(await listed(`limit=3&cursor=${encodeURIComponent(next)}`)).toEqual([tool(1)]);
});

test('weeks begin on Monday, and each has its kinds', async () => {
  const { from, weeks } = await get<{ from: string; weeks: { from: string; types: unknown[] }[] }>(
    '/arrivals/weeks?weeks=3',
  );
  expect(new Date(from).getUTCDay()).toBe(1);
  expect(weeks.map(({ types }) => types)).toEqual([
    [],
    [{ type: 'tool', objects: 2 }],
    [
      { type: 'malware', objects: 1 },
      { type: 'tool', objects: 2 },
    ],
  ]);
});

test('each account is told when it was here before its visit, and no other account', async () => {
  const visit = async (who?: string): Promise<unknown> => {
    const headers = who === undefined ? {} : { authorization: `Bearer ${who}` };
    const answer = await scene.call(borea, { method: 'PUT', url: '/api/v1/account/visit', headers });
    return json<{ since: unknown }>(answer.body).since;
  };
  tick();
  expect(await visit()).toBeNull();
  scene.world.at += hour / 2;
  const last = formatTimestamp(scene.world.at);
  expect(await visit()).toBeNull();
  scene.world.at += 5 * hour;
  expect(await visit()).toBe(last);
  scene.world.at += hour / 2;
  expect(await visit()).toBe(last);
  expect(await visit('colleague')).toBeNull();
});
