/** What is issued reaches those to whom it was put, also where one of them has left the cell meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo } from '../api/scene.ts';
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

/** Everywhere where another account of the host could find what a community decided. */
const places = [
  '/api/v1/decisions',
  '/api/v1/search?q=lantern',
  '/taxii2/cell/collections/own/objects/',
  '/taxii2/cell/collections/view/objects/',
  '/api/v1/ledger/log/openings?limit=1000',
];

async function expectNothingForHost(): Promise<void> {
  for (const url of places) {
    const { statusCode, body } = await scene.get(alba, url);
    expect([statusCode, body]).toEqual([200, expect.not.stringMatching(/lantern/)]);
  }
}

/** What was put to a community that the host is not in, with a reservation. */
async function tableInLanternRoom(name: string): Promise<string> {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  await scene.table(accession(community, borea));
  await scene.pass(60);
  const text = { en: 'Borea meets in the lantern room.', fr: 'Borea se réunit dans la salle des lanternes.' };
  const id = await scene.table({ ...communique, text, community });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Not the lantern room.' });
  return id;
}

test('why the secretary withdrew what was put to a community that the host is not in is for no other account of the host', async () => {
  const id = await tableInLanternRoom('Circle');
  await scene.secretaryAct(id, 'withdraw', { reason: 'The lantern room is taken.' });
  await scene.pass(120);
  expect((await scene.decision(borea, id)).state).toBe('withdrawn');
  await expectNothingForHost();
});

test('what was put to a community that the host is not in is issued to that community, and to no account of the host', async () => {
  const id = await tableInLanternRoom('Round');
  await scene.pass(60);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  await scene.pass(1);
  const { issued, state } = await scene.decision(borea, id);
  expect([state, (await scene.decision('secretary', id)).reservations]).toEqual(['issued', 1]);
  const report = `/api/v1/objects/${issued}`;
  expect(json((await scene.get(borea, report)).body)).toMatchObject({
    contributor: null,
    object: { description: expect.stringContaining('lantern room') },
  });
  for (const path of ['', '/claims', '/versions', '/references', '/neighbours'])
    expect([path, (await scene.get(alba, report + path)).statusCode]).toEqual([path, 404]);
  await expectNothingForHost();
  const served = (await scene.get(borea, '/taxii2/cell/collections/view/objects/')).body;
  expect(served).toContain(issued);
});

test('nobody puts in, relabels or recalls what the hub issued, the host no more than others', async () => {
  const id = await scene.table();
  await scene.pass(60);
  await scene.secretaryAct(id, 'issue');
  const { issued } = await scene.decision(alba, id);
  const url = `/api/v1/objects/${issued}`;
  const before = (await scene.get(alba, url)).body;
  const { object } = json<{ object: JsonObject }>(before);
  await scene.pass(1);
  const modified = formatTimestamp(scene.world.at);
  const forged = { ...object, modified, name: 'We leave.' };
  for (const member of [alba, borea]) {
    const put = await scene.post(member, '/api/v1/contributions', { objects: [forged] });
    expect(json(put.body)).toMatchObject({ answers: [{ outcome: 'rejected' }] });
    const selection = [{ object: issued }];
    const recalled = await scene.post(member, '/api/v1/contributions/recall', { selection });
    expect(json(recalled.body)).toEqual({ recalled: 0 });
    const label = { any: [[`member:${member}`]] };
    const relabelled = await scene.post(member, '/api/v1/contributions/relabel', { selection, label });
    expect(json(relabelled.body)).toMatchObject({ relabelled: 0 });
  }
  await scene.pass(1);
  expect((await scene.get(alba, url)).body).toBe(before);
});

test('what a member puts in under the id of what the hub issued, without its mark, takes its place over TAXII for nobody', async () => {
  const id = await scene.table();
  await scene.pass(60);
  await scene.secretaryAct(id, 'issue');
  await scene.pass(1);
  const { issued } = await scene.decision(alba, id);
  const { object } = json<{ object: JsonObject }>((await scene.get(borea, `/api/v1/objects/${issued}`)).body);
  const modified = formatTimestamp(scene.world.at);
  const imitation = { ...object, modified, name: 'We leave.', extensions: releasedTo(alba) };
  const put = await scene.post(borea, '/api/v1/contributions', { objects: [imitation] });
  expect(json(put.body)).toMatchObject({ answers: [{ outcome: 'added' }] });
  await scene.pass(1);
  const url = `/taxii2/cell/collections/view/objects/${issued}/`;
  for (const member of [borea, alba]) {
    const { objects } = json<{ objects: JsonObject[] }>((await scene.get(member, url)).body);
    expect(objects.map(({ name }) => name)).toEqual([object['name']]);
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

test('what was put to members who have all left is issued to nobody', async () => {
  const id = await tableInLanternRoom('Empty');
  await scene.pass(60);
  await scene.table({ ...communique, effect: { kind: 'departure', member: borea } });
  await scene.pass(60);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  await scene.pass(1);
  const { issued } = await scene.decision('secretary', id);
  expect((await scene.get(alba, `/api/v1/objects/${issued}`)).statusCode).toBe(404);
  await expectNothingForHost();
});
