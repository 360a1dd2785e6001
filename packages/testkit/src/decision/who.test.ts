import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json } from '../api/scene.ts';
import { accession, communique, startDecisionScene, type DecisionScene } from './scene.ts';

let scene: DecisionScene;
let circle: string;
beforeAll(async () => {
  scene = await startDecisionScene();
  const made = await scene.asSecretary({
    method: 'POST',
    url: '/api/v1/communities',
    payload: { name: 'Circle' },
  });
  circle = json<{ id: string }>(made.body).id;
  await scene.asSecretary({
    method: 'PUT',
    url: `/api/v1/communities/${circle}/roster/${borea}`,
    payload: {},
  });
});
afterAll(() => scene.close());

const inside = () => ({ ...communique, community: circle });

test('to whom it was not put it does not exist, on no route', async () => {
  const id = await scene.table(inside());
  expect((await scene.decision(borea, id)).electors).toEqual([borea]);
  const acts: [string, object?][] = [
    ['break', { reason: 'No.' }],
    ['statements', { kind: 'reservation', text: 'No.' }],
    ['note'],
  ];
  for (const one of [id, 'never-was']) {
    for (const [act, body] of acts) {
      const answer = await scene.act(corda, one, act, body);
      expect([answer.statusCode, json(answer.body)['detail']]).toEqual([404, 'There is no such decision.']);
    }
    for (const path of ['', '/receipts']) {
      expect((await scene.get(corda, `/api/v1/decisions/${one}${path}`)).statusCode).toBe(404);
    }
  }
  expect(json((await scene.get(corda, '/api/v1/decisions')).body)).toEqual({ items: [] });
  expect(json((await scene.get(corda, '/api/v1/decisions/figures')).body)).toMatchObject({ decided: 0 });
  // Alba hosts the cell and is not within: its other accounts are told no more than others.
  expect((await scene.get(alba, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  const { rows } = await scene.cell.database.writer.query<{ member: string }>(
    'select distinct member from message where about = $1 order by 1',
    [id],
  );
  expect(rows.map(({ member }) => member)).toEqual([alba, borea]);
});

test('a draft is the secretary’s alone', async () => {
  const id = await scene.draft();
  expect((await scene.get(borea, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect((await scene.decision('secretary', id)).state).toBe('draft');
  expect((await scene.get(borea, '/api/v1/decisions')).body).not.toContain(id);
});

test('a text that names a community is put to those within it, and to no wider circle', async () => {
  const id = await scene.draft({ ...accession(circle, corda), community: null });
  const refused = await scene.secretaryAct(id, 'table', { expiry: scene.ahead(60) });
  expect(refused.statusCode).toBe(400);
  const informed = await scene.draft({ ...accession(circle, corda), informed: [alba] });
  expect((await scene.secretaryAct(informed, 'table', { expiry: scene.ahead(60) })).statusCode).toBe(400);
});

test('nobody outside a community is informed of a text that is put to it, with or without effect, or founds it', async () => {
  const make = async (name: string): Promise<string> => {
    const request = { method: 'POST', url: '/api/v1/communities', payload: { name } } as const;
    return json<{ id: string }>((await scene.asSecretary(request)).body).id;
  };
  const fresh = await make('Fresh');
  const founding = { ...accession(fresh, borea), community: fresh };
  const entering = { ...accession(fresh, circle), community: fresh };
  for (const text of [inside(), { ...inside(), purpose: 'note' }, founding, entering]) {
    const draft = await scene.draft({ ...text, informed: [alba] });
    const refused = await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(60) });
    expect([refused.statusCode, refused.body]).toEqual([
      400,
      expect.stringContaining('inform nobody outside'),
    ]);
  }
  // Whoever is within a community that founds another has a voice in it.
  const id = await scene.table(entering);
  expect(await scene.decision(borea, id)).toMatchObject({ electors: [borea], informed: [] });
  await scene.secretaryAct(id, 'withdraw', { reason: 'Not now.' });
});

test('who is to enter may be told beforehand; by adoption it is within, and reads what the decision says', async () => {
  const id = await scene.table({ ...accession(circle, corda), informed: [corda] });
  expect(await scene.decision(corda, id)).toMatchObject({
    voice: false,
    electors: [borea],
    informed: [corda],
  });
  expect((await scene.act(corda, id, 'break', { reason: 'No.' })).statusCode).toBe(409);
  await scene.pass(60);
  expect((await scene.decision(borea, id)).outcome).toBe('done');
  expect((await scene.get(corda, `/api/v1/communities/${circle}/roster`)).statusCode).toBe(200);
});

test('the electorate is that of the tabling, whoever comes and goes meanwhile', async () => {
  const id = await scene.table(inside());
  const before = (await scene.decision(borea, id)).electors;
  await scene.asSecretary({ method: 'DELETE', url: `/api/v1/communities/${circle}/roster/${corda}` });
  await scene.asSecretary({
    method: 'PUT',
    url: `/api/v1/communities/${circle}/roster/${alba}`,
    payload: {},
  });
  expect((await scene.decision(borea, id)).electors).toEqual(before);
  expect((await scene.act(corda, id, 'break', { reason: 'We had a voice.' })).statusCode).toBe(204);
  expect((await scene.get(alba, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
});

test('an observer is told and has no voice; a community in which nobody is yet is founded by those who enter', async () => {
  const admitted = await scene.asSecretary({
    method: 'POST',
    url: '/api/v1/members',
    payload: { name: 'Watcher', standing: 'observer' },
  });
  const watcher = json<{ id: string }>(admitted.body).id;
  const id = await scene.table();
  const seen = await scene.decision(borea, id);
  expect([seen.electors, seen.informed]).toEqual([[alba, borea, corda], [watcher]]);
  expect((await scene.get(watcher, `/api/v1/decisions/${id}`)).statusCode).toBe(200);
  // It waits for those who have a voice, until the silence is broken or over.
  const waitsFor = async (member: string): Promise<boolean> =>
    (await scene.get(member, '/api/v1/inbox?show=waiting')).body.includes(id);
  expect([await waitsFor(borea), await waitsFor(watcher)]).toEqual([true, false]);
  expect((await scene.act(corda, id, 'break', { reason: 'No.' })).statusCode).toBe(204);
  expect(await waitsFor(borea)).toBe(false);
  const made = await scene.asSecretary({
    method: 'POST',
    url: '/api/v1/communities',
    payload: { name: 'New' },
  });
  const fresh = json<{ id: string }>(made.body).id;
  const founding = await scene.table(accession(fresh, corda));
  expect((await scene.decision(corda, founding)).electors).toEqual([corda]);
  expect((await scene.get(borea, `/api/v1/decisions/${founding}`)).statusCode).toBe(404);
});

test('the secretary is told what becomes of a text, be its member told of it or not, and whoever is both is told once', async () => {
  const told = async (id: string): Promise<string[][]> => {
    const found: string[][] = [];
    for (const who of ['secretary', 'both', alba]) {
      const request = { method: 'GET', url: '/api/v1/inbox?limit=1000' } as const;
      const headers = { authorization: `Bearer ${who}` };
      const { body } = await (who === alba
        ? scene.call(alba, request)
        : scene.call('', { ...request, headers }));
      const { items } = json<{ items: { about: string; kind: string }[] }>(body);
      found.push(items.filter((one) => one.about === id).map(({ kind }) => kind));
    }
    return found;
  };
  const tableAndBreak = async (text?: object, meanwhile?: () => Promise<unknown>): Promise<string> => {
    const id = await scene.table(text);
    await meanwhile?.();
    await scene.pass(1);
    expect((await scene.act(borea, id, 'break', { reason: 'No.' })).statusCode).toBe(204);
    return id;
  };
  const all = ['decision-broken', 'decision-tabled'];
  expect(await told(await tableAndBreak())).toEqual([all, all, all]);
  const roster = `/api/v1/communities/${circle}/roster/${alba}`;
  expect((await scene.get(alba, `/api/v1/communities/${circle}/roster`)).statusCode).toBe(200);
  const leave = () => scene.asSecretary({ method: 'DELETE', url: roster });
  expect(await told(await tableAndBreak(inside(), leave))).toEqual([all, all, []]);
  expect(await told(await tableAndBreak(inside()))).toEqual([all, all, []]);
});
