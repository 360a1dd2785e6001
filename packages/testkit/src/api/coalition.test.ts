import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InjectOptions } from 'fastify';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, json, startScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  const secretary = {
    ...callerOf(alba),
    roles: new Set(['secretary'] as const),
    scopes: new Set(['read', 'admin'] as const),
  };
  scene = await startScene({ host: alba, callers: new Map([['secretary', secretary]]) });
});
afterAll(() => scene.close());

const asSecretary = (request: InjectOptions) => {
  scene.step();
  return scene.call('', { ...request, headers: { authorization: 'Bearer secretary' } });
};
const names = async (member: string, url: string): Promise<unknown[]> =>
  json<{ items: { name: string }[] }>((await scene.get(member, url)).body).items.map(({ name }) => name);

test('members know each other, and nobody but the secretary of the host admits another', async () => {
  const body = { name: 'Dorea' };
  for (const member of [alba, borea]) {
    expect((await scene.post(member, '/api/v1/members', body)).statusCode).toBe(403);
  }
  const admitted = await asSecretary({ method: 'POST', url: '/api/v1/members', payload: body });
  expect(admitted.statusCode).toBe(201);
  expect((await names(corda, '/api/v1/members')).sort()).toEqual(['Alba', 'Borea', 'Corda', 'Dorea']);
});

test('a roster is read by those on it, unexpanded and without epochs, and does not exist for others', async () => {
  const made = await asSecretary({ method: 'POST', url: '/api/v1/communities', payload: { name: 'Circle' } });
  const { id } = json<{ id: string }>(made.body);
  const entered = await asSecretary({
    method: 'PUT',
    url: `/api/v1/communities/${id}/roster/${borea}`,
    payload: {},
  });
  expect([entered.statusCode, entered.body]).toEqual([204, '']);
  expect(await names(borea, '/api/v1/communities')).toEqual(['Circle']);
  expect(json((await scene.get(borea, `/api/v1/communities/${id}/roster`)).body)).toEqual({
    items: [{ entry: borea, kind: 'member' }],
  });
  expect(await names(corda, '/api/v1/communities')).toEqual([]);
  const hidden = await scene.get(corda, `/api/v1/communities/${id}/roster`);
  const never = await scene.get(corda, '/api/v1/communities/nothing/roster');
  expect([hidden.statusCode, hidden.body]).toEqual([404, never.body]);
  await asSecretary({ method: 'DELETE', url: `/api/v1/communities/${id}/roster/${borea}` });
  expect(await names(borea, '/api/v1/communities')).toEqual([]);
});

test('of a roster’s past a member is told what came to pass while it was within, and nothing of before', async () => {
  const made = await asSecretary({ method: 'POST', url: '/api/v1/communities', payload: { name: 'Circle' } });
  const { id } = json<{ id: string }>(made.body);
  const enter = (entry: string, from: 'now' | 'start' = 'now') =>
    asSecretary({ method: 'PUT', url: `/api/v1/communities/${id}/roster/${entry}`, payload: { from } });
  const leave = (entry: string) =>
    asSecretary({ method: 'DELETE', url: `/api/v1/communities/${id}/roster/${entry}` });
  const past = async (member: string) =>
    json<{ since: string; items: { entry: string; entered: string | null; left: string | null }[] }>(
      (await scene.get(member, `/api/v1/communities/${id}/roster/past`)).body,
    );
  const shown = async (member: string) =>
    (await past(member)).items.map(({ entry, entered, left }) => [entry, entered !== null, left !== null]);
  await enter(alba);
  await enter(corda);
  await leave(corda);
  // A decision that opens what the community was given before opens nothing of who was in it.
  await enter(borea, 'start');
  expect(await shown(alba)).toEqual([
    [alba, true, false],
    [corda, true, true],
    [borea, true, false],
  ]);
  expect(await shown(borea)).toEqual([
    [alba, false, false],
    [borea, true, false],
  ]);
  const { since, items } = await past(borea);
  expect(items.at(-1)?.entered).toBe(since);
  // Whoever leaves and comes again begins anew.
  await leave(alba);
  await enter(alba);
  expect(await shown(alba)).toEqual([
    [borea, false, false],
    [alba, true, false],
  ]);
  const hidden = await scene.get(corda, `/api/v1/communities/${id}/roster/past`);
  const never = await scene.get(corda, '/api/v1/communities/nothing/roster/past');
  expect([hidden.statusCode, hidden.body]).toEqual([404, never.body]);
  await leave(alba);
  await leave(borea);
});

test('clearances are granted by the owner of the policy and by nobody else, and read by holder and owner', async () => {
  const made = await scene.post(borea, '/api/v1/policies', { name: 'National' });
  const { id } = json<{ id: string }>(made.body);
  const url = `/api/v1/policies/${id}/clearances/${corda}`;
  const request: InjectOptions = { method: 'PUT', url, payload: { rank: 2 } };
  expect((await scene.call(alba, request)).statusCode).toBe(403);
  expect((await asSecretary(request)).statusCode).toBe(403);
  expect((await scene.call(borea, request)).statusCode).toBe(204);
  const grants = { items: [{ id, member: corda, rank: 2 }] };
  for (const member of [borea, corda])
    expect(json((await scene.get(member, '/api/v1/grants')).body)).toEqual(grants);
  expect(json((await scene.get(alba, '/api/v1/grants')).body)).toEqual({ items: [] });
});

test('a member that leaves is still known by name, and sees nothing', async () => {
  const left = await asSecretary({ method: 'POST', url: `/api/v1/members/${corda}/departure` });
  expect(left.statusCode).toBe(204);
  const members = json<{ items: { id: string; departed: boolean }[] }>(
    (await scene.get(alba, '/api/v1/members')).body,
  );
  expect(members.items.find(({ id }) => id === corda)?.departed).toBe(true);
  const again = await asSecretary({ method: 'POST', url: `/api/v1/members/${corda}/departure` });
  expect(again.statusCode).toBe(404);
});
