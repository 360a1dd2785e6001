import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { addReader } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, json, startScene, stix, type Scene } from './scene.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const [outer, inner] = ['dddddddd-0000-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000002'];
const tool = (place: number): string => `tool--2222222${place}-0000-4000-8000-000000000000`;
const day = 86_400_000_000;
const below = 'eeeeeeee-0000-4000-8000-000000000000';
const narrow = { ...callerOf(borea), account: 'narrow', reader: below };

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ callers: new Map([['narrow', narrow]]) });
  await scene.play({ kind: 'policy', at: tick(), id: secrecy, owner: corda });
  await scene.play({ kind: 'clearance', at: tick(), policy: secrecy, member: borea, rank: 1 });
  tick();
  await scene.cell.act(callerOf(borea), 'reader', {}, (change) =>
    addReader(change, below, borea, { levels: { [secrecy]: 0 } }),
  );
});
afterAll(() => scene.close());

/** Some time passes, microseconds; a second where it is not said. */
const tick = (by = 1_000_000): number => (scene.world.at += by);

const labelled = (label: JsonObject): JsonObject => ({
  extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...label } },
});
const to = (...members: string[]): JsonObject => ({ any: [members.map((id) => `member:${id}`)] });

async function contribute(member: string, id: string, label: JsonObject, more: JsonObject = {}) {
  tick();
  const objects = [stix(id, { name: 'Crowbar', ...more, ...labelled(label) })];
  expect((await scene.post(member, '/api/v1/contributions', { objects })).statusCode).toBeLessThan(300);
}

/** Opens a record by its id, as the screen of a record does. */
async function open(member: string, id: string, status = 200): Promise<void> {
  tick();
  expect((await scene.get(member, `/api/v1/objects/${id}/claims?opened=true`)).statusCode).toBe(status);
}

interface Openings {
  readers: { member: string; first: string }[];
  rest: boolean;
}

async function openingsOf(member: string, id: string): Promise<Openings> {
  tick();
  return json<Openings>((await scene.get(member, `/api/v1/objects/${id}/openings`)).body);
}
const readersOf = async (member: string, id: string): Promise<string[]> =>
  (await openingsOf(member, id)).readers.map((reader) => reader.member);

const dayOf = (micros: number): string => new Date(micros / 1000).toISOString().slice(0, 10);

test('a contributor is told on which day a member first opened what it released to it', async () => {
  await contribute(alba, tool(1), to(borea));
  expect(await openingsOf(alba, tool(1))).toEqual({ readers: [], rest: false });
  await open(borea, tool(1));
  const first = dayOf(scene.world.at);
  tick(2 * day);
  await open(borea, tool(1));
  expect((await openingsOf(alba, tool(1))).readers).toEqual([{ member: borea, first }]);
  const { items } = json<{ items: (Openings & { object: string })[] }>(
    (await scene.get(alba, '/api/v1/given')).body,
  );
  expect(items).toMatchObject([{ object: tool(1), readers: [{ member: borea, first }] }]);
});

test('pages, searches, exports, titles and polls are no openings', async () => {
  await contribute(alba, tool(2), to(borea));
  for (const url of [
    `/api/v1/objects/${tool(2)}`,
    `/api/v1/objects/${tool(2)}/versions`,
    `/api/v1/objects/${tool(2)}/claims`,
    '/api/v1/search?q=crowbar',
    '/api/v1/export',
  ]) {
    tick();
    expect((await scene.get(borea, url)).statusCode).toBe(200);
  }
  expect(await readersOf(alba, tool(2))).toEqual([]);
});

test('its own opening is not told, nor that of a member that is not named', async () => {
  await open(alba, tool(2));
  await open(corda, tool(2), 404);
  expect(await readersOf(alba, tool(2))).toEqual([]);
});

test('nobody is told what accounts open that see less than their member', async () => {
  tick();
  const headers = { authorization: 'Bearer narrow' };
  const answer = await scene.call('', {
    method: 'GET',
    url: `/api/v1/objects/${tool(2)}/claims?opened=true`,
    headers,
  });
  expect(answer.statusCode).toBe(200);
  expect(await readersOf(alba, tool(2))).toEqual([]);
});

test('who may see it by what others know alone is not named', async () => {
  await contribute(alba, tool(3), { ...to(borea), levels: { [secrecy]: 1 } });
  await open(borea, tool(3));
  expect(await openingsOf(alba, tool(3))).toEqual({ readers: [], rest: true });
});

test('a label that is widened later does not tell of openings before it', async () => {
  tick();
  const selection = [{ object: tool(3) }];
  await scene.post(alba, '/api/v1/contributions/relabel', { selection, label: to(borea) });
  expect(await readersOf(alba, tool(3))).toEqual([]);
  await open(borea, tool(3));
  expect(await readersOf(alba, tool(3))).toEqual([borea]);
});

test('a roster that is read only later does not tell of openings before it', async () => {
  await scene.play({ kind: 'community', at: tick(), id: outer, name: 'Coast' });
  await scene.play({ kind: 'community', at: tick(), id: inner, name: 'Harbours' });
  await scene.play({ kind: 'enter', at: tick(), community: outer, entry: inner });
  await scene.play({ kind: 'enter', at: tick(), community: outer, entry: alba });
  await scene.play({ kind: 'enter', at: tick(), community: inner, entry: borea });
  await contribute(alba, tool(4), { any: [[`community:${outer}`]] });
  await open(borea, tool(4));
  expect(await openingsOf(alba, tool(4))).toEqual({ readers: [], rest: true });
  await scene.play({ kind: 'enter', at: tick(), community: inner, entry: alba });
  expect(await readersOf(alba, tool(4))).toEqual([]);
  await open(borea, tool(4));
  expect(await readersOf(alba, tool(4))).toEqual([borea]);
});

test('what comes back when a revoking version is recalled tells of no opening in between', async () => {
  const modified = '2017-05-02T00:00:00.000Z';
  await contribute(corda, tool(5), to(borea));
  await contribute(alba, tool(5), to(borea));
  await contribute(alba, tool(5), to(corda), { revoked: true, modified });
  await open(borea, tool(5));
  tick();
  const selection = [{ object: tool(5), version: modified }];
  await scene.post(alba, '/api/v1/contributions/recall', { selection });
  expect(await readersOf(alba, tool(5))).toEqual([]);
  await open(borea, tool(5));
  expect(await readersOf(alba, tool(5))).toEqual([borea]);
});

test('of what only others contributed nothing is told: it is as what does not exist', async () => {
  await contribute(corda, tool(6), to(alba));
  const ask = async (id: string): Promise<string> =>
    (await scene.get(alba, `/api/v1/objects/${id}/openings`)).body.replaceAll(id, '');
  expect(await ask(tool(6))).toBe(await ask(tool(9)));
});

test('what a member opened before it was suspended stays told', async () => {
  await contribute(alba, tool(9), to(borea, corda));
  await open(borea, tool(9));
  await scene.play({ kind: 'suspension', at: tick(), id: borea });
  expect(await openingsOf(alba, tool(9))).toMatchObject({ readers: [{ member: borea }], rest: false });
  await scene.play({ kind: 'reinstatement', at: tick(), id: borea });
  expect(await readersOf(alba, tool(9))).toEqual([borea]);
});
