/** The secretary, members and the clock against a silence. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';
import { communique, second, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

const other = { title: { en: 'Other', fr: 'Autre' }, text: { en: 'Other.', fr: 'Autre.' } };
const no = { reason: 'No.' };

test('the secretary makes nothing of a broken silence but a next one', async () => {
  const id = await scene.table();
  await scene.act(borea, id, 'break', no);
  const tried = [
    await scene.secretaryAct(id, 'issue'),
    await scene.secretaryAct(id, 'extend', { expiry: scene.ahead(3600) }),
    await scene.secretaryAct(id, 'table', { expiry: scene.ahead(60) }),
    await scene.asSecretary({
      method: 'PUT',
      url: `/api/v1/decisions/${id}`,
      payload: { ...communique, ...other },
    }),
  ];
  expect(tried.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409, 409]);
  for (const act of ['adopt', 'expire', 'remind']) {
    expect((await scene.secretaryAct(id, act)).statusCode).toBe(404);
  }
  await scene.pass(3600);
  expect(await scene.decision(corda, id)).toMatchObject({ state: 'consultation', outcome: null });
});

test('a break at the expiry is late, one a microsecond before it counts though it is committed after', async () => {
  const late = await scene.table();
  const inTime = await scene.table();
  const expiry = scene.world.at + 60 * second;
  // Somebody keeps the cell busy: nothing is committed meanwhile.
  const busy = await scene.cell.database.writer.connect();
  await busy.query('begin');
  await busy.query('select from cell for update');
  scene.world.at = expiry - 1;
  const breaking = scene.ports.decisions.break(callerOf(borea), inTime, 'At the last moment.');
  scene.world.at = expiry;
  const tooLate = scene.ports.decisions.break(callerOf(borea), late, 'Too late.');
  tooLate.catch(() => undefined);
  const settled = scene.cell.settle();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await busy.query('commit');
  busy.release();
  await breaking;
  await expect(tooLate).rejects.toMatchObject({ code: 'conflict' });
  await settled;
  await scene.cell.settle();
  expect((await scene.decision(corda, inTime)).state).toBe('consultation');
  expect((await scene.decision(corda, late)).state).toBe('adopted');
});

test('a clock that is turned back opens no silence that has ended', async () => {
  const id = await scene.table();
  await scene.pass(60);
  const adopted = await scene.decision(borea, id);
  scene.world.at -= 30 * second;
  expect((await scene.act(borea, id, 'break', no)).statusCode).toBe(409);
  expect((await scene.secretaryAct(id, 'extend', { expiry: scene.ahead(3600) })).statusCode).toBe(409);
  scene.world.at += 30 * second;
  expect((await scene.decision(borea, id)).steps).toEqual(adopted.steps);
});

test('no request names its own time', async () => {
  const id = await scene.table();
  for (const more of [{ at: '2017-01-01T00:00:00Z' }, { tabled: '2017-01-01T00:00:00Z' }, { version: 9 }]) {
    expect((await scene.act(borea, id, 'break', { ...no, ...more })).statusCode).toBe(400);
  }
  expect((await scene.secretaryAct(id, 'withdraw', no)).statusCode).toBe(204);
  const draft = await scene.draft();
  expect((await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(-1) })).statusCode).toBe(400);
  const dated = { expiry: scene.ahead(60), at: '2017-01-01T00:00:00Z' };
  expect((await scene.secretaryAct(draft, 'table', dated)).statusCode).toBe(400);
});

test('a member has one voice, through however many accounts, and analysts have none', async () => {
  const id = await scene.table();
  expect((await scene.act('analyst', id, 'break', no)).statusCode).toBe(403);
  expect((await scene.act(borea, id, 'break', no)).statusCode).toBe(204);
  const again = await scene.act('colleague', id, 'break', no);
  expect([again.statusCode, json(again.body)['detail']]).toEqual([
    409,
    'Your member broke this silence already: it has one voice.',
  ]);
  const note = await scene.table();
  expect((await scene.act(borea, note, 'note')).statusCode).toBe(204);
  expect((await scene.act('colleague', note, 'note')).statusCode).toBe(409);
  expect(await scene.decision(alba, id)).toMatchObject({ objectors: [borea] });
});

test('the secretary has no voice for its member, and members have no right of the secretary', async () => {
  const id = await scene.table();
  expect((await scene.act('secretary', id, 'break', no)).statusCode).toBe(403);
  expect(
    (await scene.act('secretary', id, 'statements', { kind: 'reservation', text: 'No.' })).statusCode,
  ).toBe(403);
  for (const member of [alba, borea]) {
    for (const [act, body] of [
      ['table', { expiry: scene.ahead(60) }],
      ['extend', { expiry: scene.ahead(90) }],
      ['withdraw', no],
      ['refer', no],
      ['lapse', no],
      ['issue', undefined],
      ['revise', { ...communique, expiry: scene.ahead(60) }],
    ] as const) {
      expect([act, (await scene.act(member, id, act, body)).statusCode]).toEqual([act, 403]);
    }
  }
});
