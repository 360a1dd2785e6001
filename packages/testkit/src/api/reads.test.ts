import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import type { Caller } from '@entente/server/caller';
import { ReadLog, type ReadPage } from '@entente/server/read-log';
import { startTestCell } from '../cell.ts';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tools = [1, 2, 3].map((number) => `tool--2222222${number}-0000-4000-8000-000000000000`);
const address = 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4';
const view = '0b6ff6f2-8a1e-4b07-9d0e-6c9c4a6d2e51';
const reader: Caller = { ...callerOf(borea), purpose: 'Watch of the coast', caseReference: 'C-7' };

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ callers: new Map([['borea', reader]]) });
  scene.step();
  const released = { extensions: releasedTo(borea) };
  const objects = [
    ...tools.map((id) => stix(id, { name: 'Crowbar', ...released })),
    { type: 'ipv4-addr', spec_version: '2.1', id: address, value: '198.51.100.3', ...released },
  ];
  await scene.post(alba, '/api/v1/contributions', { objects });
});
afterAll(() => scene.close());

interface Row {
  member: string;
  sequence: number;
  at: number;
  actor: string;
  reader: string;
  purpose: string;
  case_reference: string;
  body: string;
  salt: string;
  objects: string[];
}

/** The records that a member has, with what they name. */
async function records(cell = scene.cell, member = borea): Promise<Row[]> {
  const { rows } = await cell.database.writer.query<Row>(
    `select r.*, array(select c.object from unnest(r.contributions) with ordinality as u (id, place)
       join (select id, object from contribution union all select id, object from former) c on c.id = u.id
       order by u.place) as objects
     from read_record r where member = $1 order by sequence`,
    [member],
  );
  return rows;
}

/** The records that reading leaves. */
async function left(read: () => Promise<unknown>): Promise<Row[]> {
  scene.step();
  const before = (await records()).length;
  await read();
  await scene.cell.settle();
  return (await records()).slice(before);
}

const get = (url: string) =>
  scene.call('', { method: 'GET', url, headers: { authorization: 'Bearer borea' } });
const taxii = (path: string) => get(`/taxii2/cell/collections/view/${path}`);
const micros = (time: unknown): number =>
  Date.parse(String(time)) * 1000 + Number(String(time).slice(23, 26).padEnd(3, '0').replace(/\D/g, '0'));
const bodyOf = (row: Row | undefined): JsonObject => json(row?.body ?? '{}');

test('a page over TAXII leaves one record: who, why, which stretch, and a digest that its reader can make', async () => {
  let headers: Record<string, unknown> = {};
  let page: { objects: { id: string; modified: string }[] } = { objects: [] };
  const [record, ...more] = await left(async () => {
    const answer = await taxii('objects/?limit=2');
    headers = answer.headers;
    page = json(answer.body);
  });
  expect(more).toEqual([]);
  expect(record).toMatchObject({
    member: borea,
    actor: reader.account,
    reader: borea,
    at: scene.world.at,
    purpose: 'Watch of the coast',
    case_reference: 'C-7',
    salt: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    objects: tools.slice(0, 2),
  });
  const { from, to, ...rest } = bodyOf(record);
  expect([from, to]).toEqual([
    micros(headers['x-taxii-date-added-first']),
    micros(headers['x-taxii-date-added-last']),
  ]);
  const lines = page.objects.map(({ id, modified }) => `${id} ${micros(modified)}\n`);
  const digest = createHash('sha256').update(lines.join('')).digest('hex');
  expect(rest).toEqual({ route: 'objects', collection: view, count: 2, digest });
});

test('what is not timed stands in the digest with its date in the feed of the reader', async () => {
  let added = '';
  const [record] = await left(async () => {
    added = String((await taxii(`objects/${address}/`)).headers['x-taxii-date-added-first']);
  });
  const digest = createHash('sha256')
    .update(`${address} ${micros(added)}\n`)
    .digest('hex');
  expect(bodyOf(record)).toMatchObject({ route: 'object', count: 1, digest });
});

test.each([
  ['a manifest', '/taxii2/cell/collections/view/manifest/', 'manifest', 4],
  ['the versions of an object', `/taxii2/cell/collections/view/objects/${tools[0]}/versions/`, 'versions', 1],
  ['an object', `/api/v1/objects/${tools[0]}`, 'object', 1],
  ['a search', '/api/v1/search?q=crowbar', 'search', 3],
  ['an export', '/api/v1/export', 'exportView', 4],
])('%s leaves a record', async (_name, url, route, count) => {
  const rows = await left(() => get(url));
  expect(rows.map(bodyOf)).toEqual([expect.objectContaining({ route, count }) as object]);
});

test('live events leave a record of what they tell to have come', async () => {
  const rows = await left(async () => {
    const answer = await scene.app.inject({
      url: '/api/v1/events?from=start',
      headers: { authorization: 'Bearer borea' },
      payloadAsStream: true,
    });
    let text = '';
    for await (const piece of answer.stream()) {
      text += String(piece);
      if (text.split('event: released').length > 4) break;
    }
  });
  expect(rows.map(bodyOf)).toEqual([expect.objectContaining({ route: 'events', count: 4 }) as object]);
});

test('what is withheld or does not exist leaves none, and neither does an empty page', async () => {
  const rows = await left(async () => {
    await get('/api/v1/objects/tool--99999999-0000-4000-8000-000000000000');
    await get('/api/v1/search?q=nothing');
    await taxii('objects/?added_after=2018-01-01T00:00:00Z');
  });
  expect(rows).toEqual([]);
});

test('a record goes on naming what was recalled since', async () => {
  const [record] = await left(() => get(`/api/v1/objects/${tools[2]}`));
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tools[2] }] });
  const kept = (await records()).find(({ sequence }) => sequence === record?.sequence);
  expect(kept?.objects).toEqual([tools[2]]);
});

test('the records of a member are numbered from one without gaps', async () => {
  const numbers = (await records()).map(({ sequence }) => sequence);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
});

const page = (at: number): ReadPage => ({
  route: 'object',
  at,
  given: [{ contribution: 1, object: tools[0] ?? '', version: at, timed: true, added: undefined }],
});

test('two processes number the records of one member together', async () => {
  const started = await startTestCell();
  const { cell, world } = started;
  const logs = [0, 1, 2].map(
    () => new ReadLog(cell.database.writer, (bytes) => world.random(bytes), cell.log),
  );
  for (let at = 1; at <= 30; at += 1) {
    for (const log of logs) for (const member of [alba, borea]) log.record(callerOf(member), page(at));
    await Promise.all(logs.map((log) => log.flush()));
  }
  for (const member of [alba, borea]) {
    const numbers = (await records(cell, member)).map(({ sequence }) => sequence);
    expect(numbers).toEqual(Array.from({ length: 90 }, (_none, index) => index + 1));
  }
  await started.close();
});

test('a clean stop writes what was read until then', async () => {
  const started = await startTestCell();
  const { cell } = started;
  cell.reads.record(reader, page(1));
  await cell.close();
  expect(await records(cell)).toHaveLength(1);
  await started.close();
});

test('records that cannot be written wait, and reads are refused where too many do', async () => {
  const started = await startTestCell();
  const { cell, world } = started;
  const { writer } = cell.database;
  const errors: string[] = [];
  const log = new ReadLog(writer, (bytes) => world.random(bytes), {
    error: (_fields, text) => errors.push(text),
  });
  await writer.query('alter table read_head rename to elsewhere');
  log.record(reader, page(1));
  await log.flush();
  expect(errors).toEqual(['records of reads cannot be written and will be tried again']);
  const given = Array.from({ length: 500_001 }, () => ({
    contribution: 1,
    object: address,
    version: 2,
    timed: false,
    added: 3,
  }));
  log.record(reader, { ...page(2), given });
  expect(() => log.record(reader, page(3))).toThrow('Reads cannot be recorded now');
  await writer.query('alter table elsewhere rename to read_head');
  await log.flush();
  expect((await records(cell)).map(({ at }) => at)).toEqual([1, 2]);
  log.record(reader, page(4));
  await log.flush();
  expect((await records(cell)).map(({ at }) => at)).toEqual([1, 2, 4]);
  await started.close();
});
