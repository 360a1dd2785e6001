/** Accounts narrower than their member are readers of their own. */
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { addReader } from '@entente/store/coalition/writer';
import { alba, borea, idsOf, json, startScene, stix, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const low = 'eeeeeeee-0000-4000-8000-000000000000';
const secret = 'tool--22222222-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  const narrow = { ...callerOf(borea), account: 'narrow account', reader: low };
  scene = await startScene({ callers: new Map([['narrow', narrow]]) });
  await scene.play({ kind: 'policy', at: scene.step(), id: secrecy, owner: alba });
  await scene.play({ kind: 'clearance', at: scene.step(), policy: secrecy, member: borea, rank: 2 });
  scene.step();
  await scene.cell.act(callerOf(borea), 'reader', {}, (change) =>
    addReader(change, low, borea, { levels: { [secrecy]: 0 } }),
  );
  scene.step();
  const label = {
    extension_type: 'property-extension',
    any: [[`member:${borea}`]],
    levels: { [secrecy]: 1 },
  };
  const objects = [stix(secret, { name: 'Crowbar', extensions: { [labelExtensionId]: label } })];
  await scene.post(alba, '/api/v1/contributions', { objects });
  scene.step();
});
afterAll(() => scene.close());

const asNarrow = (url: string) => {
  const request: InjectOptions = { method: 'GET', url, headers: { authorization: 'Bearer narrow' } };
  return scene.call('', request);
};

test('an account that never had an object is not told that it was recalled', async () => {
  expect((await asNarrow(`/api/v1/objects/${secret}`)).statusCode).toBe(404);
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: secret }] });
  expect(idsOf((await scene.get(borea, '/api/v1/search?type=note')).body)).toHaveLength(1);
  const { body } = await asNarrow('/api/v1/search');
  expect(json(body)).toEqual({ items: [] });
  expect((await asNarrow('/taxii2/cell/collections/view/objects/')).body).toBe('{}');
});
