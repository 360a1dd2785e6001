/** A text comes again in another version: who is told of each is who that version was put to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, isWaitingFor, json } from '../api/scene.ts';
import { communique, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

async function community(name: string, ...entries: string[]): Promise<string> {
  const made = await scene.asSecretary({ method: 'POST', url: '/api/v1/communities', payload: { name } });
  const { id } = json<{ id: string }>(made.body);
  for (const entry of entries) await scene.asSecretary(line('PUT', id, entry));
  return id;
}
const line = (method: 'PUT' | 'DELETE', id: string, entry: string) => ({
  method,
  url: `/api/v1/communities/${id}/roster/${entry}`,
  ...(method === 'PUT' && { payload: {} }),
});
const revise = async (id: string, text: object): Promise<void> => {
  const { title, text: words, effect } = { ...communique, ...text };
  const body = { title, text: words, effect, expiry: scene.ahead(60) };
  const answer = await scene.secretaryAct(id, 'revise', body);
  expect(answer.statusCode).toBe(204);
};
const about = async (member: string, id: string): Promise<number> => {
  const { rowCount } = await scene.cell.database.writer.query(
    'select from message where about = $1 and member = $2',
    [id, member],
  );
  return rowCount ?? 0;
};

test('who has left the community is told nothing of the version that follows, nor that there is one', async () => {
  const circle = await community('Circle', borea, corda);
  const id = await scene.table({ ...communique, community: circle });
  expect((await scene.decision(corda, id)).version).toBe(1);
  await scene.act(borea, id, 'break', { reason: 'Not so.' });
  await scene.asSecretary(line('DELETE', circle, corda));
  // The version that was put to it is its own to the end.
  expect((await scene.decision(corda, id)).version).toBe(1);
  expect((await scene.act(corda, id, 'break', { reason: 'Nor by Corda.' })).statusCode).toBe(204);
  await revise(id, { text: { en: 'Corda is not to know.', fr: 'Corda ne doit pas le savoir.' } });
  expect((await scene.decision(borea, id)).version).toBe(2);
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect((await scene.get(corda, '/api/v1/decisions')).body).not.toContain(id);
  expect(await about(corda, id)).toBe(0);
  await scene.pass(60);
  expect((await scene.decision(borea, id)).state).toBe('adopted');
  const figures = json((await scene.get(corda, '/api/v1/decisions/figures')).body);
  expect(figures).toEqual({ decided: 0, median: null, longest: null, waitedFor: [] });
});

test('who has entered since is told nothing of the version before: neither text nor words, nor what it named, nor by what is issued', async () => {
  const inner = await community('Inner', alba, borea, corda);
  const effect = { kind: 'roster', community: inner, enter: [], leave: [alba] };
  const id = await scene.table({ ...communique, effect });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Of version 1.' });
  await scene.act(corda, id, 'break', { reason: 'Not so.' });
  const payload = { name: 'Dorea' };
  const admitted = await scene.asSecretary({ method: 'POST', url: '/api/v1/members', payload });
  const dorea = json<{ id: string }>(admitted.body).id;
  await revise(id, {});
  const url = `/api/v1/decisions/${id}`;
  const { body } = await scene.get(dorea, url);
  expect(json(body)).toMatchObject({ version: 2, reservations: 0 });
  expect(body).not.toContain(inner);
  expect(body).not.toContain('Of version 1.');
  const told = json<{ versions: { version: number }[]; steps: { no: number; version: number }[] }>(body);
  expect([...told.versions, ...told.steps].every(({ version }) => version === 2)).toBe(true);
  // A gap would tell how much was said on version 1.
  expect(told.steps.map(({ no }) => no)).toEqual([1, 2]);
  expect(await scene.decision(borea, id)).toMatchObject({ reservations: 1, versions: [{}, {}] });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Of version 2.' });
  await scene.pass(60);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  const { issued } = await scene.decision(borea, id);
  const report = await scene.get(dorea, `/api/v1/objects/${issued}`);
  expect(report.body).toContain('Of version 2.');
  expect(report.body).not.toContain('Of version 1.');
});

test('a receipt is for the version that was shown, though the next one comes while it is opened', async () => {
  const id = await scene.table();
  await scene.act(borea, id, 'break', { reason: 'Not so.' });
  const { writer } = scene.cell.database;
  // Nobody can note a receipt meanwhile.
  const busy = await writer.connect();
  await busy.query('begin');
  await busy.query('lock table decision_receipt in exclusive mode');
  const opening = scene.decision(corda, id);
  await expect.poll(() => isWaitingFor(scene, 'decision_receipt')).toBe(true);
  await revise(id, {});
  await busy.query('commit');
  busy.release();
  const { version, seen } = await opening;
  const receipts = json<{ items: { version: number }[] }>(
    (await scene.get(corda, `/api/v1/decisions/${id}/receipts`)).body,
  );
  expect([version, seen, receipts.items.map((one) => one.version)]).toEqual([1, [corda], [1]]);
  expect((await scene.decision('secretary', id)).seen).toEqual([alba]);
});
