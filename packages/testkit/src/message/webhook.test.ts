/** Webhooks over real connections: what they say, how it is signed, and where they never go. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { notify, settleMessages, type NewMessage } from '@entente/store/message/writer';
import type { Caller } from '@entente/server/caller';
import { backOff, Courier } from '@entente/server/message/courier';
import { openPost, type Post } from '@entente/server/message/post';
import { isPublic } from '@entente/server/message/public-address';
import { webhookActs, type WebhookActs } from '@entente/server/message/webhooks';
import { admitBoth, letIn, norland, startCast, sundland, type Cast } from '../account/cast.ts';
import { callerOf } from '../world/play.ts';
import { startWebhookServer, type WebhookServer } from './webhook-server.ts';

const minute = 60_000_000;

let server: WebhookServer;
let cast: Cast;
let courier: Courier;
let webhooks: WebhookActs;
let integrator: Caller;
let other: Caller;

beforeAll(async () => {
  server = await startWebhookServer();
  cast = await startCast('webhooks');
  await admitBoth(cast);
  const calls = { allowed: [`127.0.0.1:${server.port}`], proxy: undefined };
  const post = postOf(calls.allowed);
  courier = new Courier(cast.cell, post, 'https://cell.example');
  cast.cell.duty(courier);
  webhooks = webhookActs(cast.cell, post, calls);
  integrator = await letIn(cast, { login: 'siem@norland', roles: ['integrator'] });
  other = await letIn(cast, { login: 'siem@sundland', member: sundland, roles: ['integrator'] });
});
beforeEach(async () => {
  Object.assign(server, { status: 204, location: undefined, connections: 0 });
  for (const { id } of await webhooks.list(integrator)) await webhooks.remove(integrator, id);
  server.received.length = 0;
});
afterAll(async () => {
  await courier.close();
  await cast.close();
  await server.close();
});

const postOf = (allowed: readonly string[], proxy?: URL): Post =>
  openPost({
    mail: { server: undefined, from: '' },
    calls: { allowed, proxy },
    extraAuthorities: undefined,
    host: 'cell.example',
  });

async function later(micros: number): Promise<void> {
  cast.world.at += micros;
  await cast.cell.settle();
  await courier.rest();
  await cast.cell.settle();
}

let told = 0;
async function tell(message: Partial<NewMessage> = {}): Promise<void> {
  const about = `thing ${(told += 1)}`;
  const rest = { member: norland, roles: [], kind: 'label-waits', about, params: {}, waits: true };
  cast.world.at += 1000;
  await cast.cell.act(callerOf('hub'), 'tell', {}, (change) =>
    notify(change, [{ ...rest, ...message } as NewMessage]),
  );
}

/** What a receiver does by Standard Webhooks, written from its specification alone. */
function isGenuine(
  { headers, body }: WebhookServer['received'][number],
  secret: string,
  now: number,
): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    String(headers[`webhook-${name}`]),
  ) as [string, string, string];
  if (Math.abs(now - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

const seconds = (): number => Math.floor(cast.world.at / 1_000_000);

test('A call says id, kind, time and whether it waits, signed as Standard Webhooks has it', async () => {
  const { secret } = await webhooks.add(integrator, server.url);
  expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  await tell({ about: 'a secret name' });
  await later(1000);
  const [call, ...more] = server.received;
  expect(more).toEqual([]);
  expect(JSON.parse(call?.body ?? '')).toEqual({
    type: 'entente.message',
    timestamp: expect.any(String),
    data: { id: expect.any(String), kind: 'label-waits', waits: true },
  });
  expect(JSON.stringify(call)).not.toContain('secret name');
  expect(isGenuine(call as never, secret, seconds())).toBe(true);
});

test('A signature is good for its own id, time and body, and not later', async () => {
  const { secret } = await webhooks.add(integrator, server.url);
  const another = await webhooks.add(integrator, server.url);
  await tell();
  await later(1000);
  const call = server.received.find((one) => isGenuine(one, secret, seconds())) as never;
  const { headers, body, path } = call as WebhookServer['received'][number];
  const forged = (change: Partial<typeof headers>, text = body) => ({
    path,
    headers: { ...headers, ...change },
    body: text,
  });
  expect(isGenuine(forged({}, body.replace('true', 'false')), secret, seconds())).toBe(false);
  expect(isGenuine(forged({ 'webhook-id': 'another' }), secret, seconds())).toBe(false);
  const renewed = String(seconds() + 3600);
  expect(isGenuine(forged({ 'webhook-timestamp': renewed }), secret, seconds() + 3600)).toBe(false);
  expect(isGenuine(call, secret, seconds() + 3600)).toBe(false);
  expect(isGenuine(call, another.secret, seconds())).toBe(false);
});

test('What is settled before it is called says so, and what a member is told, no other member is called for', async () => {
  await webhooks.add(integrator, server.url);
  await tell({ about: 'settled' });
  await cast.cell.act(callerOf('hub'), 'settle', {}, (change) => settleMessages(change, 'settled'));
  await tell({ member: sundland });
  await tell({ account: integrator.account, kind: 'device-new' });
  await later(1000);
  expect(server.received.map(({ body }) => (JSON.parse(body) as { data: object }).data)).toMatchObject([
    { kind: 'label-waits', waits: false },
  ]);
});

test('What fails is tried again with the same id, later and later, and then given up', async () => {
  const { webhook } = await webhooks.add(integrator, server.url);
  server.status = 500;
  await tell();
  await later(1000);
  await later(minute);
  await later(2 * minute);
  expect(server.received).toHaveLength(3);
  expect(new Set(server.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect([1, 2, 3, 7, 40].map((attempts) => backOff(attempts) / minute)).toEqual([1, 2, 4, 60, 60]);
  await later(76 * 60 * minute);
  expect(await webhooks.list(integrator)).toMatchObject([{ stoppedAt: expect.any(Number) }]);
  const { rows } = await cast.cell.database.writer.query(
    "select member, about from message where kind = 'webhook-stopped'",
  );
  expect(rows).toEqual([{ member: norland, about: webhook.id }]);
  server.received.length = 0;
  server.status = 200;
  await tell();
  await later(minute);
  expect(server.received).toEqual([]);
  await webhooks.resume(integrator, webhook.id);
  await tell();
  await later(minute);
  expect(server.received).toHaveLength(1);
});

test('A call that fails for days among others that arrive is given up alone', async () => {
  const { webhook } = await webhooks.add(integrator, server.url);
  server.status = 500;
  await tell();
  await later(1000);
  await later(40 * 60 * minute);
  server.status = 200;
  await tell();
  await later(1000);
  server.status = 500;
  await later(40 * 60 * minute);
  const sent = server.received.length;
  server.status = 200;
  await later(60 * minute);
  expect(server.received).toHaveLength(sent);
  expect(await webhooks.list(integrator)).toMatchObject([{ id: webhook.id, stoppedAt: undefined }]);
  await tell();
  await later(1000);
  expect(server.received).toHaveLength(sent + 1);
});

test('A process that dies between sending and noting sends once more, with the same id', async () => {
  await webhooks.add(integrator, server.url);
  await tell();
  const { writer } = cast.cell.database;
  await later(1000);
  const id = server.received[0]?.headers['webhook-id'];
  // As it would be found: begun, claimed, and not noted as sent.
  await writer.query(
    `insert into delivery (id, webhook, message, always, planned, due_at, attempts, begun_at, claimed_until)
     select $1, w.id, m.id, false, 1, $2::bigint, 1, $2, $2::bigint + 300000000 from webhook w, message m
     where m.about = $3 and w.member = $4`,
    [id, cast.world.at, `thing ${told}`, norland],
  );
  await later(minute);
  expect(server.received).toHaveLength(1);
  await later(5 * minute);
  expect(server.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
  await later(60 * minute);
  expect(server.received).toHaveLength(2);
});

test('A redirect is not followed', async () => {
  await webhooks.add(integrator, server.url);
  Object.assign(server, { status: 307, location: `http://127.0.0.1:${server.port}/elsewhere` });
  await tell();
  await later(1000);
  expect(server.received.map(({ path }) => path)).toEqual(['/hook']);
});

test('An address that is not public is refused when it is set, however it is written', async () => {
  for (const url of [
    'http://siem.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[64:ff9b::a00:1]/',
    'https://user:secret@siem.example/',
    'file:///etc/passwd',
    'gopher://siem.example/',
    'no address',
  ]) {
    await expect(webhooks.add(integrator, url)).rejects.toMatchObject({ code: 'invalid' });
  }
  expect(await webhooks.list(integrator)).toEqual([]);
});

test('A name that leads to an address that is not public is not called, and says nothing of why', async () => {
  const inside = await webhooks.add(integrator, `https://localhost:${server.port}/`);
  const nowhere = await webhooks.add(integrator, 'https://never.invalid/');
  expect(await webhooks.test(integrator, inside.webhook.id)).toBeUndefined();
  expect(await webhooks.test(integrator, nowhere.webhook.id)).toBeUndefined();
  await tell();
  await later(1000);
  expect(server.connections).toBe(0);
});

test('Through a proxy, only hosts are called that the operator has named', async () => {
  const settings = { allowed: ['siem.example'], proxy: new URL('http://127.0.0.1:9') };
  const proxied = webhookActs(cast.cell, postOf(settings.allowed, settings.proxy), settings);
  await expect(proxied.add(integrator, 'https://else.example/')).rejects.toMatchObject({ code: 'invalid' });
  expect((await proxied.add(integrator, 'https://siem.example/')).webhook.url).toBe('https://siem.example/');
});

test('A webhook is its member’s: others cannot see, test, resume or remove it', async () => {
  const { webhook } = await webhooks.add(integrator, server.url);
  expect(await webhooks.list(other)).toEqual([]);
  for (const act of ['test', 'resume', 'remove'] as const) {
    await expect(webhooks[act](other, webhook.id)).rejects.toMatchObject({ code: 'not-found' });
  }
  const analyst = { ...integrator, roles: new Set(['analyst'] as const) };
  await expect(webhooks.list(analyst)).rejects.toMatchObject({ code: 'forbidden' });
  const narrow = { ...integrator, reader: 'of its own' };
  await expect(webhooks.list(narrow)).rejects.toMatchObject({ code: 'forbidden' });
  expect(JSON.stringify(await webhooks.list(integrator))).not.toContain('whsec_');
});

test('Its test is a call like any other', async () => {
  const { webhook, secret } = await webhooks.add(integrator, server.url);
  expect(await webhooks.test(integrator, webhook.id)).toBe(204);
  expect(server.received).toHaveLength(1);
  expect(isGenuine(server.received[0] as never, secret, seconds())).toBe(true);
  expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ data: { kind: 'test', waits: false } });
});

test.each([
  ['192.0.2.1', false],
  ['100.64.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['9.9.9.9', true],
  ['2606:4700::1111', true],
  ['2001:db8::1', false],
  ['2002:a00:1::', false],
  ['fe80::1%eth0', false],
  ['::', false],
  ['no address', false],
])('%s is of the public internet: %s', (address, wanted) => {
  expect(isPublic(address)).toBe(wanted);
});
