/** A community that all have left is founded anew by whoever enters it: that opens nothing of what it had. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { borea, corda, json, stix } from '../api/scene.ts';
import { communique, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

const tool = 'tool--00000000-0000-4000-8000-000000000001';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

test('the secretary and one member together do not read the past of a community that is empty now', async () => {
  const payload = { name: 'Circle' };
  const made = await scene.asSecretary({ method: 'POST', url: '/api/v1/communities', payload });
  const { id: circle } = json<{ id: string }>(made.body);
  const url = `/api/v1/communities/${circle}/roster/${borea}`;
  await scene.asSecretary({ method: 'PUT', url, payload: {} });
  const label = { any: [[`community:${circle}`]] };
  await scene.post(borea, '/api/v1/contributions', { objects: [stix(tool, { name: 'Lantern' })], label });
  const constitution = { shortest: 30 };
  await scene.asSecretary({ method: 'POST', url: '/api/v1/cell/constitution', payload: constitution });
  const decide = (effect: object) => ({ ...communique, community: circle, effect });
  const roster = (change: object) => decide({ kind: 'roster', community: circle, ...change });
  await scene.table(roster({ leave: [borea] }));
  await scene.pass(60);
  for (const from of ['start', 1]) {
    const id = await scene.draft(roster({ enter: [{ entry: corda, from }] }));
    const tabled = await scene.secretaryAct(id, 'table', { expiry: scene.ahead(60) });
    expect(tabled.statusCode).toBe(400);
  }
  await scene.table(roster({ enter: [{ entry: corda, from: 'now' }] }));
  await scene.pass(60);
  expect((await scene.get(corda, `/api/v1/communities/${circle}/roster`)).statusCode).toBe(200);
  expect((await scene.get(corda, `/api/v1/objects/${tool}`)).statusCode).toBe(404);
});
