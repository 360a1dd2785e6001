/** What is issued reaches those to whom it was put, also where one of them has left the cell meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda } from '../api/scene.ts';
import { communique, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

test('the report on a departure is there for those who stay, and not for who left', async () => {
  const id = await scene.table({ ...communique, effect: { kind: 'departure', member: corda } });
  await scene.pass(60);
  expect((await scene.decision(borea, id)).outcome).toBe('done');
  const answer = await scene.secretaryAct(id, 'issue');
  expect(answer.statusCode, answer.body).toBe(204);
  const { issued } = await scene.decision(borea, id);
  const seen = async (member: string) => (await scene.get(member, `/api/v1/objects/${issued}`)).statusCode;
  expect([await seen(alba), await seen(borea)]).toEqual([200, 200]);
  expect(await seen(corda)).not.toBe(200);
});
