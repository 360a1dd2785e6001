import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClient, type Client } from '@entente/contract/client';
import type { ReceivedEvent } from '@entente/contract/event-stream';
import { Failure } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';
import { validateObject } from '@entente/core/stix/validate';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tools = [1, 2, 3, 4].map((number) => `tool--2222222${number}-0000-4000-8000-000000000000`);

let scene: Scene;
let client: Client;
beforeAll(async () => {
  scene = await startScene();
  await scene.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = scene.app.server.address() as AddressInfo;
  client = makeClient({ url: `http://127.0.0.1:${port}`, token: `token-of-${borea}` });
  await put(0);
});
afterAll(() => scene.close());

async function put(...numbers: number[]): Promise<void> {
  scene.step();
  const objects = numbers.map((number) =>
    stix(tools[number] as string, { name: `Tool ${number}`, extensions: releasedTo(borea) }),
  );
  await scene.post(alba, '/api/v1/contributions', { objects });
}

async function recall(number: number): Promise<void> {
  scene.step();
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tools[number] }] });
}

async function take(events: AsyncGenerator<ReceivedEvent>, count: number): Promise<ReceivedEvent[]> {
  const taken: ReceivedEvent[] = [];
  while (taken.length < count) {
    const { value, done } = await events.next();
    if (done === true) throw new Error('the stream ended');
    taken.push(value);
  }
  return taken;
}

const brief = (events: readonly ReceivedEvent[]): unknown[] =>
  events.map(({ kind, event }) => (event === undefined ? kind : `${kind} ${event.object}`));

describe('events', () => {
  test('tell what is released and removed from now on, and go on after a break without loss', async () => {
    const leaving = new AbortController();
    const events = client.events({}, leaving.signal);
    expect(brief(await take(events, 1))).toEqual(['ready']);
    await put(1);
    const [released] = await take(events, 1);
    expect(brief([released as ReceivedEvent])).toEqual([`released ${tools[1]}`]);
    expect(released?.event).toMatchObject({ contributor: alba, version: '2017-05-01T00:00:00.000000Z' });
    leaving.abort();
    await put(2);
    await recall(1);
    const again = client.events({ cursor: released?.cursor });
    expect(brief(await take(again, 3))).toEqual(['ready', `released ${tools[2]}`, `removed ${tools[1]}`]);
    await again.return();
  });

  test('from the start give the whole view', async () => {
    const events = client.events({ from: 'start' });
    expect(brief(await take(events, 4))).toEqual([
      'ready',
      `released ${tools[0]}`,
      `released ${tools[2]}`,
      `removed ${tools[1]}`,
    ]);
    await events.return();
  });

  test('refuse a cursor of another caller', async () => {
    const events = client.events({ from: 'start' });
    const [ready] = await take(events, 1);
    await events.return();
    const answer = await scene.get(alba, `/api/v1/events?cursor=${ready?.cursor}`);
    expect(answer.statusCode).toBe(400);
  });
});

describe('the export', () => {
  test('is a valid bundle of the view, marked with member, account and time', async () => {
    const answer = await scene.get(borea, '/api/v1/export?type=tool');
    const bundle = json<{ objects: JsonObject[] } & JsonObject>(answer.body);
    expect(validateObject(bundle)).toMatchObject({ valid: true, errors: [] });
    const [header, ...objects] = bundle.objects;
    expect(JSON.stringify(header)).toContain(
      `View of Borea (${borea}) in Test cell, exported by account account of`,
    );
    expect(objects.map(({ id }) => id)).toEqual([tools[0], tools[2]]);
  });

  test('has the hub’s notices among what others released', async () => {
    const { items } = await client.search({ type: 'note' });
    expect(items.map(({ contributor }) => contributor)).toEqual([null]);
    const body = (await scene.get(borea, '/api/v1/export?type=note')).body;
    expect(json<{ objects: JsonObject[] }>(body).objects).toHaveLength(2);
  });

  test('of an empty view is a valid bundle too', async () => {
    const bundle = json<JsonObject>((await scene.get(alba, '/api/v1/export?type=malware')).body);
    expect(validateObject(bundle).valid).toBe(true);
  });

  test('has the same bytes for the objects as every other answer', async () => {
    const answer = await scene.get(borea, '/api/v1/export');
    const one = await scene.get(borea, `/api/v1/objects/${tools[0]}`);
    const text = one.body.slice('{"object":'.length, one.body.indexOf(',"contributor":'));
    expect(answer.body).toContain(text);
  });
});

describe('the client', () => {
  test('has a method for each operation, and gives lists page by page', async () => {
    const found: string[] = [];
    for await (const { object } of client.every('search', { limit: 1, type: 'tool' })) found.push(object.id);
    expect(found.sort()).toEqual([tools[0], tools[2]]);
    expect((await client.me()).member).toEqual({ id: borea, name: 'Borea' });
  });

  test('sends files as they are', async () => {
    scene.step();
    const id = 'tool--77777777-0000-4000-8000-000000000000';
    const bundle = {
      type: 'bundle',
      id: 'bundle--77777777-0000-4000-8000-000000000000',
      objects: [stix(id, { name: 'Saw' })],
    };
    const label = JSON.stringify({ any: [[`member:${alba}`]] });
    const told = await client.importFile(
      { name: 'saws.json', label, dryRun: 'true' },
      JSON.stringify(bundle),
    );
    expect(told).toMatchObject({ batch: null, added: 1 });
    const report = await client.importFile(
      { name: 'saws.json', label, strict: 'true' },
      JSON.stringify(bundle),
    );
    expect(report).toMatchObject({ added: 1, rejected: 0 });
    expect((await scene.get(alba, `/api/v1/objects/${id}`)).statusCode).toBe(200);
    const wrong = client.importFile({ name: 'saws.json', label: '{"any":1}' }, JSON.stringify(bundle));
    await expect(wrong).rejects.toMatchObject({ code: 'invalid' });
  });

  test('throws what the server refuses as the failure that it was', async () => {
    const refused = client.object({ id: 'tool--99999999-0000-4000-8000-000000000000' });
    await expect(refused).rejects.toMatchObject({ code: 'not-found', message: 'There is no such object.' });
    const wrong = client.search({ limit: 0 });
    await expect(wrong).rejects.toThrow(/limit/);
    const nobody = makeClient({ url: 'http://127.0.0.1:1', token: '' }).me();
    await expect(nobody).rejects.toThrow(Failure);
  });
});
