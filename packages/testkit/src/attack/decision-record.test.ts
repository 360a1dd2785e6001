/** Full rights against the record of decisions, and against what it may not tell. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { alba, borea, corda, json, releasedTo, stix } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';
import { accession, communique, second, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

const other = { title: { en: 'Other', fr: 'Autre' }, text: { en: 'Other.', fr: 'Autre.' } };
const secret = 'tool--00000000-0000-4000-8000-00000000000a';
const never = 'tool--00000000-0000-4000-8000-00000000000b';

test('a text under silence is not changed, by no route, and what members were shown is kept beside it', async () => {
  const id = await scene.table();
  const before = await scene.decision(borea, id);
  const tried = [
    await scene.asSecretary({
      method: 'PUT',
      url: `/api/v1/decisions/${id}`,
      payload: { ...communique, ...other },
    }),
    await scene.secretaryAct(id, 'revise', { ...communique, ...other, expiry: scene.ahead(60) }),
  ];
  expect(tried.every(({ statusCode }) => statusCode === 409)).toBe(true);
  const after = await scene.decision(borea, id);
  expect([after.digest, after.text]).toEqual([before.digest, before.text]);
});

test('a reservation is there for good: not even who owns the database takes it out by the way', async () => {
  const id = await scene.table();
  await scene.act(corda, id, 'statements', { kind: 'reservation', text: 'Not before June.' });
  for (const method of ['DELETE', 'PUT'] as const) {
    for (const path of ['', '/statements', '/statements/1', '/steps/3']) {
      const answer = await scene.asSecretary({ method, url: `/api/v1/decisions/${id}${path}`, payload: {} });
      expect([400, 404, 409]).toContain(answer.statusCode);
    }
  }
  const { writer } = scene.cell.database;
  for (const statement of [
    'delete from decision_step',
    `update decision_step set said = '{}'`,
    `update decision_text set content = '{}'`,
    'delete from decision_receipt',
    'delete from constitution',
  ]) {
    await scene.asSecretary({ method: 'POST', url: '/api/v1/cell/constitution', payload: { shortest: 1 } });
    await expect(writer.query(statement)).rejects.toThrow(/is a record/);
  }
  await scene.act(borea, id, 'break', { reason: 'No.' });
  await scene.secretaryAct(id, 'revise', { ...communique, expiry: scene.ahead(60) });
  await scene.pass(60);
  await scene.secretaryAct(id, 'issue');
  const { steps, issued, reservations } = await scene.decision(borea, id);
  expect(reservations).toBe(1);
  expect(steps).toContainEqual(
    expect.objectContaining({ kind: 'reserved', member: corda, text: 'Not before June.' }),
  );
  expect((await scene.get(borea, `/api/v1/objects/${issued}`)).body).toContain('Not before June.');
});

test('the secretary reads nothing by tabling: what it may not see and what there is not are refused alike', async () => {
  await scene.post(borea, '/api/v1/contributions', {
    objects: [stix(secret, { name: 'Lantern', extensions: releasedTo(borea) })],
  });
  const answers: string[] = [];
  for (const object of [secret, never]) {
    const effect = { kind: 'release', products: [{ contributor: borea, object }] };
    const id = await scene.draft({ ...communique, effect });
    const answer = await scene.secretaryAct(id, 'table', { expiry: scene.ahead(60) });
    answers.push(`${answer.statusCode} ${String(json(answer.body)['detail']).replace(object, '')}`);
    const read = await scene.asSecretary({ method: 'GET', url: `/api/v1/objects/${object}` });
    expect(read.statusCode).toBe(404);
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toMatch(/^409/);
  // The host's auditor finds that the secretary was refused, and nothing of the draft.
  const kept = await refusedTo(alba);
  const routes = kept.slice(-4).map(({ body }) => (body as { route: string }).route);
  const tried = ['POST /decisions/{id}/table', 'GET /objects/{id}'];
  expect(routes).toEqual([...tried, ...tried]);
  expect(JSON.stringify(kept)).not.toMatch(/tool--/);
  const offer = { method: 'PUT', url: `/api/v1/public-offers/${secret}` } as const;
  expect((await scene.asSecretary(offer)).statusCode).toBe(403);
  expect((await scene.call(alba, offer)).statusCode).toBe(404);
});

test('no refusal tells the secretary who is in a community of others: what is not refused, its electors see', async () => {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name: 'Circle' } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  await scene.table(accession(community, borea));
  await scene.pass(60);
  const past = scene.ahead(-60);
  const settled = await scene.table({ ...communique, community });
  await scene.secretaryAct(settled, 'withdraw', { reason: 'Not now.' });
  const answers = async (member: string): Promise<string[]> => {
    const about = { ...communique, community, effect: { kind: 'roster', community, leave: [member] } };
    const entering = { kind: 'roster', community, enter: [{ entry: community }], leave: [member] };
    const drafts: [object, string][] = [
      [about, past],
      [{ ...about, effect: entering }, scene.ahead(60)],
      [{ ...communique, community, informed: [member] }, scene.ahead(60)],
    ];
    const told: LightMyRequestResponse[] = [];
    for (const [draft, expiry] of drafts)
      told.push(await scene.secretaryAct(await scene.draft(draft), 'table', { expiry }));
    const { title, text, effect } = about;
    const revised = { title, text, effect, expiry: scene.ahead(60) };
    told.push(await scene.secretaryAct(settled, 'revise', revised));
    return told.map(({ statusCode, body }) => `${statusCode} ${body}`);
  };
  const within = await answers(borea);
  expect(within.map((one) => one.slice(0, 3))).toEqual(['400', '400', '400', '409']);
  expect(await answers(corda)).toEqual(within);
  const leaving = { ...communique, community, effect: { kind: 'roster', community, leave: [corda] } };
  const id = await scene.table(leaving);
  await scene.pass(60);
  expect(await scene.decision(borea, id)).toMatchObject({ state: 'adopted', outcome: 'impossible' });
});

test('who tries what it may not leaves a trace with its own member’s auditor, bounded, and with nobody else', async () => {
  const id = await scene.table();
  const no = { reason: 'No.' };
  expect((await scene.act('analyst', id, 'break', no)).statusCode).toBe(403);
  expect((await scene.act(borea, id, 'withdraw', no)).statusCode).toBe(403);
  expect((await scene.act(borea, id, 'note')).statusCode).toBe(204);
  expect((await scene.act('colleague', id, 'note')).statusCode).toBe(409);
  expect((await scene.act(borea, 'never-was', 'note')).statusCode).toBe(404);
  const consent = { method: 'POST', url: `/api/v1/consents/${id}/confirm` } as const;
  const headers = { authorization: 'Bearer analyst' };
  expect((await scene.app.inject({ ...consent, headers })).statusCode).toBe(403);
  expect(await refusedTo(borea)).toMatchObject([
    {
      actor: 'analyst of Borea',
      body: {
        route: 'POST /decisions/{id}/break',
        about: id,
        reason: 'A release officer of the member does this.',
      },
    },
    { actor: `account of ${borea}`, body: { route: 'POST /decisions/{id}/withdraw', about: id } },
    { actor: 'another of Borea', body: { route: 'POST /decisions/{id}/note', about: id } },
    { actor: `account of ${borea}`, body: { route: 'POST /decisions/{id}/note', about: 'never-was' } },
    { actor: 'analyst of Borea', body: { route: 'POST /consents/{id}/confirm' } },
  ]);
  expect(await refusedTo(corda)).toEqual([]);
  const breaking = {
    method: 'POST',
    url: `/api/v1/decisions/${id}/break`,
    payload: no,
    headers,
  } as const;
  await Promise.all(Array.from({ length: 100 }, () => scene.app.inject(breaking)));
  const written = (await refusedTo(borea)).length;
  expect([written >= 60, written < 70]).toEqual([true, true]);
});

test('who reads what was not put to it, backdates, or speaks for another leaves a trace, be there something or not', async () => {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name: 'Lantern' } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  const hidden = await scene.table(accession(community, borea));
  const absent = '5b0f3c1e-9a51-4f0e-9a3c-7d118a2e3f1c';
  for (const id of [hidden, absent]) {
    const url = `/api/v1/decisions/${id}`;
    // A page that is open asks again and again.
    for (let asked = 0; asked < 3; asked += 1) expect((await scene.get(corda, url)).statusCode).toBe(404);
    expect((await scene.act(corda, id, 'break', { reason: 'No.' })).statusCode).toBe(404);
    expect(
      (await scene.act(corda, id, 'break', { reason: 'No.', at: '2017-01-01T00:00:00Z' })).statusCode,
    ).toBe(400);
    const answer = { word: 'consent' };
    expect((await scene.post(corda, `/api/v1/consents/${id}/answer`, answer)).statusCode).toBe(404);
  }
  const traces = (await refusedTo(corda)).map(({ body }) => body as { about: string });
  const ofHidden = traces.filter(({ about }) => about === hidden);
  expect(ofHidden.map((one) => 'route' in one && one.route)).toEqual([
    'GET /decisions/{id}',
    'POST /decisions/{id}/break',
    'POST /decisions/{id}/break',
    'POST /consents/{id}/answer',
  ]);
  expect(traces.filter(({ about }) => about === absent)).toEqual(
    ofHidden.map((one) => ({ ...one, about: absent })),
  );
  expect(JSON.stringify(await refusedTo(alba))).not.toContain(hidden);
});

test('who reads what is withheld leaves a trace with its own auditor, over the API and over TAXII, as for what never was', async () => {
  const withheld = 'tool--00000000-0000-4000-8000-00000000000c';
  const absent = 'tool--00000000-0000-4000-8000-00000000000d';
  scene.world.at += second;
  const objects = [stix(withheld, { name: 'Lantern', extensions: releasedTo(borea) })];
  await scene.post(borea, '/api/v1/contributions', { objects });
  for (const id of [withheld, absent])
    for (const path of [
      `/api/v1/objects/${id}`,
      `/api/v1/objects/${id}/claims?opened=true`,
      `/taxii2/cell/collections/view/objects/${id}/`,
      `/api/v1/objects/${id}`,
    ])
      expect((await scene.get(corda, path)).statusCode).toBe(404);
  const traces = (await refusedTo(corda)).map(({ body }) => body as { about: string; route: string });
  const of = (id: string) => traces.filter(({ about }) => about === id).map(({ route }) => route);
  const routes = ['GET /objects/{id}', 'GET /objects/{id}/claims', 'GET TAXII object'];
  expect([of(withheld), of(absent)]).toEqual([routes, routes]);
  for (const member of [alba, borea]) expect(JSON.stringify(await refusedTo(member))).not.toContain(absent);
});

test('how much others are refused shows in no log but theirs, and what came too often is written when it is tried later', async () => {
  scene.world.at += 3600 * second;
  const readBy = (member: string, about: string) =>
    scene.ports.refusals.note(callerOf(member), { route: 'GET /objects/{id}', about, reason: undefined });
  const writtenOf = async (member: string, wanted: string) =>
    (await refusedTo(member)).filter(({ body }) => (body as { about?: string }).about === wanted).length;
  await readBy(borea, 'lantern');
  for (let place = 0; place < 11_000; place += 1) await readBy(corda, `lantern ${place}`);
  await readBy(borea, 'lantern');
  expect(await writtenOf(borea, 'lantern')).toBe(1);
  expect(await writtenOf(corda, 'lantern 10999')).toBe(0);
  scene.world.at += 60 * second;
  await readBy(corda, 'lantern 10999');
  expect(await writtenOf(corda, 'lantern 10999')).toBe(1);
});

/** The refused acts that a member's auditor finds in its log. */
const refusedTo = (member: string) => actsOf(member, 'refused');

/** The acts of a kind that a member's auditor finds in its log. */
async function actsOf(member: string, wanted: string): Promise<{ actor: string; body: object }[]> {
  scene.world.at += 61 * second;
  await scene.cell.settle();
  const { body } = await scene.get(member, '/api/v1/ledger/log/openings?limit=1000');
  const { openings } = json<{ openings: { content: string | null }[] }>(body);
  return openings
    .map(({ content }) => json<{ kind: string; actor: string; body: object }>(content ?? '{}'))
    .filter(({ kind }) => kind === wanted);
}

test('who was an elector and is suspended or gone is told no more, and speaks no more', async () => {
  const id = await scene.table(communique, 600);
  const suspension = { ...communique, effect: { kind: 'suspension', member: corda } };
  await scene.table(suspension, 60);
  await scene.pass(60);
  for (const act of ['break', 'statements', 'note']) {
    const body = act === 'break' ? { reason: 'No.' } : { kind: 'reservation', text: 'No.' };
    expect((await scene.act(corda, id, act, act === 'note' ? undefined : body)).statusCode).toBe(403);
  }
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect(json((await scene.get(corda, '/api/v1/decisions')).body)).toEqual({ items: [] });
});

test('what a member was shown under silence stands in its own log, signed for: a text that is changed on the disk is found', async () => {
  const opened = await scene.get(borea, `/api/v1/decisions/${await scene.table()}`);
  const shown = json<{ id: string; digest: string }>(opened.body);
  expect(opened.headers['entente-receipt']).toBeDefined();
  const again = await scene.get(borea, `/api/v1/decisions/${shown.id}`);
  expect(again.headers['entente-receipt']).toBeUndefined();
  const shownTo = async (member: string): Promise<object[]> =>
    (await actsOf(member, 'decision-open'))
      .map(({ body }) => body as { decision: string; digest: string })
      .filter(({ decision }) => decision === shown.id);
  expect(await shownTo(borea)).toEqual([{ decision: shown.id, digest: shown.digest }]);
  expect(await shownTo(alba)).toEqual([]);
  // Whoever has the disk takes the triggers away, and makes text, digest and receipts agree.
  const forged = { ...communique, ...other, purpose: 'agree' };
  const { writer } = scene.cell.database;
  await writer.query('alter table decision_text disable trigger all');
  await writer.query('alter table decision_receipt disable trigger all');
  await writer.query('update decision set content = $2, body = replace(body, $3, $4) where id = $1', [
    shown.id,
    JSON.stringify(forged),
    shown.digest,
    'f'.repeat(64),
  ]);
  await writer.query('update decision_text set content = $2, digest = $3 where decision = $1', [
    shown.id,
    JSON.stringify(forged),
    'f'.repeat(64),
  ]);
  await writer.query('update decision_receipt set digest = $2 where decision = $1', [
    shown.id,
    'f'.repeat(64),
  ]);
  expect(await scene.decision(borea, shown.id)).toMatchObject({ text: other.text, digest: 'f'.repeat(64) });
  expect(await shownTo(borea)).toEqual([{ decision: shown.id, digest: shown.digest }]);
});

test('the log of the host holds no digest of what only the secretary is told of', async () => {
  const made = { method: 'POST', url: '/api/v1/communities', payload: { name: 'Ring' } } as const;
  const { id: community } = json<{ id: string }>((await scene.asSecretary(made)).body);
  const founding = await scene.table(accession(community, borea));
  const { digest } = await scene.decision('secretary', founding);
  expect((await scene.decision('secretary', founding)).seen).toContain(alba);
  expect(JSON.stringify(await actsOf(alba, 'decision-open'))).not.toContain(digest);
});
