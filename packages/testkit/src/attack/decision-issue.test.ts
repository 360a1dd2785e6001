/** What is issued reaches those to whom it was put, also where one of them has left the cell meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json } from '../api/scene.ts';
import { accession, communique, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

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
  expect(answer.statusCode).toBe(204);
  const { issued } = await scene.decision(borea, id);
  const seen = async (member: string) => (await scene.get(member, `/api/v1/objects/${issued}`)).statusCode;
  expect([await seen(alba), await seen(borea)]).toEqual([200, 200]);
  expect(await seen(corda)).not.toBe(200);
});

test('why the secretary withdrew what was put to a community that the host is not in is for no other account of the host', async () => {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name: 'Circle' } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  await scene.table(accession(community, borea));
  await scene.pass(60);
  const text = { en: 'Borea meets in the lantern room.', fr: 'Borea se réunit dans la salle des lanternes.' };
  const id = await scene.table({ ...communique, text, community });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Not the lantern room.' });
  await scene.secretaryAct(id, 'withdraw', { reason: 'The lantern room is taken.' });
  await scene.pass(120);
  expect((await scene.decision(borea, id)).state).toBe('withdrawn');
  for (const url of [
    '/api/v1/decisions',
    '/api/v1/search?q=lantern',
    '/taxii2/cell/collections/own/objects/',
    '/api/v1/ledger/log/openings?limit=1000',
  ]) {
    const { statusCode, body } = await scene.get(alba, url);
    expect([statusCode, body]).toEqual([200, expect.not.stringMatching(/lantern/)]);
  }
});

test('what only the secretary is told of calls no webhook of the host', async () => {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name: 'Ring' } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  const url = 'https://siem.alba.example/';
  expect((await scene.post(alba, '/api/v1/webhooks', { url })).statusCode).toBe(201);
  const called = async (): Promise<number> => {
    await scene.pass(60);
    await scene.rest();
    return scene.sent.calls.length;
  };
  await scene.table(accession(community, borea));
  await called();
  await scene.table({ ...communique, community });
  expect(await called()).toBe(0);
  await scene.table();
  expect(await called()).toBeGreaterThan(0);
});
