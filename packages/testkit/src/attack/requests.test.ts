/** What an addressee, another member or the host would try with requests: each fails, and shows nothing. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { readerRole } from '@entente/store/database/reader-role';
import { inBinding } from '@entente/store/view/binding';
import { alba, borea, corda, json, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

const hour = 3_600_000_000;
const nowhere = 'note--00000000-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  const of = (member: string, roles: string[]) => ({
    ...callerOf(member),
    account: `${roles.join()} of ${member}`,
    roles: new Set(roles) as ReturnType<typeof callerOf>['roles'],
  });
  scene = await startScene({
    host: corda,
    callers: new Map([
      ['auditor', of(borea, ['auditor', 'integrator', 'administrator', 'secretary'])],
      ['host', of(corda, ['secretary', 'administrator'])],
    ]),
  });
});
afterAll(() => scene.close());
beforeEach(() => void scene.step());

async function ask(member: string, addressees: string[], given: JsonObject = {}): Promise<string> {
  const by = formatTimestamp(scene.world.at + 72 * hour);
  const asked = { title: 'Who?', text: 'Who is he?', by, addressees, ...given };
  const answer = await scene.post(member, '/api/v1/requests', asked);
  expect(answer.statusCode).toBe(201);
  return json<{ id: string }>(answer.body).id;
}

const both = [`member:${borea}`, `member:${corda}`];
const answers = ['acknowledge', 'answer', 'decline', 'nothing-held', 'close'];
const bodies: Record<string, object> = { answer: { text: 'He.' }, decline: {}, 'nothing-held': {} };

const act = (member: string, id: string, name: string, headers?: Record<string, string>) =>
  scene.call(member, {
    method: 'POST',
    url: `/api/v1/requests/${id}/${name}`,
    ...(bodies[name] && { payload: bodies[name] }),
    ...(headers && { headers }),
  });

/** Everything that a member can be told. */
async function toldTo(member: string): Promise<string> {
  const urls = [
    ...['mine', 'to-me', 'overdue'].map((board) => `/api/v1/requests?board=${board}`),
    '/api/v1/requests?state=closed',
    '/api/v1/search',
    '/api/v1/search/facets',
    '/api/v1/arrivals?since=2017-01-01T00:00:00Z',
    '/api/v1/export?versions=all',
    '/taxii2/cell/collections/view/objects/',
    '/taxii2/cell/collections/view/manifest/',
  ];
  const told: string[] = [];
  for (const url of urls) told.push((await scene.get(member, url)).body);
  const { rows } = await scene.cell.database.writer.query<{ message: string }>(
    `select jsonb_build_array(id, kind, about, params, waits, settled_at)::text as message
     from message where member = $1 order by id`,
    [member],
  );
  return [...told, ...rows.map(({ message }) => message)].join('\n');
}

const withoutExport = (text: string): string =>
  text.replaceAll(/(?:bundle|marking-definition)--[0-9a-f-]{36}/g, '');

test('an addressee finds no trace of another addressee, whatever that one says', async () => {
  const id = await ask(alba, both);
  await scene.cell.settle();
  const before = await toldTo(borea);
  expect(before).not.toContain(corda);
  for (const name of ['acknowledge', 'nothing-held', 'answer']) {
    expect((await act(corda, id, name)).statusCode).toBeLessThan(300);
  }
  expect(withoutExport(await toldTo(borea))).toBe(withoutExport(before));
});

test('whoever was not asked is answered like for a request that never was, though it sees the note', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  scene.step();
  const wider = { selection: [{ object: id }], label: { any: [[`member:${borea}`, `member:${corda}`]] } };
  await scene.post(alba, '/api/v1/contributions/relabel', wider);
  expect((await scene.get(corda, `/api/v1/objects/${id}`)).statusCode).toBe(200);
  const bytes = async (one: string) => (await scene.get(corda, `/api/v1/requests/${one}`)).body;
  expect(await bytes(id)).toBe(await bytes(nowhere));
  for (const name of answers) {
    const [real, none] = [await act(corda, id, name), await act(corda, nowhere, name)];
    expect([real.statusCode, real.body]).toEqual([404, none.body]);
  }
  expect((await scene.get(corda, '/api/v1/requests')).body).not.toContain(id);
});

test('nobody answers for another member, and an addressee closes nothing', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  expect((await act(alba, id, 'nothing-held')).statusCode).toBe(404);
  expect((await act(borea, id, 'close')).statusCode).toBe(404);
  for (const name of answers) expect((await act(corda, id, name)).statusCode).toBe(404);
  expect((await scene.get(alba, `/api/v1/requests/${id}`)).body).toContain('"state":"open"');
});

test('only analysts and release officers ask and answer: no auditor, integrator, administrator or host', async () => {
  const id = await ask(alba, both);
  for (const token of ['auditor', 'host']) {
    const headers = { authorization: `Bearer ${token}` };
    for (const name of answers) expect((await act('', id, name, headers)).statusCode).toBe(403);
    const asked = await scene.call('', {
      method: 'POST',
      url: '/api/v1/requests',
      headers,
      payload: { title: 'T', text: 'T', by: '2018-01-01T00:00:00Z', addressees: [`member:${alba}`] },
    });
    expect(asked.statusCode).toBe(403);
  }
});

test('nothing is said after the close, and no answer is put in then', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  expect((await act(alba, id, 'close')).statusCode).toBe(204);
  const before = await scene.get(borea, '/api/v1/search?type=note');
  for (const name of ['acknowledge', 'answer', 'decline', 'nothing-held']) {
    expect((await act(borea, id, name)).statusCode).toBe(409);
  }
  expect((await act(alba, id, 'close')).statusCode).toBe(409);
  expect((await scene.get(borea, '/api/v1/search?type=note')).body).toBe(before.body);
});

test('an answer that is refused leaves neither state nor note', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  const refused = await scene.post(borea, `/api/v1/requests/${id}/answer`, {
    text: 'He.',
    label: { any: [['community:00000000-0000-4000-8000-000000000000']] },
  });
  expect(refused.statusCode).toBe(400);
  expect((await scene.get(alba, `/api/v1/requests/${id}`)).body).toContain('"state":"open"');
});

test('the hub says nothing for a member: a date that passes is no answer, and never that nothing is held', async () => {
  const id = await ask(alba, both);
  scene.world.at += 100 * hour;
  await scene.cell.settle();
  const { rows } = await scene.cell.database.writer.query('select from request_word where request = $1', [
    id,
  ]);
  expect(rows).toEqual([]);
  const { body } = await scene.get(alba, `/api/v1/requests/${id}`);
  expect(body.match(/"state":"expired","said":null/g)).toHaveLength(2);
});

test('what is put in under the id of a request by another asks nothing and hides nothing', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  const { entry } = json<{ entry: { object: JsonObject } }>(
    (await scene.get(borea, `/api/v1/requests/${id}`)).body,
  );
  const { extensions: _projection, created_by_ref: _alba, ...note } = entry.object;
  const claim = { ...note, content: 'Forget it.', modified: formatTimestamp(scene.world.at) };
  const objects = [claim];
  await scene.post(corda, '/api/v1/contributions', { objects, label: { any: [['public']] } });
  const seen = (await scene.get(borea, `/api/v1/requests/${id}`)).body;
  expect(seen).toContain('Who is he?');
  expect(seen).not.toContain('Forget it.');
  expect((await scene.get(corda, `/api/v1/requests/${id}`)).statusCode).toBe(404);
});

test('a note with the extension that came another way asks nobody', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  const { entry } = json<{ entry: { object: JsonObject } }>(
    (await scene.get(alba, `/api/v1/requests/${id}`)).body,
  );
  const copy = 'note--99999999-0000-4000-8000-000000000000';
  const objects = [{ ...entry.object, id: copy, object_refs: [copy] }];
  await scene.post(alba, '/api/v1/contributions', { objects, label: { any: [[`member:${borea}`]] } });
  expect((await scene.get(borea, `/api/v1/objects/${copy}`)).statusCode).toBe(200);
  expect((await scene.get(borea, `/api/v1/requests/${copy}`)).statusCode).toBe(404);
});

test('the role that serves reads has no row of a request that is not in the view, nor another’s word', async () => {
  const id = await ask(alba, [`member:${borea}`]);
  const shared = await ask(alba, both);
  await act(corda, shared, 'decline');
  const rowsFor = (reader: string, statement: string): Promise<unknown[]> =>
    inBinding(scene.cell.database.reader, { id: reader, at: scene.world.at }, async ({ client }) => {
      const { rows } = await client.query(statement, [[id, shared]]);
      return rows;
    });
  const requests = 'select id from request where id = any($1::text[]) order by id';
  const words = 'select member from request_word where request = any($1::text[])';
  const addressees = 'select member from request_addressee where request = any($1::text[])';
  expect(readerRole).toBe('entente_reader');
  expect(await rowsFor(corda, requests)).toEqual([{ id: shared }]);
  expect(await rowsFor(borea, words)).toEqual([]);
  expect(await rowsFor(alba, words)).toEqual([{ member: corda }]);
  expect(await rowsFor(borea, addressees)).toEqual([{ member: borea }, { member: borea }]);
});
