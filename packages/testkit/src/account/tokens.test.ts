import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@entente/server/caller';
import { admitBoth, letIn, norland, startCast, sundland, type Cast } from './cast.ts';

let cast: Cast;
let anna: Caller;
let chief: Caller;

beforeAll(async () => {
  cast = await startCast();
  await admitBoth(cast);
  anna = await letIn(cast, { login: 'anna@norland' });
  chief = await letIn(cast, { login: 'chief@norland', roles: ['administrator'] });
});
afterAll(() => cast.close());

const bearer = (secret: string) => call(`Bearer ${secret}`);
const basic = (login: string, secret: string) =>
  call(`Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}`);
const call = (authorization: string | undefined, cookie?: string) =>
  cast.authenticate({ authorization, cookie, address: '192.0.2.1' });
const command = { name: 'laptop', scopes: ['read'] as const, purpose: 'analysis', days: 30 };
const days = (count: number) => count * 86_400_000_000;

test('a token lets its account in by Bearer and by Basic, with its scopes and purpose and no more', async () => {
  const { secret, token } = await cast.acts.createToken(anna, { ...command, caseReference: 'NOR-7' });
  const caller = await bearer(secret);
  expect(caller).toMatchObject({ account: anna.account, member: norland, reader: norland });
  expect(caller).toMatchObject({ purpose: 'analysis', caseReference: 'NOR-7' });
  expect([...(caller?.scopes ?? [])]).toEqual(['read']);
  expect(caller?.isService).toBe(false);
  expect(await basic('Anna@Norland', secret)).toEqual(caller);
  expect(secret.startsWith(token.prefix)).toBe(true);
});

test('absent, wrong, foreign and malformed credentials let nobody in', async () => {
  const { secret } = await cast.acts.createToken(anna, command);
  for (const authorization of [
    undefined,
    '',
    'Bearer',
    `Bearer ${secret}x`,
    `Bearer ${secret} x`,
    `Digest ${secret}`,
    'Basic !!!',
    'Basic Og==',
  ]) {
    expect(await call(authorization)).toBeUndefined();
  }
  expect(await basic('chief@norland', secret)).toBeUndefined();
  expect(await call(undefined, `entente_session=${secret}`)).toBeUndefined();
});

test('the secret of a token is stored nowhere', async () => {
  const { secret, token } = await cast.acts.createToken(anna, command);
  const { rows } = await cast.cell.database.writer.query<{ text: string }>(
    'select t::text as text from token t union all select a::text from act a',
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.some(({ text }) => text.includes(token.prefix))).toBe(true);
  expect(rows.some(({ text }) => text.includes(secret.slice(token.prefix.length)))).toBe(false);
});

test('a revoked token is refused at once, and an expired one at its instant', async () => {
  const revoked = await cast.acts.createToken(anna, command);
  const expiring = await cast.acts.createToken(anna, { ...command, days: 1 });
  expect(await bearer(revoked.secret)).toBeDefined();
  await cast.acts.revokeToken(anna, revoked.token.id);
  expect(await bearer(revoked.secret)).toBeUndefined();
  cast.world.at = expiring.token.expiresAt - 1;
  expect(await bearer(expiring.secret)).toBeDefined();
  cast.world.at += 1;
  expect(await bearer(expiring.secret)).toBeUndefined();
});

test('what another process revoked is refused within seconds', async () => {
  const { secret, token } = await cast.acts.createToken(anna, command);
  expect(await bearer(secret)).toBeDefined();
  await cast.cell.database.writer.query('update token set revoked_at = 1 where id = $1', [token.id]);
  cast.world.at += 5_000_000;
  expect(await bearer(secret)).toBeUndefined();
});

test('a rotated service has two good tokens until the overlap ends, and sees when each was used', async () => {
  const service = await letIn(cast, { login: 'feed@norland', kind: 'service', roles: ['integrator'] });
  const first = await cast.acts.createToken(chief, { ...command, account: service.account });
  const second = await cast.acts.rotateToken(chief, first.token.id, 48);
  expect(await bearer(first.secret)).toBeDefined();
  expect(await bearer(second.secret)).toMatchObject({ account: service.account, purpose: 'analysis' });
  const at = cast.world.at;
  cast.world.at += days(2);
  expect(await bearer(first.secret)).toBeUndefined();
  expect(await bearer(second.secret)).toBeDefined();
  const listed = await cast.acts.listTokens(chief, service.account);
  expect(new Map(listed.map(({ id, lastUsedAt }) => [id, lastUsedAt]))).toEqual(
    new Map([
      [second.token.id, at + days(2)],
      [first.token.id, at],
    ]),
  );
});

test('a service rotates its own token with that token, but makes no other', async () => {
  const service = await letIn(cast, { login: 'poll@norland', kind: 'service', roles: ['integrator'] });
  const { secret, token } = await cast.acts.createToken(chief, { ...command, account: service.account });
  const itself = (await bearer(secret)) as Caller;
  expect(itself.isService).toBe(true);
  await expect(cast.acts.createToken(itself, command)).rejects.toMatchObject({ code: 'forbidden' });
  const next = await cast.acts.rotateToken(itself, token.id, 0);
  expect(await bearer(secret)).toBeUndefined();
  expect(await bearer(next.secret)).toBeDefined();
});

test('nobody makes a token for another person, and none for an account of another member', async () => {
  const foreign = await letIn(cast, { login: 'ivo@sundland', member: sundland, kind: 'service' });
  await expect(cast.acts.createToken(chief, { ...command, account: anna.account })).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const account of [foreign.account, cast.world.uuid()]) {
    await expect(cast.acts.createToken(chief, { ...command, account })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no such account.',
    });
  }
  await expect(cast.acts.listTokens(anna, chief.account)).rejects.toMatchObject({ code: 'not-found' });
});

test('a token reaches no further than the roles of its account, now and later', async () => {
  await expect(cast.acts.createToken(anna, { ...command, scopes: ['admin'] })).rejects.toMatchObject({
    code: 'invalid',
  });
  const { secret } = await cast.acts.createToken(anna, { ...command, scopes: ['read', 'label'] });
  await cast.cell.database.writer.query(`update account set roles = '{auditor}' where id = $1`, [
    anna.account,
  ]);
  const caller = await bearer(secret);
  expect([...(caller?.scopes ?? [])]).toEqual(['read']);
});
