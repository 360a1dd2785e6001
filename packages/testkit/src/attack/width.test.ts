/** What an account that sees less than its member gets at beside its view: its member's policy, and what waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { addReader } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, startScene, stix, type Scene } from '../api/scene.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const low = 'eeeeeeee-0000-4000-8000-000000000000';
const secret = 'tool--22222222-0000-4000-8000-000000000000';
const above = 'tool--33333333-0000-4000-8000-000000000000';
const labelledAbove = {
  [labelExtensionId]: {
    extension_type: 'property-extension',
    any: [[`member:${borea}`]],
    levels: { [secrecy]: 1 },
  },
};

let scene: Scene;
beforeAll(async () => {
  const whole = { ...callerOf(alba), account: 'anna' };
  const roles = new Set(['administrator', 'release-officer'] as const);
  const scopes = new Set(['read', 'label', 'admin'] as const);
  const narrowed = { ...whole, reader: low, roles, scopes };
  scene = await startScene({
    callers: new Map([
      ['whole', { ...whole, roles, scopes: new Set(['read', 'write', 'label', 'admin'] as const) }],
      ['narrowed', narrowed],
    ]),
  });
  await scene.play({ kind: 'policy', at: scene.step(), id: secrecy, owner: alba });
  await scene.play({ kind: 'clearance', at: scene.step(), policy: secrecy, member: alba, rank: 2 });
  scene.step();
  await scene.cell.act(callerOf(alba), 'reader', {}, (change) =>
    addReader(change, low, alba, { levels: { [secrecy]: 0 } }),
  );
});
afterAll(() => scene.close());

const as = (who: 'whole' | 'narrowed', method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  scene.step();
  const headers = { authorization: `Bearer ${who}` };
  const request: InjectOptions = { method, url: `/api/v1${url}`, headers };
  return scene.call('', payload === undefined ? request : { ...request, payload });
};

test('an account that was narrowed learns no more of what it once proposed than of what never was', async () => {
  await as('whole', 'PUT', '/member-policy', { ceiling: {}, secondPerson: true });
  const objects = [stix(secret, { name: 'Crowbar', extensions: labelledAbove })];
  await as('whole', 'POST', '/contributions', { objects });
  const { items } = json<{ items: { id: string; proposer: string }[] }>(
    (await as('whole', 'GET', '/proposals')).body,
  );
  expect(items).toMatchObject([{ proposer: 'anna' }]);
  expect((await as('narrowed', 'GET', `/objects/${secret}`)).statusCode).toBe(404);
  const answers = async (id = '') => {
    const asked = [
      as('narrowed', 'GET', '/proposals'),
      as('narrowed', 'GET', `/proposals/${id}`),
      as('narrowed', 'GET', `/proposals/${id}/contributions`),
      as('narrowed', 'POST', `/proposals/${id}/approve`),
      as('narrowed', 'POST', `/proposals/${id}/refuse`),
    ];
    return (await Promise.all(asked)).map(({ statusCode, body }) => [statusCode, body]);
  };
  const told = await answers(items[0]?.id);
  expect(told).toEqual(await answers('99999999-0000-4000-8000-000000000000'));
  expect(told.map(([status]) => status)).toEqual([403, 403, 403, 403, 403]);
});

test('its polls do not wait for what its member does above it, which it would tell by the time', async () => {
  await scene.cell.settle();
  const client = await scene.cell.database.writer.connect();
  try {
    // Its feed stands still.
    await client.query('begin');
    await client.query('select from reader where id = $1 for update', [low]);
    const headers = { authorization: 'Bearer whole' };
    const payload = { objects: [stix(above, { name: 'Jemmy', extensions: labelledAbove })] };
    await scene.app.inject({ method: 'POST', url: '/api/v1/contributions', headers, payload });
    const poll = { method: 'GET', url: '/taxii2/cell/collections/view/objects/' } as const;
    const answer = scene.app.inject({ ...poll, headers: { authorization: 'Bearer narrowed' } });
    const late = sleep(1500, 'late', { ref: false });
    expect(await Promise.race([answer.then(({ statusCode }) => statusCode), late])).toBe(200);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('the sources of a member and their labels are no narrower account’s to read or to set', async () => {
  const label = { any: [[`member:${borea}`]] };
  const source = '/member-policy/defaults/informant%20in%20the%20harbour';
  expect((await as('whole', 'PUT', source, { label })).statusCode).toBe(204);
  expect((await as('whole', 'GET', '/member-policy')).body).toContain('harbour');
  const asked = [
    as('narrowed', 'GET', '/member-policy'),
    as('narrowed', 'PUT', '/member-policy', { ceiling: null, secondPerson: false }),
    as('narrowed', 'PUT', source, { label }),
  ];
  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
});
