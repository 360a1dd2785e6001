import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstStart } from '@entente/server/account/first-start';
import { startTestServer, type TestServer } from '../server.ts';
import { json } from './scene.ts';

const password = 'seven grey herons';
let server: TestServer;
let cookie = '';
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, headers = {}) => {
  server.world.at += 1_000_000;
  const request: InjectOptions = { method, url: `/api/v1${url}`, headers };
  return server.app.inject(payload === undefined ? request : { ...request, payload });
};

test('the first administrator comes in by the link, once', async () => {
  const made = await firstStart(server.cell, 'https://cell.example', { name: 'Norland', realm: 'norland' });
  const secret = new URL(made?.link ?? '').hash.slice(1);
  const found = json((await send('POST', '/links/find', { secret })).body);
  expect(found).toMatchObject({ memberName: 'Norland', realm: 'norland', login: null });
  const person = { secret, password, login: 'chief', name: 'Chief' };
  const redeemed = json((await send('POST', '/links/redeem', person)).body);
  expect(redeemed).toMatchObject({
    account: { login: 'chief@norland', roles: ['secretary', 'administrator'] },
  });
  expect((await send('POST', '/links/redeem', person)).statusCode).toBe(404);
  expect((await send('POST', '/links/find', { secret })).statusCode).toBe(404);
});

test('whoever signs in gets a cookie that scripts and other sites cannot use', async () => {
  const wrong = await send('POST', '/sessions', { login: 'chief@norland', password: 'wrong' });
  const unknown = await send('POST', '/sessions', { login: 'nobody@norland', password: 'wrong' });
  expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body]);
  const answer = await send('POST', '/sessions', { login: 'chief@norland', password, purpose: 'rosters' });
  expect(json(answer.body)).toMatchObject({ outcome: 'signed-in', account: { login: 'chief@norland' } });
  const session = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith('entente_session='));
  expect(session).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  cookie = session?.split(';')[0] ?? '';
  expect(answer.body).not.toContain(cookie.slice('entente_session='.length));
  const me = json((await send('GET', '/me', undefined, { cookie })).body);
  expect(me).toMatchObject({ member: { name: 'Norland' }, purpose: 'rosters', narrow: false });
});

test('what another site has a browser send is refused', async () => {
  const body = { name: 'Circle' };
  const headers = { cookie, 'sec-fetch-site': 'cross-site' };
  expect((await send('POST', '/communities', body, headers)).statusCode).toBe(403);
  const older = { cookie, origin: 'https://elsewhere.example' };
  expect((await send('POST', '/communities', body, older)).statusCode).toBe(403);
  const login = { login: 'chief@norland', password };
  expect((await send('POST', '/sessions', login, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
});

test('a token is shown once, is for less than its account, and ends at once when revoked', async () => {
  const wanted = { login: 'poller', name: 'Poller', kind: 'service', roles: ['integrator'] };
  const made = json<{ account: { id: string } }>((await send('POST', '/accounts', wanted, { cookie })).body);
  const asked = { account: made.account.id, name: 'poll', scopes: ['read'], purpose: 'sync' };
  const answer = await send('POST', '/tokens', asked, { cookie });
  expect(answer.statusCode).toBe(201);
  const { secret, token } = json<{ secret: string; token: { id: string } }>(answer.body);
  const authorization = `Bearer ${secret}`;
  expect(json((await send('GET', '/me', undefined, { authorization })).body)).toMatchObject({
    scopes: ['read'],
  });
  expect((await send('POST', '/contributions', { objects: [{}] }, { authorization })).statusCode).toBe(403);
  const listed = await send('GET', `/tokens?account=${made.account.id}`, undefined, { cookie });
  expect(listed.body).not.toContain(secret);
  expect((await send('DELETE', `/tokens/${token.id}`, undefined, { cookie })).statusCode).toBe(204);
  expect((await send('GET', '/me', undefined, { authorization })).statusCode).toBe(401);
});

test('a member lays down a default label, and reads it back', async () => {
  const label = { handling: ['TLP:AMBER'] };
  expect((await send('PUT', '/member-policy/defaults/api', { label }, { cookie })).statusCode).toBe(204);
  const policy = json((await send('GET', '/member-policy', undefined, { cookie })).body);
  expect(policy).toMatchObject({ ceiling: null, secondPerson: false, defaults: { api: label } });
  expect(json((await send('GET', '/proposals', undefined, { cookie })).body)).toEqual({ items: [] });
});

test('whoever signs out is out', async () => {
  expect((await send('GET', '/sessions', undefined, { cookie })).body).toContain('"current":true');
  expect((await send('DELETE', '/sessions/current', undefined, { cookie })).statusCode).toBe(204);
  expect((await send('GET', '/me', undefined, { cookie })).statusCode).toBe(401);
});
