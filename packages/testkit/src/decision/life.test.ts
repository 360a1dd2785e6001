import { afterAll, beforeAll, expect, test } from 'vitest';
import { decisionExtensionId } from '@entente/core/extension/identifiers';
import { alba, borea, corda, json } from '../api/scene.ts';
import { communique, second, startDecisionScene, type DecisionScene } from './scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

const kindsOf = (steps: { kind: string }[]): string[] => steps.map(({ kind }) => kind);

test('what nobody breaks is adopted by the hub itself, once, when its time is over', async () => {
  const id = await scene.table();
  expect(await scene.decision(borea, id)).toMatchObject({
    state: 'under-silence',
    voice: true,
    electors: [alba, borea, corda],
  });
  await scene.pass(59);
  expect((await scene.decision(borea, id)).state).toBe('under-silence');
  await scene.pass(1);
  await scene.pass(60);
  const { state, outcome, steps } = await scene.decision(borea, id);
  expect([state, outcome, kindsOf(steps)]).toEqual([
    'adopted',
    'done',
    ['tabled', 'silence', 'reminded', 'adopted'],
  ]);
});

test('a break with an amendment leads to consultation, and the next version to a silence of its own', async () => {
  const id = await scene.table();
  const first = await scene.decision(borea, id);
  const amendment = { en: 'The cell met.' };
  expect((await scene.act(borea, id, 'break', { reason: 'Too long.', amendment })).statusCode).toBe(204);
  await scene.pass(120);
  const broken = await scene.decision(corda, id);
  expect(broken).toMatchObject({ state: 'consultation', objectors: [borea], outcome: null });
  expect(broken.steps.find(({ kind }) => kind === 'broken')).toMatchObject({
    member: borea,
    text: 'Too long.',
    amendment,
  });
  expect((await scene.act(borea, id, 'break', { reason: 'Again.' })).statusCode).toBe(409);
  expect((await scene.act(corda, id, 'break', { reason: 'So do we.' })).statusCode).toBe(204);
  const { title, effect } = communique;
  const text = { en: 'The cell met.', fr: 'La cellule s’est réunie.' };
  const revised = await scene.secretaryAct(id, 'revise', { title, text, effect, expiry: scene.ahead(60) });
  expect(revised.statusCode).toBe(204);
  await scene.pass(60);
  const adopted = await scene.decision(corda, id);
  expect(adopted).toMatchObject({ state: 'adopted', version: 2, text });
  expect(adopted.digest).not.toBe(first.digest);
  expect(adopted.versions.map((one) => one.text.en)).toEqual([communique.text.en, text.en]);
});

test('a reservation breaks nothing, and travels with the text to those it was put to, and to nobody else', async () => {
  const id = await scene.table();
  const body = { kind: 'reservation', text: 'Not before June.' };
  expect((await scene.act(corda, id, 'statements', body)).statusCode).toBe(204);
  const statement = { kind: 'interpretative-statement', text: 'June means its first day.' };
  expect((await scene.act(borea, id, 'statements', statement)).statusCode).toBe(204);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(409);
  await scene.pass(60);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(409);
  const { issued, state, reservations } = await scene.decision(borea, id);
  expect([state, reservations]).toEqual(['issued', 2]);
  const { object } = json<{ object: Report }>((await scene.get(corda, `/api/v1/objects/${issued}`)).body);
  expect(object.extensions[decisionExtensionId]?.statements).toEqual([
    { member: 'Corda', ...body },
    { member: 'Borea', ...statement },
  ]);
  // Over TAXII and in a file as here.
  const taxii = await scene.get(corda, `/taxii2/cell/collections/view/objects/${issued}/`);
  expect(json(taxii.body)).toMatchObject({ objects: [object] });
  const { objects } = json<{ objects: Report[] }>(
    (await scene.get(corda, '/api/v1/export?type=report')).body,
  );
  expect(objects.find((one) => one.id === issued)).toEqual(object);
});

interface Report {
  id: string;
  extensions: Record<string, { statements: object[] }>;
}

test('a text for note has no effect and no silence; noted is not agreed', async () => {
  const id = await scene.table({ ...communique, purpose: 'note' });
  expect((await scene.act(borea, id, 'break', { reason: 'No.' })).statusCode).toBe(409);
  expect((await scene.act(borea, id, 'note')).statusCode).toBe(204);
  await scene.pass(60);
  expect(await scene.decision(corda, id)).toMatchObject({ state: 'noted', notedBy: [borea], outcome: null });
});

test('the secretary alone extends, before the expiry, for everyone', async () => {
  const id = await scene.table();
  const longer = { expiry: scene.ahead(90), reason: 'A holiday came up.' };
  expect((await scene.act(borea, id, 'extend', longer)).statusCode).toBe(403);
  expect((await scene.secretaryAct(id, 'extend', { expiry: scene.ahead(30) })).statusCode).toBe(409);
  expect((await scene.secretaryAct(id, 'extend', longer)).statusCode).toBe(204);
  await scene.pass(60);
  expect((await scene.decision(corda, id)).state).toBe('under-silence');
  await scene.pass(30);
  expect((await scene.decision(corda, id)).state).toBe('adopted');
  expect((await scene.secretaryAct(id, 'extend', { expiry: scene.ahead(90) })).statusCode).toBe(409);
});

test('an expiry on a day of rest moves to the next working day at the same hour', async () => {
  const calendar = { offset: 120, weekend: [5, 6], holidays: ['2017-05-28'] };
  const put = { method: 'PUT', url: '/api/v1/cell/calendar', payload: calendar } as const;
  expect((await scene.call(borea, put)).statusCode).toBe(403);
  expect((await scene.asSecretary(put)).statusCode).toBe(204);
  expect(json((await scene.get(borea, '/api/v1/cell/calendar')).body)).toEqual(calendar);
  const id = await scene.draft();
  await scene.secretaryAct(id, 'table', { expiry: '2017-05-26T10:00:00Z' });
  expect((await scene.decision(borea, id)).expiry).toBe('2017-05-29T10:00:00.000000Z');
  // So does what the secretary extends it to: Friday and Saturday are for rest here.
  expect((await scene.secretaryAct(id, 'extend', { expiry: '2017-06-02T09:00:00Z' })).statusCode).toBe(204);
  expect((await scene.decision(borea, id)).expiry).toBe('2017-06-04T09:00:00.000000Z');
  expect((await scene.secretaryAct(id, 'withdraw', { reason: 'Tried.' })).statusCode).toBe(204);
  const none = { ...put, payload: { ...calendar, holidays: ['2017-02-30'] } };
  expect((await scene.asSecretary(none)).statusCode).toBe(400);
});

test('each account has a receipt of what it was shown first and when; the board shows which members have seen it', async () => {
  const id = await scene.table();
  expect((await scene.decision('secretary', id)).seen).toEqual([alba]);
  await scene.decision(borea, id);
  const at = (await scene.decision(borea, id)).steps.length;
  expect(at).toBe(2);
  const own = json<{ items: { account: string; digest: string }[] }>(
    (await scene.get(borea, `/api/v1/decisions/${id}/receipts`)).body,
  ).items;
  const { digest, seen } = await scene.decision(borea, id);
  expect(own).toMatchObject([{ account: `account of ${borea}`, digest, version: 1 }]);
  expect(seen).toEqual([alba, borea]);
  const all = await scene.asSecretary({ method: 'GET', url: `/api/v1/decisions/${id}/receipts` });
  expect(json<{ items: unknown[] }>(all.body).items).toHaveLength(2);
});

test('a board tells how many have seen each version, one a member whichever of its accounts opens it first, and no texts', async () => {
  const text = { en: 'A long text.', fr: 'Un long texte.' };
  const id = await scene.table({ ...communique, text });
  const row = async (member: string): Promise<Record<string, unknown>> => {
    const { body } = await scene.get(member, '/api/v1/decisions?open=true');
    return json<{ items: Record<string, unknown>[] }>(body).items.find((one) => one['id'] === id) ?? {};
  };
  expect(await row(borea)).toMatchObject({ voices: 3, seenBy: 0, brokenBy: 0, opened: false, voice: true });
  const url = `/api/v1/decisions/${id}`;
  const headers = { authorization: 'Bearer colleague' };
  await Promise.all([scene.get(borea, url), scene.call('', { method: 'GET', url, headers })]);
  await scene.get(borea, url);
  expect(await row(borea)).toMatchObject({ seenBy: 1, opened: true });
  expect(await row(corda)).toMatchObject({ seenBy: 1, opened: false });
  expect(JSON.stringify(await row(borea))).not.toContain(text.en);
  await scene.act(corda, id, 'break', { reason: 'Not so.' });
  expect(await row(borea)).toMatchObject({ brokenBy: 1, state: 'consultation' });
  const { title, effect } = communique;
  await scene.secretaryAct(id, 'revise', { title, text, effect, expiry: scene.ahead(60) });
  expect(await row(borea)).toMatchObject({ version: 2, seenBy: 0, brokenBy: 0, opened: false });
  await scene.decision(corda, id);
  expect(await row(borea)).toMatchObject({ seenBy: 1, opened: false });
  expect(Object.keys(await row(borea))).not.toContain('electors');
  await scene.secretaryAct(id, 'withdraw', { reason: 'Tried.' });
});

test('figures tell how long deciding took and who was waited for', async () => {
  const figures = json<{ decided: number; median: number; longest: number; waitedFor: { member: string }[] }>(
    (await scene.get(borea, '/api/v1/decisions/figures')).body,
  );
  expect(figures.decided).toBeGreaterThanOrEqual(4);
  expect(figures.median).toBe(60);
  expect(figures.longest).toBe(180);
  expect(figures.waitedFor.map(({ member }) => member)).toEqual([borea, corda]);
});

test('where the hub was out of reach in the last tenth, it gives more time by itself and says so', async () => {
  const { writer } = scene.cell.database;
  await writer.query('insert into heartbeat (at) values ($1)', [scene.world.at]);
  const beats = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 10) {
      await scene.pass(10);
      await writer.query('update heartbeat set at = $1', [scene.world.at]);
    }
  };
  const id = await scene.table(communique, 200);
  await beats(170);
  await scene.pass(40);
  const given = await scene.decision(borea, id);
  expect(given.state).toBe('under-silence');
  expect(kindsOf(given.steps)).toContain('prolonged');
  await writer.query('update heartbeat set at = $1', [scene.world.at]);
  // A clock that is turned back then dates nothing before that.
  scene.world.at -= 5 * second;
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'In time.' });
  scene.world.at += 5 * second;
  const { rows } = await writer.query<{ at: number }>(
    `select at from act where kind = 'decision-reserve' and position($1 in body) > 0`,
    [id],
  );
  expect(rows).toEqual([{ at: scene.world.at }]);
  await beats(30);
  expect((await scene.decision(borea, id)).state).toBe('adopted');
  await writer.query('delete from heartbeat');
});

test('more acts of the secretary at once than the cell has connections all end', async () => {
  const id = await scene.draft();
  const change = { ...communique, text: { en: 'The cell met.', fr: 'La cellule s’est réunie.' } };
  const changes = Array.from({ length: 12 }, () =>
    scene.asSecretary({
      method: 'PUT',
      url: `/api/v1/decisions/${id}`,
      payload: change,
    }),
  );
  const tabled = await scene.table();
  const revisions = Array.from({ length: 12 }, () =>
    scene.secretaryAct(tabled, 'extend', { expiry: scene.ahead(7200) }),
  );
  const answers = await Promise.all([...changes, ...revisions]);
  expect(answers.filter(({ statusCode }) => statusCode >= 500).map(({ body }) => body)).toEqual([]);
  expect(answers.slice(0, 12).map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(204));
});
