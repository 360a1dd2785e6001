import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { alba, borea, corda, identityOf, json, startScene, stix, type Scene } from './scene.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const [outer, inner] = ['dddddddd-0000-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000002'];
const tool = (place: number): string => `tool--2222222${place}-0000-4000-8000-000000000000`;
const day = 86_400_000_000;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.play({ kind: 'policy', at: tick(), id: secrecy, owner: corda });
  await scene.play({ kind: 'clearance', at: tick(), policy: secrecy, member: borea, rank: 1 });
});
afterAll(() => scene.close());

/** Some time passes, microseconds; a second where it is not said. */
const tick = (by = 1_000_000): number => (scene.world.at += by);

const labelled = (label: JsonObject): JsonObject => ({
  extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...label } },
});
const to = (member: string): JsonObject => ({ any: [[`member:${member}`]] });

async function contribute(member: string, id: string, label: JsonObject, more: JsonObject = {}) {
  tick();
  const objects = [stix(id, { name: 'Crowbar', ...more, ...labelled(label) })];
  expect((await scene.post(member, '/api/v1/contributions', { objects })).statusCode).toBeLessThan(300);
}

async function read(member: string, id: string): Promise<void> {
  tick();
  expect((await scene.get(member, `/api/v1/objects/${id}`)).statusCode).toBe(200);
}

interface Given {
  object: string;
  readers: { member: string; first: string }[];
}

/** Who was given an object, as its contributor is told. */
async function readersOf(member: string, id: string): Promise<Given['readers']> {
  tick();
  const { items } = json<{ items: Given[] }>((await scene.get(member, '/api/v1/given')).body);
  return items.find(({ object }) => object === id)?.readers ?? [];
}

const dayOf = (micros: number): string => new Date(micros / 1000).toISOString().slice(0, 10);

test('a contributor is told on which day a member was first given what it released to it', async () => {
  await contribute(alba, tool(1), to(borea));
  expect(await readersOf(alba, tool(1))).toEqual([]);
  await read(borea, tool(1));
  const first = dayOf(scene.world.at);
  expect(await readersOf(alba, tool(1))).toEqual([{ member: borea, first }]);
  tick(2 * day);
  await read(borea, tool(1));
  expect(await readersOf(alba, tool(1))).toEqual([{ member: borea, first }]);
});

test('its own reading is not told, nor that of a member that is not named', async () => {
  await contribute(alba, tool(2), to(borea));
  await read(alba, tool(2));
  await scene.get(corda, `/api/v1/objects/${tool(2)}`);
  expect(await readersOf(alba, tool(2))).toEqual([]);
});

test('who may see it by what others know alone is not named, and not counted', async () => {
  await contribute(alba, tool(3), { ...to(borea), levels: { [secrecy]: 1 } });
  await read(borea, tool(3));
  expect(await readersOf(alba, tool(3))).toEqual([]);
});

test('a label that is widened later does not tell of the reads before it', async () => {
  tick();
  const selection = [{ object: tool(3) }];
  await scene.post(alba, '/api/v1/contributions/relabel', { selection, label: to(borea) });
  expect(await readersOf(alba, tool(3))).toEqual([]);
  await read(borea, tool(3));
  expect((await readersOf(alba, tool(3))).map(({ member }) => member)).toEqual([borea]);
});

test('a roster that is read only later does not tell of the reads before it', async () => {
  await scene.play({ kind: 'community', at: tick(), id: outer, name: 'Coast' });
  await scene.play({ kind: 'community', at: tick(), id: inner, name: 'Harbours' });
  await scene.play({ kind: 'enter', at: tick(), community: outer, entry: inner });
  await scene.play({ kind: 'enter', at: tick(), community: outer, entry: alba });
  await scene.play({ kind: 'enter', at: tick(), community: inner, entry: borea });
  await contribute(alba, tool(4), { any: [[`community:${outer}`]] });
  await read(borea, tool(4));
  expect(await readersOf(alba, tool(4))).toEqual([]);
  await scene.play({ kind: 'enter', at: tick(), community: inner, entry: alba });
  expect(await readersOf(alba, tool(4))).toEqual([]);
  await read(borea, tool(4));
  expect((await readersOf(alba, tool(4))).map(({ member }) => member)).toEqual([borea]);
});

test('that another version stands in its place in a poll is not told by silence', async () => {
  const created = { created_by_ref: identityOf(corda) };
  const view = '0b6ff6f2-8a1e-4b07-9d0e-6c9c4a6d2e51';
  const identity = { name: 'Corda', identity_class: 'organization' };
  await contribute(corda, identityOf(corda), { any: [['public']] }, identity);
  await contribute(corda, tool(5), { any: [[`member:${borea}`]] }, created);
  await contribute(alba, tool(5), to(borea), { name: 'Lever' });
  tick();
  const url = `/taxii2/cell/collections/${view}/objects/${tool(5)}/`;
  const page = json<{ objects: { name: string }[] }>((await scene.get(borea, url)).body);
  expect(page.objects.map(({ name }) => name)).toEqual(['Crowbar']);
  expect((await readersOf(alba, tool(5))).map(({ member }) => member)).toEqual([borea]);
});

test('what was recalled is not among what a member gave', async () => {
  tick();
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tool(5) }] });
  const { items } = json<{ items: Given[] }>((await scene.get(alba, '/api/v1/given')).body);
  expect(items.map(({ object }) => object)).toEqual([tool(4), tool(3), tool(2), tool(1)]);
});

test('it comes in pages, the last first', async () => {
  tick();
  const one = json<{ items: Given[]; next: string }>((await scene.get(alba, '/api/v1/given?limit=3')).body);
  const other = json<{ items: Given[]; next?: string }>(
    (await scene.get(alba, `/api/v1/given?limit=3&cursor=${encodeURIComponent(one.next)}`)).body,
  );
  expect([...one.items, ...other.items].map(({ object }) => object)).toEqual(
    [4, 3, 2, 1].map((place) => tool(place)),
  );
  expect(other.next).toBeUndefined();
});
