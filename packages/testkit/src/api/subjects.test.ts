import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, nothingKept } from '@entente/core/ledger/audit';
import { subjectFileOf } from '@entente/server/acts/subject-file';
import { ViewNames } from '@entente/server/serve/api/object/view-names';
import type { RequestWithAnswers } from '@entente/contract/request';
import { day } from '@entente/core/review/rules';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { admitMember } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { evidenceIn } from '../ledger.ts';
import {
  alba,
  borea,
  bringIn,
  corda,
  isWaitingFor,
  json,
  releasedTo,
  startScene,
  stix,
  type Scene,
} from './scene.ts';

const person = 'identity--22222221-0000-4000-8000-000000000000';
const note = 'note--22222222-0000-4000-8000-000000000000';
const secret = 'Ilyas al-Marwani';

let scene: Scene;
let request: string;
beforeAll(async () => {
  scene = await startScene();
  const extensions = releasedTo(borea);
  const objects = [
    stix(person, { name: secret, identity_class: 'individual', extensions }),
    stix(note, { content: 'Seen at the harbour', object_refs: [person], extensions }),
  ];
  scene.world.at += 1_000_000;
  // As people write JSON, with lines and spaces.
  const answer = await scene.call(alba, {
    method: 'POST',
    url: '/api/v1/contributions',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ objects }, null, 2),
  });
  expect(answer.statusCode).toBe(200);
  await call('GET', `/objects/${person}/claims?opened=true`, undefined, borea);
});
afterAll(() => scene.close());

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, member = alba) {
  scene.world.at += 1_000_000;
  const url = `/api/v1${path}`;
  return scene.call(member, payload === undefined ? { method, url } : { method, url, payload });
}
const post = (path: string, payload: object = {}, member = alba) => call('POST', path, payload, member);
const sees = async (member: string, id = person): Promise<boolean> =>
  (await call('GET', `/objects/${id}`, undefined, member)).statusCode === 200;
const enter = async (kind: string, more: object = {}): Promise<string> => {
  const body = { kind, via: 'subject', subject: secret, objects: [person], ...more };
  const answer = await post('/subject-requests', body);
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};

interface Request {
  id: string;
  deadline: string;
  received: string;
  restricted: boolean;
  answered: string | null;
  via: string;
  events: { kind: string; count: number | null }[];
}
const find = async (id: string): Promise<Request> => (await call('GET', `/subject-requests/${id}`)).json();

test('the file holds every version with its source, and recipients as far as the member may know', async () => {
  request = await enter('access', { via: 'supervisor', reference: 'DPA 17/2' });
  const file = (await call('GET', `/subject-requests/${request}/file`)).json<{
    records: {
      id: string;
      versions: { object: { name: string }; label: object; account: string }[];
      recipients: string[];
      openings: { readers: { member: string }[]; rest: boolean };
      mentionedBy: string[];
    }[];
  }>();
  const [record] = file.records;
  expect(record?.versions.map(({ object }) => object.name)).toEqual([secret]);
  expect(record?.versions[0]?.label).toEqual({ any: [[`member:${borea}`]] });
  expect(record?.recipients).toEqual([borea]);
  expect(record?.openings).toMatchObject({ readers: [{ member: borea }], rest: false });
  expect(record?.mentionedBy).toEqual([note]);
});

test('the file is of one moment: what changes while it is read is not in it', async () => {
  await scene.cell.settle();
  const busy = await scene.cell.database.writer.connect();
  await busy.query('begin');
  await busy.query('lock table contribution in access exclusive mode');
  const reading = subjectFileOf(scene.cell, alba, request);
  await expect.poll(() => isWaitingFor(scene, 'contribution')).toBe(true);
  const move = (by: number) =>
    busy.query('update contribution set version = version + $2 where object = $1', [person, by]);
  await move(1);
  await busy.query('commit');
  const file = await reading;
  await move(-1);
  busy.release();
  expect(file?.events.map(({ kind }) => kind)).toEqual(['entered']);
  const versions = file?.records.flatMap((record) => record.versions.map(({ version }) => version % 1000));
  expect(versions).toEqual([0]);
});

test('the answer is due after thirty days, and people are reminded a week before and at the end', async () => {
  const { received, deadline } = await find(request);
  expect(Date.parse(deadline) - Date.parse(received)).toBe((30 * day) / 1000);
  const messages = async (): Promise<number> => {
    await scene.cell.settle();
    const { rowCount } = await scene.cell.database.writer.query('select from message where about = $1', [
      request,
    ]);
    return rowCount ?? 0;
  };
  const end = Date.parse(deadline) * 1000;
  const seen: number[] = [];
  for (const at of [end - 7 * day - 1, end - 7 * day, end - 1, end]) {
    scene.world.at = at;
    seen.push(await messages());
  }
  expect(seen).toEqual([0, 1, 1, 2]);
  const answer = await post(`/subject-requests/${request}/answer`, { outcome: 'granted', words: 'Sent.' });
  expect(answer.statusCode).toBe(204);
  scene.world.at += 30 * day;
  expect(await messages()).toBe(2);
  const again = await post(`/subject-requests/${request}/answer`, { outcome: 'refused', words: 'No.' });
  expect(again.statusCode).toBe(409);
  expect((await find(request)).via).toBe('supervisor');
});

test('what is entered after its deadline is reminded of once', async () => {
  const received = '2017-03-01T00:00:00Z';
  const id = await enter('access', { received, deadline: '2017-04-01T00:00:00Z' });
  await scene.cell.settle();
  const { rowCount } = await scene.cell.database.writer.query('select from message where about = $1', [id]);
  expect(rowCount).toBe(1);
});

test('what is restricted is for the member alone, until its label comes back', async () => {
  const id = await enter('restrict');
  expect((await post(`/subject-requests/${id}/restrict`)).json()).toEqual({ contributions: 1 });
  expect([await sees(alba), await sees(borea)]).toEqual([true, false]);
  expect((await find(id)).restricted).toBe(true);
  expect((await post(`/subject-requests/${id}/lift`)).json()).toEqual({ contributions: 1 });
  expect(await sees(borea)).toBe(true);
  const { events, restricted } = await find(id);
  expect(restricted).toBe(false);
  expect(events.map(({ kind, count }) => [kind, count])).toEqual([
    ['entered', null],
    ['restricted', 1],
    ['lifted', 1],
  ]);
});

const inDays = (days: number): string => formatTimestamp(scene.world.at + days * day);

/** What is wrong with it is told in the report, in words of the file. */
async function bringInBroken(): Promise<void> {
  const broken = stix(person, { name: secret, identity_class: 'individual', [secret]: 1 });
  await bringIn(scene, alba, [broken], { name: 'another list' });
  const found = await scene.cell.database.writer.query<{ report: string }>('select report from batch');
  expect(found.rows.map(({ report }) => report.includes('Marwani'))).toEqual([true]);
}

test('erasure needs a request for it, reaches recipients as a recall and leaves no content', async () => {
  await bringInBroken();
  const other = await enter('rectify');
  expect((await post(`/subject-requests/${other}/erase`)).statusCode).toBe(409);
  await post('/contributions/relabel', {
    selection: [{ object: person }],
    label: { any: [[`member:${borea}`, `member:${corda}`]], review: inDays(30) },
  });
  const confirmed = { objects: [person], review: inDays(60), reason: 'Marwani still travels.' };
  expect((await post('/reviews/confirm', confirmed)).json()).toEqual({ confirmed: 1 });
  const id = await enter('erase', { objects: [person, note] });
  expect((await post(`/subject-requests/${id}/erase`)).json()).toEqual({ contributions: 2 });
  // Who asks for it from here on leaves a trace that names it again.
  const acts = await scene.cell.database.writer.query<{ sequence: number; body: string }>(
    'select sequence, body from act where member = $1 order by sequence',
    [alba],
  );
  expect([await sees(alba), await sees(borea), await sees(alba, note)]).toEqual([false, false, false]);
  const { items } = (await call('GET', '/recalls?state=open', undefined, borea)).json<{
    items: { objects: string[] }[];
  }>();
  expect(items[0]?.objects).toEqual([person, note].sort());
  const own = (await call('GET', `/recalls/own?object=${person}`)).json<{ items: { kind: string }[] }>();
  expect(own.items[0]?.kind).toBe('erasure');
  const { rows } = await scene.cell.database.writer.query<{ tables: string }>(
    `select string_agg(tablename, ' ') as tables from pg_tables where schemaname = 'public'
       and tablename not like 'subject%'`,
  );
  for (const table of (rows[0]?.tables ?? '').split(' ')) {
    const found = await scene.cell.database.writer.query(
      `select t::text as row from ${table} t where t::text like '%Marwani%' or t::text like '%harbour%'`,
    );
    expect([table, found.rows]).toEqual([table, []]);
  }
  expect(acts.rows.map(({ sequence }) => sequence)).toEqual(acts.rows.map((_row, place) => place + 1));
  expect(acts.rows.filter(({ body }) => body.includes(person))).toEqual([]);
  // The ledger holds: the act of erasure names the leaves whose content is gone.
  scene.world.at += 120_000_000;
  await scene.cell.settle();
  const checked = await audit(evidenceIn(scene, alba), nothingKept);
  expect(checked.findings).toEqual([]);
  expect(checked.log.erased).toBeGreaterThan(0);
});

test('erasure reaches who had the record and lost it as its time was over, and not who was told of it before', async () => {
  const late = 'identity--22222224-0000-4000-8000-000000000000';
  const readers = { any: [[`member:${borea}`, `member:${corda}`]] };
  const recalls = async (member: string): Promise<string[]> => {
    const { items } = json<{ items: { objects: string[] }[] }>(
      (await call('GET', '/recalls', undefined, member)).body,
    );
    return items.flatMap(({ objects }) => objects).filter((object) => object === late);
  };
  await post('/contributions', {
    objects: [stix(late, { name: 'Late', identity_class: 'individual' })],
    label: readers,
  });
  await scene.cell.settle();
  expect([await sees(borea, late), await sees(corda, late)]).toEqual([true, true]);
  const selection = [{ object: late }];
  const until = formatTimestamp(scene.world.at + day);
  await post('/contributions/relabel', { selection, label: { any: [[`member:${borea}`]], until } });
  scene.world.at += 2 * day;
  await scene.cell.settle();
  expect([await sees(borea, late), await recalls(borea), await recalls(corda)]).toEqual([false, [], [late]]);
  const id = await enter('erase', { objects: [late] });
  expect((await post(`/subject-requests/${id}/erase`)).json()).toEqual({ contributions: 1 });
  await scene.cell.settle();
  expect([await recalls(borea), await recalls(corda)]).toEqual([[late], [late]]);
  const own = json<{ items: object[] }>((await call('GET', `/recalls/own?object=${late}`)).body);
  expect(own.items[0]).toMatchObject({ kind: 'erasure', members: [], rest: true });
});

test('erasure takes the names out of the memory that screenings are answered from, before anybody asks again', async () => {
  const other = 'identity--22222223-0000-4000-8000-000000000000';
  const named = (name: string) =>
    stix(other, { name, identity_class: 'individual', extensions: releasedTo(borea) });
  await post('/contributions', { objects: [named('Karim Alvand')] });
  await post('/contributions', { objects: [named('Karim Elvend')] }, corda);
  await scene.cell.settle();
  const names = new ViewNames(scene.ports.presenter);
  const ended = scene.ports.onErasure((erasure) => names.forget(erasure));
  const index = await names.of(borea, (read) => scene.cell.view(borea, read));
  expect([...index.namesOf(other)].sort()).toEqual(['Karim Alvand', 'Karim Elvend']);
  const read = await scene.cell.view(borea, async (view) => {
    const id = await enter('erase', { objects: [other] });
    expect((await post(`/subject-requests/${id}/erase`)).json()).toEqual({ contributions: 1 });
    expect(index.namesOf(other).size).toBe(0);
    // A read that began before it brings nothing back.
    return names.of(borea, (within) => within(view));
  });
  expect(read.namesOf(other).size).toBe(0);
  await names.of(borea, (within) => scene.cell.view(borea, within));
  expect([...index.namesOf(other)]).toEqual(['Karim Elvend']);
  ended();
});

test("nobody erases what is another's: records that are not one's own stay", async () => {
  await post('/contributions', {
    objects: [stix(person, { name: secret, identity_class: 'individual', extensions: releasedTo(borea) })],
  });
  const body = { kind: 'erase', via: 'subject', subject: 'x', objects: [person] };
  const { id } = (await post('/subject-requests', body, borea)).json<{ id: string }>();
  expect((await post(`/subject-requests/${id}/erase`, {}, borea)).json()).toEqual({ contributions: 0 });
  expect((await post(`/subject-requests/${id}/restrict`, {}, borea)).json()).toEqual({ contributions: 0 });
  expect([await sees(alba), await sees(borea)]).toEqual([true, true]);
  const file = (await call('GET', `/subject-requests/${id}/file`, undefined, borea)).body;
  expect(file).not.toContain(secret);
});

test("another member's register is as one that does not exist", async () => {
  const nothing = '00000000-0000-4000-8000-000000000000';
  const asks: [method: 'GET' | 'POST' | 'PUT', path: string, body?: object][] = [
    ['GET', ''],
    ['GET', '/file'],
    ['PUT', '/records', { objects: [] }],
    ['POST', '/restrict', {}],
    ['POST', '/lift', {}],
    ['POST', '/erase', {}],
    ['POST', '/answer', { outcome: 'granted', words: 'x' }],
  ];
  for (const [method, path, body] of asks) {
    const ask = async (id: string): Promise<[number, string]> => {
      const answer = await call(method, `/subject-requests/${id}${path}`, body, corda);
      return [answer.statusCode, answer.body.replaceAll(id, '')];
    };
    const [status, text] = await ask(request);
    expect([path, status]).toEqual([path, 404]);
    expect(text).toBe((await ask(nothing))[1]);
  }
  const list = json<{ items: object[] }>((await call('GET', '/subject-requests', undefined, corda)).body);
  expect(list.items).toEqual([]);
});

test('a supervisor that observes the cell is told what each member answers it, and nothing else of what anybody holds', async () => {
  const supervisor = 'eeeeeeee-0000-4000-8000-000000000000';
  await scene.cell.act(callerOf(alba), 'member', {}, (change) =>
    admitMember(change, {
      id: supervisor,
      name: 'Data protection board',
      kind: 'organisation',
      identity: 'identity--eeeeeeee-0000-4000-8000-000000000000',
      standing: 'observer',
    }),
  );
  const asked = {
    title: 'Access in the place of the person',
    text: `What do you hold about ${secret}?`,
    legalBasis: 'Indirect access',
    by: formatTimestamp(scene.world.at + 30 * day),
    addressees: [`member:${alba}`, `member:${borea}`],
  };
  const { id } = json<{ id: string }>((await post('/requests', asked, supervisor)).body);
  const path = `/requests/${id}`;
  // Each is told of itself alone, and who is not asked of nothing.
  for (const [member, other] of [
    [alba, borea],
    [borea, alba],
  ] as const)
    expect((await call('GET', path, undefined, member)).body).not.toContain(other);
  expect((await call('GET', path, undefined, corda)).statusCode).toBe(404);

  const entered = await enter('access', { via: 'supervisor', reference: id });
  expect((await call('GET', `/subject-requests/${entered}/file`)).body).toContain(secret);
  const outcome = { outcome: 'in-part', words: 'One record, lawful, and reviewed in May.' };
  expect((await post(`/subject-requests/${entered}/answer`, outcome)).statusCode).toBe(204);
  expect((await post(`${path}/answer`, { text: outcome.words })).statusCode).toBe(201);
  expect((await post(`${path}/nothing-held`, {}, borea)).statusCode).toBe(204);

  const told = (await call('GET', path, undefined, supervisor)).json<RequestWithAnswers>();
  expect(told.standings.map(({ member, state }) => [member, state])).toEqual([
    [alba, 'answered'],
    [borea, 'nothing-held'],
  ]);
  expect(told.answers.map(({ contributor, object }) => [contributor, object['content']])).toEqual([
    [alba, outcome.words],
  ]);
  expect(await sees(supervisor)).toBe(false);
  const found = (await call('GET', '/search?q=Marwani&type=identity', undefined, supervisor)).body;
  expect(json(found)).toMatchObject({ items: [] });
  for (const [url, status] of [
    [`/subject-requests/${entered}`, 404],
    [`/subject-requests/${entered}/file`, 404],
    [`/objects/${person}/openings`, 404],
  ] as const)
    expect([url, (await call('GET', url, undefined, supervisor)).statusCode]).toEqual([url, status]);
  const referring = `/subject-requests?reference=${id}`;
  expect(json((await call('GET', referring)).body)).toMatchObject({ items: [{ id: entered }] });
  expect(json((await call('GET', `${referring}0`)).body)).toMatchObject({ items: [] });
  for (const url of ['/subject-requests', referring])
    expect(json((await call('GET', url, undefined, supervisor)).body)).toMatchObject({ items: [] });
});
