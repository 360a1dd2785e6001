/** Receipts of an account that sees less than its member tell nothing of how much the member does above it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@entente/server/caller';
import { addReader } from '@entente/store/coalition/writer';
import { borea, json, startScene, stix, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

const low = 'eeeeeeee-0000-4000-8000-000000000000';
const tool = 'tool--22222222-0000-4000-8000-000000000000';

let scene: Scene;
const narrow: Caller = { ...callerOf(borea), account: 'narrow account', reader: low };
beforeAll(async () => {
  scene = await startScene({ callers: new Map([['narrow', narrow]]) });
  scene.step();
  await scene.cell.act(callerOf(borea), 'reader', {}, (change) => addReader(change, low, borea, {}));
});
afterAll(() => scene.close());

test('the place of its acts in the log of its member is not told', async () => {
  scene.step();
  await scene.post(borea, '/api/v1/contributions', { objects: [stix(tool, { name: 'Crowbar' })] });
  scene.step();
  await scene.cell.act(narrow, 'saved-search', {}, () => Promise.resolve());
  scene.world.at += 60_000_000;
  await scene.cell.settle();
  const ask = async (path: string) => {
    const headers = { authorization: 'Bearer narrow' };
    const { body } = await scene.call('', { method: 'GET', url: `/api/v1/ledger/${path}`, headers });
    return json<{ items: { act: string; place: number | null }[]; place: number | null }>(body);
  };
  const { items } = await ask('receipts');
  expect(items).toHaveLength(1);
  expect(items[0]?.place).toBeNull();
  expect((await ask(`receipts/${items[0]?.act ?? ''}`)).place).toBeNull();
});
