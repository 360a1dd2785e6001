/** What the status of a submission says to whom, and when. */
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deterministicId } from '@entente/core/stix/deterministic';
import type { JsonObject } from '@entente/core/stix/types';
import type { Caller } from '@entente/server/caller';
import { callerOf } from '../world/play.ts';
import { alba, json, startScene, type Scene } from '../api/scene.ts';

const low = 'eeeeeeee-0000-4000-8000-000000000000';
const taxii = 'application/taxii+json;version=2.1';
const own = '/taxii2/cell/collections/own';

let scene: Scene;
beforeAll(async () => {
  const anna: Caller = { ...callerOf(alba), account: 'anna' };
  scene = await startScene({
    callers: new Map([
      ['anna', anna],
      ['narrowed', { ...anna, reader: low }],
    ]),
  });
});
afterAll(() => scene.close());

/** A domain name: it has neither `modified` nor `created`. */
function domain(value: string): JsonObject {
  const object: JsonObject = { type: 'domain-name', spec_version: '2.1', value };
  return { ...object, id: deterministicId(object) as string };
}

function submit(...objects: JsonObject[]): Promise<LightMyRequestResponse> {
  scene.step();
  const headers = { authorization: 'Bearer anna', 'content-type': taxii };
  return scene.app.inject({ method: 'POST', url: `${own}/objects/`, headers, payload: { objects } });
}

const read = (who: string, url: string) =>
  scene.call('', { method: 'GET', url, headers: { authorization: `Bearer ${who}` } });

/** Keeps the feed from moving until it is let go. */
async function hold(): Promise<() => Promise<void>> {
  await scene.cell.settle();
  const client = await scene.cell.database.writer.connect();
  await client.query('begin');
  await client.query('select from reader where id = $1 for update', [alba]);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

interface Detail {
  id: string;
  version?: string;
}

const successesOf = ({ body }: LightMyRequestResponse) => json<{ successes: Detail[] }>(body).successes;

async function found(): Promise<Detail[]> {
  const { objects } = json<{ objects: Detail[] }>((await read('anna', `${own}/manifest/`)).body);
  return objects.map(({ id, version = '' }) => ({ id, version }));
}

test('where the feed is behind, a status waits for the versions that its dates are', async () => {
  const release = await hold();
  const answer = submit(domain('one.example'), domain('two.example'));
  setTimeout(() => void release(), 3000);
  const told = successesOf(await answer);
  expect(told).toHaveLength(2);
  expect(await found()).toEqual(told);
});

test('and where that takes too long, it leaves them out rather than tell others', async () => {
  const release = await hold();
  try {
    const told = successesOf(await submit(domain('three.example')));
    expect(told).toEqual([{ id: domain('three.example')['id'] }]);
  } finally {
    await release();
  }
});

test('each of many versions of what has none of its own is told as it is found', async () => {
  const many = Array.from({ length: 400 }, (_, index) => domain(`many-${index}.example`));
  for (const round of [1, 2, 3]) {
    const objects = many.map((object) => ({ ...object, x_round: round }));
    const told = new Map(successesOf(await submit(...objects)).map(({ id, version }) => [id, version]));
    const versions = new Map((await latest()).map(({ id, version }) => [id, version]));
    expect(many.map(({ id }) => told.get(id as string))).toEqual(
      many.map(({ id }) => versions.get(id as string)),
    );
  }
}, 60_000);

const latest = async (): Promise<Detail[]> =>
  json<{ objects: Detail[] }>((await read('anna', `${own}/manifest/?limit=1000`)).body).objects;

test('an account that was narrowed is told no more of what it once submitted', async () => {
  const { id } = json<{ id: string }>((await submit(domain('four.example'))).body);
  const url = `/taxii2/cell/status/${id}/`;
  expect((await read('anna', url)).statusCode).toBe(200);
  const never = await read('narrowed', '/taxii2/cell/status/99999999-0000-4000-8000-000000000000/');
  const answer = await read('narrowed', url);
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { title: json(never.body)['title'] }]);
});

test('how long a status is there hangs on its own time, and not on who submits after', async () => {
  const { id } = json<{ id: string }>((await submit(domain('five.example'))).body);
  const url = `/taxii2/cell/status/${id}/`;
  scene.world.at += 7 * 86_400_000_000;
  expect((await read('anna', url)).statusCode).toBe(200);
  scene.world.at += 1;
  expect((await read('anna', url)).statusCode).toBe(404);
});
