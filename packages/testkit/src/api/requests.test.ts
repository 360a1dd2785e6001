/** Requests: asked, seen by whom they are for, answered, reminded of, expired, closed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RequestItem, RequestWithAnswers } from '@entente/contract/request';
import { requestExtensionId } from '@entente/core/extension/identifiers';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { policyReader } from '@entente/server/policy/acts';
import { requestActs } from '@entente/server/request/acts';
import { requestDuty } from '@entente/server/request/duty';
import { startTestCell } from '../cell.ts';
import { callerOf, playAct } from '../world/play.ts';
import { alba, borea, corda, identityOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const coast = 'd0000000-0000-4000-8000-000000000000';
const person = 'identity--12222222-0000-4000-8000-000000000000';
const hour = 3_600_000_000;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.play({ kind: 'community', at: scene.step(), id: coast, name: 'Coast' });
  for (const entry of [alba, borea]) {
    await scene.play({ kind: 'enter', at: scene.step(), community: coast, entry });
  }
});
afterAll(() => scene.close());
beforeEach(() => void scene.step());

const later = (hours: number): string => formatTimestamp(scene.world.at + hours * hour);

async function ask(member: string, given: JsonObject = {}): Promise<string> {
  const asked = {
    title: 'Who travels with him?',
    text: 'We saw him near Sandport on 3 May.',
    by: later(72),
    addressees: [`member:${borea}`],
    ...given,
  };
  const answer = await scene.post(member, '/api/v1/requests', asked);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return json<{ id: string }>(answer.body).id;
}

const say = async (member: string, id: string, act: string, body: JsonObject = {}): Promise<number> => {
  const isBare = act === 'acknowledge' || act === 'close';
  const url = `/api/v1/requests/${id}/${act}`;
  const payload = isBare ? {} : { payload: body };
  return (await scene.call(member, { method: 'POST', url, ...payload })).statusCode;
};
const read = async (member: string, id: string): Promise<RequestWithAnswers> =>
  json((await scene.get(member, `/api/v1/requests/${id}`)).body);
const board = async (member: string, query: string): Promise<RequestItem[]> =>
  json<{ items: RequestItem[] }>((await scene.get(member, `/api/v1/requests?${query}`)).body).items;
const idsOn = async (member: string, query: string): Promise<string[]> =>
  (await board(member, query)).map(({ entry }) => entry.object.id);
const stateTo = async (member: string, id: string, of = member): Promise<string | undefined> =>
  (await read(member, id)).standings.find((one) => one.member === of)?.state;

async function toldOf(id: string, member: string): Promise<string[]> {
  await scene.cell.settle();
  const { rows } = await scene.cell.database.writer.query<{ kind: string; waits: boolean }>(
    `select kind, waits and settled_at is null as waits from message where about = $1 and member = $2 order by at, kind`,
    [id, member],
  );
  return rows.map(({ kind, waits }) => (waits ? `${kind} (waits)` : kind));
}

test('a request is a note under a label, with the ground, the date and the records that were attached', async () => {
  await scene.post(alba, '/api/v1/contributions', {
    objects: [stix(person, { name: 'Karim Benali', extensions: releasedTo(borea) })],
  });
  scene.step();
  const by = later(72);
  const id = await ask(alba, { by, records: [person], reason: 'A trial', legalBasis: 'Article 7' });
  const { entry, side, standings, addressees } = await read(borea, id);
  expect(entry.object).toMatchObject({
    type: 'note',
    abstract: 'Who travels with him?',
    object_refs: [id, person],
    extensions: { [requestExtensionId]: { answer_by: by, reason: 'A trial', legal_basis: 'Article 7' } },
  });
  expect({ side, standings, addressees }).toEqual({
    side: 'to-me',
    addressees: [],
    standings: [{ member: borea, state: 'open', said: null, since: null, reason: null }],
  });
  expect(json(JSON.stringify(await read(alba, id)))).toMatchObject({
    side: 'mine',
    addressees: [`member:${borea}`],
    standings: [{ member: borea, state: 'open' }],
    answers: [],
  });
  expect((await scene.get(corda, `/api/v1/requests/${id}`)).statusCode).toBe(404);
  expect((await scene.get(borea, `/api/v1/objects/${id}`)).statusCode).toBe(200);
});

test('a request tells nothing of attached records that an addressee may not see: it refers to itself either way', async () => {
  const kept = 'tool--12222222-0000-4000-8000-000000000009';
  await scene.post(alba, '/api/v1/contributions', { objects: [stix(kept, { name: 'Kept' })] });
  scene.step();
  for (const records of [[], [kept]]) {
    const id = await ask(alba, { records });
    expect((await read(borea, id)).entry.object['object_refs']).toEqual([id]);
  }
});

test('addressees are not told of each other, unless whoever asks wants it', async () => {
  const addressees = [`member:${borea}`, `member:${corda}`];
  const apart = await ask(alba, { addressees });
  const together = await ask(alba, { addressees, tellAddressees: true });
  expect((await scene.get(borea, `/api/v1/requests/${apart}`)).body).not.toContain(corda);
  const { entry } = await read(borea, together);
  expect(entry.object['extensions']).toMatchObject({ [requestExtensionId]: { addressees } });
  expect(await say(corda, apart, 'decline', { reason: 'Not ours to tell' })).toBe(204);
  expect((await read(borea, apart)).standings.map(({ member }) => member)).toEqual([borea]);
  expect((await read(alba, apart)).standings).toMatchObject([
    { member: borea, state: 'open', reason: null },
    { member: corda, state: 'declined', reason: 'Not ours to tell' },
  ]);
});

test('an answer is a note under a label of the answerer’s choice; whoever asked is told the state either way', async () => {
  const id = await ask(alba, { addressees: [`member:${borea}`, `member:${corda}`] });
  expect(await say(borea, id, 'acknowledge')).toBe(204);
  expect(await stateTo(alba, id, borea)).toBe('acknowledged');
  const part = { text: 'He was with two others.', extent: 'partly-answered' };
  expect(await say(borea, id, 'answer', part)).toBe(201);
  scene.step();
  const aside = { text: 'For Corda.', label: { any: [[`member:${corda}`]] } };
  expect(await say(borea, id, 'answer', aside)).toBe(201);
  const { standings, answers } = await read(alba, id);
  expect(standings[0]).toMatchObject({ member: borea, state: 'answered' });
  expect(answers.map(({ object }) => object['content'])).toEqual(['He was with two others.']);
  expect(answers[0]?.object['object_refs']).toEqual([answers[0]?.object.id, id]);
  expect((await read(borea, id)).answers).toHaveLength(2);
  expect((await read(corda, id)).answers).toEqual([]);
});

test('an answer refers to what its member contributed, as far as whoever asked may see it', async () => {
  const id = await ask(alba);
  const [given, kept] = [
    'tool--12222222-0000-4000-8000-000000000001',
    'tool--12222222-0000-4000-8000-000000000002',
  ];
  await scene.post(borea, '/api/v1/contributions', {
    objects: [stix(given, { name: 'Given', extensions: releasedTo(alba) }), stix(kept, { name: 'Kept' })],
  });
  scene.step();
  expect(await say(borea, id, 'answer', { text: 'See there.', records: [given, kept] })).toBe(201);
  const [answer] = (await read(alba, id)).answers;
  expect(answer?.object['object_refs']).toEqual([answer?.object.id, id, given]);
});

test('a community is bound to its epoch: who accedes later is not asked, and whoever asked knows whom its roster shows', async () => {
  const id = await ask(alba, { addressees: [`community:${coast}`] });
  await scene.play({ kind: 'enter', at: scene.step(), community: coast, entry: corda });
  expect(await stateTo(borea, id)).toBe('open');
  expect((await scene.get(corda, `/api/v1/requests/${id}`)).statusCode).toBe(404);
  expect((await read(alba, id)).standings.map(({ member }) => member)).toEqual([borea]);
  await scene.play({ kind: 'leave', at: scene.step(), community: coast, entry: corda });
});

test('of an addressee that no roster shows it, whoever asked is told neither a state nor by a message that it spoke', async () => {
  const isle = 'd1000000-0000-4000-8000-000000000000';
  await scene.play({ kind: 'community', at: scene.step(), id: isle, name: 'Isle' });
  await scene.play({ kind: 'enter', at: scene.step(), community: isle, entry: corda });
  await scene.play({ kind: 'enter', at: scene.step(), community: coast, entry: isle });
  const id = await ask(alba, { addressees: [`community:${coast}`] });
  for (const act of ['acknowledge', 'decline']) expect(await say(corda, id, act)).toBe(204);
  expect(await stateTo(corda, id)).toBe('declined');
  expect(await toldOf(id, alba)).toEqual([]);
  expect((await read(alba, id)).standings.map(({ member }) => member)).toEqual([borea]);
  expect(await say(borea, id, 'acknowledge')).toBe(204);
  expect(await toldOf(id, alba)).toEqual(['request-acknowledged']);
  await scene.play({ kind: 'leave', at: scene.step(), community: coast, entry: isle });
});

test('boards list by date what is mine, to me and overdue, and filter by state', async () => {
  const [dora] = ['e'.repeat(8) + '-0000-4000-8000-000000000000'];
  await scene.play({
    kind: 'member',
    at: scene.step(),
    id: dora,
    name: 'Dora',
    identity: `identity--${dora}`,
  });
  const addressees = [`member:${dora}`];
  const late = await ask(alba, { addressees, by: later(30) });
  const soon = await ask(borea, { addressees, by: later(1) });
  const closed = await ask(alba, { addressees, by: later(20) });
  expect(await say(alba, closed, 'close')).toBe(204);
  expect(await say(dora, late, 'nothing-held')).toBe(204);
  expect(await idsOn(dora, 'board=to-me')).toEqual([soon, late]);
  expect(await idsOn(dora, 'board=to-me&state=nothing-held,closed')).toEqual([late]);
  expect(await idsOn(dora, 'board=to-me&state=closed')).toEqual([closed]);
  expect(await idsOn(dora, 'board=mine')).toEqual([]);
  expect(await idsOn(alba, 'board=mine&state=nothing-held')).toEqual([late]);
  const first = json<{ items: RequestItem[]; next: string }>(
    (await scene.get(dora, '/api/v1/requests?board=to-me&limit=1')).body,
  );
  expect(first.items.map(({ entry }) => entry.object.id)).toEqual([soon]);
  const next = await scene.get(
    dora,
    `/api/v1/requests?board=to-me&limit=1&cursor=${encodeURIComponent(first.next)}`,
  );
  expect(json<{ items: RequestItem[]; next?: string }>(next.body)).toMatchObject({
    items: [{ entry: { object: { id: late } } }],
  });
  expect((await scene.get(dora, '/api/v1/requests?board=to-me&state=lost')).statusCode).toBe(400);
  scene.world.at += 2 * hour;
  expect(await idsOn(dora, 'board=overdue')).toEqual([soon]);
  expect(await idsOn(borea, 'board=overdue')).toEqual([soon]);
  expect(await stateTo(borea, soon, dora)).toBe('expired');
  const tooLate = await scene.call(dora, { method: 'POST', url: `/api/v1/requests/${soon}/acknowledge` });
  expect([tooLate.statusCode, tooLate.body]).toEqual([409, expect.stringContaining('Its date has passed')]);
  expect(await say(dora, soon, 'answer', { text: 'Late, but here.' })).toBe(201);
  expect(await stateTo(borea, soon, dora)).toBe('answered');
  expect(await idsOn(dora, 'board=overdue')).toEqual([]);
});

test('people are told when they are asked, reminded, answered, and when the date passes', async () => {
  const addressees = [`member:${borea}`, `member:${corda}`];
  const id = await ask(alba, { addressees, by: later(72) });
  expect(await toldOf(id, borea)).toEqual(['request-asked (waits)']);
  await say(corda, id, 'acknowledge');
  expect(await toldOf(id, alba)).toEqual(['request-acknowledged']);
  await say(corda, id, 'answer', { text: 'Here.' });
  expect(await toldOf(id, alba)).toEqual(['request-acknowledged', 'request-answered']);
  expect(await toldOf(id, corda)).toEqual(['request-asked']);
  scene.world.at += 49 * hour;
  expect(await toldOf(id, borea)).toEqual(['request-asked (waits)', 'request-reminder (waits)']);
  expect(await toldOf(id, corda)).toEqual(['request-asked']);
  scene.world.at += 24 * hour;
  expect(await toldOf(id, borea)).toContain('request-expired');
  expect(await toldOf(id, alba)).toContain('request-expired');
  await say(alba, id, 'close');
  expect((await toldOf(id, borea)).join()).not.toContain('waits');
});

test('a request that leaves an addressee’s view is for it as if it had never been', async () => {
  const id = await ask(alba, { addressees: [`member:${borea}`, `member:${corda}`] });
  expect(await toldOf(id, borea)).toEqual(['request-asked (waits)']);
  const narrow = { selection: [{ object: id }], label: { any: [[`member:${corda}`]] } };
  scene.step();
  await scene.post(alba, '/api/v1/contributions/relabel', narrow);
  expect((await scene.get(borea, `/api/v1/requests/${id}`)).statusCode).toBe(404);
  expect(await idsOn(borea, 'board=to-me')).not.toContain(id);
  expect(await toldOf(id, borea)).toEqual([]);
  expect(await say(borea, id, 'acknowledge')).toBe(404);
  expect(await stateTo(corda, id)).toBe('open');
  scene.step();
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: id }] });
  for (const member of [alba, borea, corda]) {
    expect((await scene.get(member, `/api/v1/requests/${id}`)).statusCode).toBe(404);
  }
});

test('what was answered waits for nobody, also where it left the view and came back', async () => {
  const id = await ask(alba, { addressees: [`member:${borea}`, `member:${corda}`] });
  await say(borea, id, 'nothing-held');
  await say(corda, id, 'acknowledge');
  const relabel = async (...members: string[]): Promise<void> => {
    scene.step();
    const label = { any: [members.map((one) => `member:${one}`)] };
    await scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object: id }], label });
  };
  await relabel(alba);
  expect(await toldOf(id, borea)).toEqual([]);
  await relabel(borea, corda);
  expect(await toldOf(id, borea)).toEqual(['request-asked']);
  expect(await toldOf(id, corda)).toEqual(['request-asked (waits)']);
});

test('one that comes into a view while the hub looks is told none the less, as of the moment at which it came', async () => {
  const alone = await startTestCell();
  const { cell, world } = alone;
  for (const id of [alba, borea])
    await playAct(cell, {
      kind: 'member',
      at: (world.at += 1_000_000),
      id,
      name: id,
      identity: identityOf(id),
    });
  const { writer } = cell.database;
  const duty = requestDuty(cell);
  const asked = (world.at += 1_000_000);
  const feeds = await writer.connect();
  await feeds.query('begin');
  await feeds.query('select from reader for update'); // they have to wait
  const question = { title: 'Who?', text: 'Who is he?', by: asked + hour, records: [], isOpen: false };
  const asking = { ...question, addressees: [`member:${borea}`] };
  const { id } = await requestActs(cell, policyReader(cell)).ask(callerOf(alba), asking, {});
  expect(await duty.run(asked)).toBe(false);
  await feeds.query('commit');
  feeds.release();
  await cell.settle();
  expect(await duty.run(asked + 600_000_000)).toBe(true);
  const { rows } = await writer.query('select kind, at from message where about = $1', [id]);
  expect(rows).toEqual([{ kind: 'request-asked', at: asked }]);
  await alone.close();
});

test('what waits for a second person is asked of nobody until that one has agreed', async () => {
  const { ports } = scene;
  const chief = {
    ...(await ports.authenticate({
      authorization: `Bearer token-of-${alba}`,
      cookie: undefined,
      address: '',
    }))!,
  };
  await ports.policies.setPolicy(chief, { ceiling: { any: [] }, secondPerson: true });
  scene.step();
  const id = await ask(alba);
  expect((await scene.get(borea, `/api/v1/requests/${id}`)).statusCode).toBe(404);
  expect(await toldOf(id, borea)).toEqual([]);
  const [proposal] = await ports.policies.listProposals(chief);
  scene.step();
  await ports.policies.approveProposal({ ...chief, account: 'another' }, proposal?.id ?? '');
  expect(await toldOf(id, borea)).toEqual(['request-asked (waits)']);
  expect(await stateTo(borea, id)).toBe('open');
  scene.step();
  await ports.policies.setPolicy(chief, { ceiling: null, secondPerson: false });
});

test('what cannot be asked is refused with the place and the remedy', async () => {
  const tries: [JsonObject, string][] = [
    [{ addressees: [`member:${alba}`] }, 'other than your own member'],
    [{ addressees: ['public'] }, 'neither'],
    [{ addressees: ['community:nowhere'] }, 'community:nowhere is not known'],
    [{ by: '2017-05-01T00:00:00Z' }, 'has not passed'],
  ];
  for (const [given, reason] of tries) {
    const asked = { title: 'T', text: 'T', by: later(2), addressees: [`member:${borea}`], ...given };
    const answer = await scene.post(alba, '/api/v1/requests', asked);
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(reason)]);
  }
});
