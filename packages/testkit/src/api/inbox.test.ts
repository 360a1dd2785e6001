import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeClient } from '@entente/contract/client';
import type { MessageBody } from '@entente/contract/message';
import { addAccount } from '@entente/store/account/writer';
import { addReader } from '@entente/store/coalition/writer';
import { notify, settleMessages, type NewMessage } from '@entente/store/message/writer';
import type { Caller } from '@entente/server/caller';
import { mostCounted } from '@entente/server/message/inbox';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const narrowReader = 'd0000000-0000-4000-8000-000000000000';
const narrow: Caller = { ...callerOf(alba), account: 'narrow of alba', reader: narrowReader };
const analyst: Caller = { ...callerOf(alba), account: 'analyst of alba', roles: new Set(['analyst']) };
const tool = 'tool--11111111-0000-4000-8000-000000000000';

let scene: Scene;
let told = 0;
beforeAll(async () => {
  scene = await startScene({
    callers: new Map([
      ['narrow', narrow],
      ['analyst', analyst],
    ]),
  });
  scene.step();
  await scene.cell.act(callerOf('hub'), 'reader', {}, async (change) => {
    await addReader(change, narrowReader, alba, { levels: {}, without: [] });
    const person = { member: alba, kind: 'person', language: 'en', password: null, at: change.at } as const;
    const { account } = narrow;
    await addAccount(change.client, {
      ...person,
      id: account,
      login: 'n@alba',
      name: 'N',
      roles: ['analyst'],
      reader: narrowReader,
    });
  });
  await scene.post(borea, '/api/v1/contributions', {
    objects: [stix(tool, { name: 'Crowbar', extensions: releasedTo(alba) })],
  });
});
beforeEach(() => void scene.step());
afterAll(() => scene.close());

/** Tells members something; each about a thing of its own, unless it is named. */
async function tell(...messages: Partial<NewMessage>[]): Promise<void> {
  const whole = messages.map((message) => ({
    member: alba,
    roles: [],
    kind: 'label-waits',
    about: `thing ${(told += 1)}`,
    params: {},
    waits: true,
    ...message,
  }));
  await scene.cell.act(callerOf('hub'), 'tell', {}, (change) => notify(change, whole as NewMessage[]));
}

const inbox = async (member = alba, query = ''): Promise<MessageBody[]> =>
  json<{ items: MessageBody[] }>((await scene.get(member, `/api/v1/inbox${query}`)).body).items;
const as = async (name: string, url = '/api/v1/inbox') => {
  await scene.rest();
  return scene.app.inject({ url, headers: { authorization: `Bearer ${name}` } });
};
const itemsAs = async (name: string): Promise<MessageBody[]> =>
  json<{ items: MessageBody[] }>((await as(name)).body).items;
const count = async (member = alba): Promise<unknown> =>
  json((await scene.get(member, '/api/v1/inbox/count')).body);

test('Messages come newest first, in pages, and a cursor is good for its account alone', async () => {
  for (const about of ['one', 'two', 'three']) {
    scene.step();
    await tell({ about });
  }
  const first = json<{ items: MessageBody[]; next: string }>(
    (await scene.get(alba, '/api/v1/inbox?limit=2')).body,
  );
  expect(first.items.map(({ about }) => about)).toEqual(['three', 'two']);
  const rest = await inbox(alba, `?limit=2&cursor=${first.next}`);
  expect(rest[0]?.about).toBe('one');
  expect((await as('analyst', `/api/v1/inbox?limit=2&cursor=${first.next}`)).statusCode).toBe(400);
});

test('What is read is read by one account; what waits, waits for all until it is settled', async () => {
  await tell({ about: 'shared' });
  const [newest] = await inbox();
  await scene.post(alba, '/api/v1/inbox/read', { ids: [newest?.id] });
  expect((await inbox())[0]).toMatchObject({ about: 'shared', read: true, waits: true });
  expect((await itemsAs('analyst'))[0]).toMatchObject({ about: 'shared', read: false, waits: true });
  expect((await inbox(alba, '?show=waiting')).map(({ about }) => about)).toContain('shared');
  expect((await inbox(alba, '?show=unread')).map(({ about }) => about)).not.toContain('shared');
  await scene.cell.act(callerOf('hub'), 'settle', {}, (change) => settleMessages(change, 'shared'));
  expect((await itemsAs('analyst'))[0]).toMatchObject({ waits: false, settled: expect.any(String) });
  expect((await inbox(alba, '?show=waiting')).map(({ about }) => about)).not.toContain('shared');
});

test('All until an instant is read at once, and what comes later is not', async () => {
  await tell({ about: 'before' });
  const [newest] = await inbox();
  scene.step();
  await tell({ about: 'after' });
  await scene.post(alba, '/api/v1/inbox/read', { until: newest?.at });
  expect(await inbox(alba, '?show=unread')).toMatchObject([{ about: 'after' }]);
  expect(await count()).toMatchObject({ unread: 1, more: false });
});

test('A message for a role is there for accounts that have it', async () => {
  await tell({ about: 'for officers', roles: ['release-officer'] });
  expect((await inbox())[0]?.about).toBe('for officers');
  expect((await itemsAs('analyst')).map(({ about }) => about)).not.toContain('for officers');
});

test("Another member's message, one for another account and one that never was are answered alike", async () => {
  await tell({ member: borea, about: 'theirs' }, { account: narrow.account, about: 'of one' });
  const [theirs] = await inbox(borea);
  const [own] = await itemsAs('narrow');
  const never = 'eeeeeeee-0000-8000-8000-000000000000';
  const answers = [];
  for (const id of [theirs?.id, own?.id, never, 'no id']) {
    const { statusCode, body } = await scene.get(alba, `/api/v1/inbox/${id}`);
    answers.push([statusCode, body.replaceAll(String(id), '…')]);
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]?.[0]).toBe(404);
  const read = await scene.post(alba, '/api/v1/inbox/read', { ids: [theirs?.id, never, 'no id'] });
  expect(read.statusCode).toBe(204);
  expect((await inbox(borea))[0]).toMatchObject({ about: 'theirs', read: false });
});

test('An account that sees less than its member has what is addressed to it, and nothing else', async () => {
  await tell(
    { about: 'of all' },
    { account: narrow.account, about: 'of the narrow one', kind: 'device-new' },
  );
  const mine = await itemsAs('narrow');
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.map(({ about }) => about)).not.toContain('of all');
  expect((await inbox()).map(({ about }) => about)).not.toContain('of the narrow one');
});

test('What is about an object that has left the view is there no more, and is counted no more', async () => {
  await tell({ about: tool });
  expect((await inbox()).map(({ about }) => about)).toContain(tool);
  const before = await count();
  scene.step();
  await scene.post(borea, '/api/v1/contributions/recall', { selection: [{ object: tool }] });
  const after = await inbox();
  expect(after.map(({ about }) => about)).not.toContain(tool);
  const { unread, waiting } = before as { unread: number; waiting: number };
  // What tells of the recall is about the recall.
  const recalls = after.filter(({ kind }) => kind === 'recall-told');
  expect(recalls).toHaveLength(1);
  const waits = recalls.filter((one) => one.waits).length;
  expect(await count()).toMatchObject({ unread, waiting: waiting - 1 + waits });
});

test('More than are counted are those that are shown, and not what is about an object that has left', async () => {
  const gone = 'tool--22222222-0000-4000-8000-000000000000';
  await scene.post(borea, '/api/v1/contributions', {
    objects: [stix(gone, { name: 'Jemmy', extensions: releasedTo(alba) })],
  });
  scene.step();
  const before = (await count()) as { unread: number };
  scene.step();
  const steps = Array.from({ length: mostCounted + 1 }, (_, step) => ({ about: gone, step: String(step) }));
  await tell(...steps);
  expect(await count()).toMatchObject({ unread: mostCounted, more: true });
  scene.step();
  await scene.post(borea, '/api/v1/contributions/recall', { selection: [{ object: gone }] });
  // Of the recall itself, its recipient is told.
  expect(await count()).toMatchObject({ unread: before.unread + 1, more: false });
});

test('What has been told is not told again, and an act that fails tells nothing', async () => {
  await tell({ about: 'once' }, { about: 'once' });
  await tell({ about: 'once' });
  expect((await inbox()).filter(({ about }) => about === 'once')).toHaveLength(1);
  const failing = scene.cell.act(callerOf('hub'), 'tell', {}, async (change) => {
    await notify(change, [
      { member: alba, roles: [], kind: 'label-waits', about: 'never', params: {}, waits: true },
    ]);
    throw new Error('it failed');
  });
  await expect(failing).rejects.toThrow('it failed');
  expect((await inbox()).map(({ about }) => about)).not.toContain('never');
});

test('What an account has read elsewhere is told at once to whoever listens as it: told with the next act of another, it would tell of that', async () => {
  await tell({});
  await scene.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = scene.app.server.address() as AddressInfo;
  const events = makeClient({ url: `http://127.0.0.1:${port}`, token: `token-of-${alba}` }).events({});
  expect((await events.next()).value).toMatchObject({ kind: 'ready' });
  const [newest] = await inbox();
  const began = performance.now();
  await scene.post(alba, '/api/v1/inbox/read', { ids: [newest?.id] });
  expect((await events.next()).value).toMatchObject({ kind: 'inbox' });
  // Every fifteen seconds there is a beat, which tells it in any case.
  expect(performance.now() - began).toBeLessThan(8000);
  await events.return(undefined);
});
