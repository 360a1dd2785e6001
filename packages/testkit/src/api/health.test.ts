import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@entente/server/caller';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const as = (member: string, role: string): Caller =>
  ({ ...callerOf(member), account: `${role} of ${member}`, roles: new Set([role]) }) as Caller;

let scene: Scene;
beforeAll(async () => {
  const callers = new Map<string, Caller>([
    ['secretary', as(alba, 'secretary')],
    ['administrator', as(alba, 'administrator')],
    ['analyst', as(alba, 'analyst')],
    ['auditor', as(alba, 'auditor')],
    ['other administrator', as(borea, 'administrator')],
    ['other secretary', as(borea, 'secretary')],
    ['narrow', { ...as(alba, 'administrator'), reader: 'eeeeeeee-0000-4000-8000-000000000000' }],
  ]);
  scene = await startScene({ host: alba, callers });
});
afterAll(() => scene.close());

const asked = (who: string) =>
  scene.app.inject({ url: '/api/v1/health', headers: { authorization: `Bearer ${who}` } });

test('the secretary and an administrator of the host are told versions, start, database and settings', async () => {
  for (const who of ['secretary', 'administrator']) {
    const { statusCode, body } = await asked(who);
    expect(statusCode).toBe(200);
    expect(json(body)).toMatchObject({
      ready: true,
      versions: { node: process.versions.node, postgresql: expect.stringMatching(/^\d+/) as string },
      database: { upToDate: true },
      settings: { publicUrl: null, trustedProxies: [], outboundProxy: false },
    });
  }
});

test('everybody else is refused in the same words, whatever there is', async () => {
  const answers = await Promise.all(
    ['analyst', 'auditor', 'other administrator', 'other secretary'].map(asked),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
  const sentences = answers.map(({ body }) => json<{ detail: string }>(body).detail);
  expect(new Set(sentences)).toEqual(
    new Set(['A secretary or an administrator of the host of the cell does this.']),
  );
  expect((await asked('narrow')).statusCode).toBe(403);
  expect((await scene.app.inject('/api/v1/health')).statusCode).toBe(401);
});

test('not one byte changes by what other members do', async () => {
  const { body: before } = await asked('secretary');
  const { at } = scene.world;
  for (let number = 10; number < 60; number += 1) {
    const id = `tool--222222${number}-0000-4000-8000-000000000000`;
    await scene.post(borea, '/api/v1/contributions', {
      objects: [stix(id, { name: `Crowbar ${number}`, extensions: releasedTo(borea) })],
    });
    await scene.get(borea, '/api/v1/search?q=crowbar');
  }
  expect(scene.world.at).toBe(at);
  expect((await asked('secretary')).body).toBe(before);
});
