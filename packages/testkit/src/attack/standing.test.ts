/**
 * What takes long, and what becomes of it when its caller is revoked, disabled or narrowed in the middle. And what a
 * listener can tell from the times of an idle stream.
 */
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import type { Caller } from '@entente/server/caller';
import type { Ports } from '@entente/server/serve/ports';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

const clerk: Caller = { ...callerOf(borea), account: 'clerk' };
const callers = new Map<string, Caller>();
let scene: Scene;
let url: string;
/** Called after each read of a view. */
let afterRead = (): void | Promise<void> => undefined;

beforeAll(async () => {
  scene = await startScene({ callers });
  const { cell, ports } = scene;
  (ports as { view: Ports['view'] }).view = async (caller, read) => {
    const result = await cell.view(caller.reader, read);
    await afterRead();
    return result;
  };
  await scene.app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(scene.app.server.address() as AddressInfo).port}/api/v1`;
});
afterAll(async () => {
  // Those that broke off leave connections of the client's, which would be waited for.
  scene.app.server.closeAllConnections();
  await scene.close();
});
beforeEach(() => {
  afterRead = () => undefined;
  callers.set('clerk', clerk);
});

const headers = { authorization: 'Bearer clerk' };
const idOf = (number: number): string =>
  `tool--${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

const toBorea = (number: number, properties: JsonObject = {}): JsonObject =>
  stix(idOf(number), { name: `Tool ${number}`, extensions: releasedTo(borea), ...properties });

async function put(member: string, ...objects: JsonObject[]): Promise<void> {
  scene.step();
  const chosen = { method: 'POST', url: '/api/v1/contributions', payload: { objects } } as const;
  const answer = await scene.app.inject({
    ...chosen,
    headers: { authorization: `Bearer token-of-${member}` },
  });
  expect(answer.body).not.toContain('rejected');
  await scene.cell.settle();
}

const losses: [string, () => void][] = [
  ['revoked', () => callers.delete('clerk')],
  ['narrowed', () => callers.set('clerk', { ...clerk, reader: 'a class of its own' })],
  ['left without reading', () => callers.set('clerk', { ...clerk, scopes: new Set(['write']) })],
];

/** Three pages of an export. */
const many = Array.from({ length: 1200 }, (_, number) => number + 1);

describe('an export', () => {
  beforeAll(() => put(alba, ...many.map((number) => toBorea(number))));

  test.each(losses)('of an account that is %s meanwhile breaks off, and is no bundle', async (_how, lose) => {
    let reads = 0;
    afterRead = () => {
      if ((reads += 1) === 2) lose();
    };
    const answer = await fetch(`${url}/export`, { headers });
    expect(answer.status).toBe(200);
    let text = '';
    const reading = (async () => {
      for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>)
        text += Buffer.from(piece).toString();
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(text).not.toContain(idOf(501));
    expect(reads).toBe(2);
  });

  test('has what the view had when it began, in its form of now, and nothing that came later', async () => {
    const [changing, revised, later] = [1101, 1102, 5000];
    let reads = 0;
    afterRead = async () => {
      if ((reads += 1) !== 2) return;
      afterRead = () => undefined;
      // One that was given, and some that come on a later page: another projection moves them to the end.
      const projected = (number: number) =>
        toBorea(number, {
          object_marking_refs: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
        });
      const newer = { modified: '2017-05-02T00:00:00.000Z' };
      await put(
        alba,
        { ...projected(1), ...newer },
        toBorea(revised, { ...newer, description: 'Revised' }),
        toBorea(later),
      );
      await scene.post(alba, '/api/v1/contributions/relabel', {
        selection: [{ object: idOf(changing) }],
        label: { any: [[`member:${borea}`]], handling: ['TLP:AMBER'] },
      });
    };
    const { objects } = json<{ objects: JsonObject[] }>(
      await (await fetch(`${url}/export`, { headers })).text(),
    );
    const ids = objects.map(({ id }) => id).slice(1);
    expect(new Set(ids)).toEqual(new Set(many.map(idOf)));
    expect(ids).toHaveLength(many.length);
    const of = (number: number) => objects.find(({ id }) => id === idOf(number));
    expect(of(revised)).toMatchObject({ modified: '2017-05-02T00:00:00.000Z' });
    expect(JSON.stringify(of(changing))).toContain('TLP:AMBER');
  });
});

interface Heard {
  /** Seconds after the beginning, and what came. */
  lines: [at: number, text: string][];
  ended: number | undefined;
}

/** Listens for some seconds. */
async function listen(token: string, seconds: number): Promise<Heard> {
  const heard: Heard = { lines: [], ended: undefined };
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1000;
  const leaving = AbortSignal.timeout(seconds * 1000);
  const answer = await fetch(`${url}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving,
  });
  try {
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>)
      heard.lines.push([since(), Buffer.from(piece).toString()]);
    heard.ended = since();
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
  return heard;
}

test('listeners: beats come when the clock says, whoever acts; whoever may listen no longer hears nothing, and is out', async () => {
  callers.set('narrowing', { ...clerk, account: 'another' });
  const listening = Promise.all([
    listen(`token-of-${corda}`, 18),
    listen('clerk', 18),
    listen('narrowing', 18),
  ]);
  await sleep(1000);
  callers.delete('clerk');
  callers.set('narrowing', { ...clerk, account: 'another', reader: 'a class of its own' });
  await put(alba, toBorea(6000));
  for (let second = 0; second < 8; second += 1) {
    await sleep(1000);
    await put(alba, stix(idOf(7000 + second), { name: 'Of Alba alone' }));
  }
  const [idle, revoked, narrowed] = await listening;
  expect(idle.lines.map(([, text]) => text.startsWith(':'))).toEqual([false, true]);
  expect(Math.abs((idle.lines[1]?.[0] ?? 0) - 15)).toBeLessThan(1.5);
  for (const { lines, ended } of [revoked, narrowed]) {
    expect(lines.map(([, text]) => text.includes('ready'))).toEqual([true]);
    expect(Math.abs((ended ?? 0) - 15)).toBeLessThan(1.5);
  }
}, 60_000);

/** A bundle of tools, of which the first five hundred are put in before `meanwhile` and the rest. */
async function* bundle(meanwhile: () => void): AsyncGenerator<Buffer> {
  const tool = (number: number): string => JSON.stringify(stix(idOf(number), { name: `Tool ${number}` }));
  const numbers = Array.from({ length: 500 }, (_, number) => 10_000 + number);
  yield Buffer.from(`{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000000","objects":[`);
  yield Buffer.from(numbers.map(tool).join(','));
  const there = 'select from contribution where object = $1';
  while ((await scene.cell.database.writer.query(there, [idOf(10_499)])).rowCount === 0) await sleep(20);
  meanwhile();
  yield Buffer.from(`,${tool(20_000)}]}`);
}

test.each(losses.slice(0, 2))(
  'an import of an account that is %s meanwhile ends there, and is told nothing',
  async (_how, lose) => {
    scene.step();
    const sent = {
      method: 'POST',
      url: '/api/v1/imports?name=file',
      payload: Readable.from(bundle(lose)),
    } as const;
    const answer = await scene.app.inject({
      ...sent,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
    });
    expect(answer.statusCode).toBe(401);
    await scene.cell.settle();
    expect((await scene.get(borea, `/api/v1/objects/${idOf(20_000)}`)).statusCode).toBe(404);
    const { items } = json<{ items: JsonObject[] }>((await scene.get(borea, '/api/v1/batches')).body);
    expect(items[0]).toMatchObject({ state: 'failed' });
    await scene.post(borea, `/api/v1/batches/${String(items[0]?.['id'])}/undo`, {});
  },
);

test.each([
  ['the API', '/api/v1/contributions', 'application/json'],
  ['TAXII', '/taxii2/cell/collections/own/objects/', 'application/taxii+json;version=2.1'],
])('what an account sends to %s slowly is not put in once it is revoked', async (_name, path, type) => {
  scene.step();
  const object = stix(idOf(30_000), { name: 'Late' });
  async function* slowly(): AsyncGenerator<Buffer> {
    yield Buffer.from('{"objects":[');
    await sleep(200);
    callers.delete('clerk');
    yield Buffer.from(`${JSON.stringify(object)}]}`);
  }
  const answer = await scene.app.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': type },
    payload: Readable.from(slowly()),
  });
  expect(answer.statusCode).toBe(401);
  expect((await scene.get(borea, `/api/v1/objects/${idOf(30_000)}`)).statusCode).toBe(404);
});
