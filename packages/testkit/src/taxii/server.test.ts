import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTaxiiStatus } from '@entente/store/taxii-status/reader';
import { saveTaxiiStatus } from '@entente/store/taxii-status/writer';
import type { Caller } from '@entente/server/caller';
import { summit } from '../cell.ts';
import { callerOf } from '../world/play.ts';
import { startStage, taxii, type Stage } from './stage.ts';
import { readWorld } from './transcript.ts';

const world = readWorld();
const hour = 3_600_000_000;

describe('a cell at the root', () => {
  let stage: Stage;
  beforeAll(async () => {
    const reading: Caller = {
      ...callerOf(world.members['alba'] ?? ''),
      account: 'an account that reads',
      scopes: new Set(['read']),
    };
    const other: Caller = { ...callerOf(world.members['alba'] ?? ''), account: 'another of Alba' };
    const callers = new Map([
      ['reading', reading],
      ['other', other],
    ]);
    stage = await startStage(world, { maxContentLength: 4096, callers });
    const objects = ['$nightjar', '$nightjar2', '$crowbar', '$uses', '$address'];
    await stage.send({ as: 'alba', send: 'POST {collections}{watch}/objects/', body: { objects } });
  });
  afterAll(() => stage.server.close());

  const submit = (text: string) => stage.send({ as: 'alba', send: 'POST {collections}own/objects/', text });

  test('a body of just max_content_length is taken, and one byte more is too large (29)', async () => {
    const body = JSON.stringify({ objects: [{ ...world.objects['secret'], id: 'x' }] });
    expect((await submit(body.padEnd(4096))).statusCode).toBe(202);
    const refused = await submit(body.padEnd(4097));
    expect(refused.statusCode).toBe(413);
    expect(refused.headers['content-type']).toBe(taxii);
    expect(refused.json()).toMatchObject({ title: 'Too large', http_status: '413' });
  });

  test('a body that is not UTF-8 is refused', async () => {
    const { app, ports } = stage.server;
    const answer = await app.inject({
      method: 'POST',
      url: `${ports.basePath}/taxii2/cell/collections/own/objects/`,
      headers: { authorization: `Bearer token-of-${world.members['alba']}`, 'content-type': taxii },
      payload: Buffer.from('{"objects":[{"id":"\xff"}]}', 'latin1'),
    });
    expect(answer.statusCode).toBe(400);
  });

  test('an account that may only read finds no collection to write into, and may not', async () => {
    const headers = { authorization: 'Bearer reading' };
    const list = await stage.send({ send: 'GET {collections}', headers });
    const { collections } = list.json() as { collections: { can_write: boolean }[] };
    expect(collections.map((one) => one.can_write)).toEqual([false, false, false]);
    for (const send of ['POST {collections}own/objects/', 'POST {collections}{watch}/objects/']) {
      expect((await stage.send({ send, headers, body: { objects: [] } })).statusCode).toBe(403);
    }
    const send = 'DELETE {collections}own/objects/{nightjar}/';
    expect((await stage.send({ send, headers })).statusCode).toBe(403);
  });

  test('a status is kept for a week, so longer than a day (34)', async () => {
    const { database } = stage.server.cell;
    const save = (id: string, at: number) =>
      saveTaxiiStatus(database.writer, { id, account: 'n', at, body: '{}' });
    const find = (at: number) => findTaxiiStatus(database.reader, 'n', 'first', at);
    await save('first', summit);
    expect(await find(summit + 168 * hour)).toBe('{}');
    // Whether somebody has submitted since or not.
    expect(await find(summit + 169 * hour)).toBeUndefined();
    await save('second', summit + 169 * hour);
    expect(await find(summit)).toBeUndefined();
  });

  test('a status is not found by another account of the same member', async () => {
    const { id } = (await submit(JSON.stringify({ objects: [{ id: 'x' }] }))).json() as { id: string };
    const send = `GET {cell}status/${id}/`;
    expect((await stage.send({ as: 'alba', send })).statusCode).toBe(200);
    const headers = { authorization: 'Bearer other' };
    expect((await stage.send({ send, headers })).statusCode).toBe(404);
  });

  test('the role that reads finds no status without being bound to an account', async () => {
    const { reader, writer } = stage.server.cell.database;
    const all = 'select count(*)::int as count from taxii_status';
    expect((await writer.query(all)).rows).not.toEqual([{ count: 0 }]);
    expect((await reader.query(all)).rows).toEqual([{ count: 0 }]);
  });

  test('an object nested without end fails by itself', async () => {
    const deep = `{"id":"x","type":"tool","x":${'['.repeat(1500)}${']'.repeat(1500)}}`;
    expect((await submit(`{"objects":[${deep}]}`)).json()).toMatchObject({ failure_count: 1 });
  });

  test.each(['0001-01-01T00:00:00.000Z', '1600-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'a version of %s is served or refused, and nothing stops',
    async (when) => {
      const id = `tool--${when.slice(0, 4)}0000-0000-4000-8000-000000000000`;
      const object = { ...world.objects['secret'], id, created: when, modified: when };
      expect((await submit(JSON.stringify({ objects: [object] }))).statusCode).toBe(202);
      const read = await stage.send({ as: 'alba', send: 'GET {collections}own/manifest/' });
      expect(read.statusCode).toBe(200);
    },
  );

  test.each([
    ['a label', { extensions: { [world.names['label'] ?? '']: { until: '9999-12-31T23:59:59.999Z' } } }],
    ['a review', { extensions: { [world.names['label'] ?? '']: { review: '9999-12-31T23:59:59.999Z' } } }],
    ['an old end', { extensions: { [world.names['label'] ?? '']: { until: '0001-01-01T00:00:00Z' } } }],
    ['a seen', { valid_until: '9999-12-31T23:59:59.999Z', first_seen: '0001-01-01T00:00:00Z' }],
  ])('%s of the end of days is served or refused, and nothing stops', async (what, more) => {
    const id = `tool--${String(what.length).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const object = { ...world.objects['secret'], id, ...more };
    for (const as of ['alba', 'borea']) {
      const send = 'POST {collections}{watch}/objects/';
      expect((await stage.send({ as, send, body: { objects: [object] } })).statusCode).toBe(202);
      const read = await stage.send({ as, send: 'GET {collections}view/objects/' });
      expect(read.statusCode).toBe(200);
    }
  });

  test.each(['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'a translation of a version of %s is served or refused, and nothing stops',
    async (when) => {
      const { name: _name, ...common } = world.objects['secret'] ?? {};
      const body = {
        ...common,
        type: 'language-content',
        id: `language-content--${when.slice(0, 4)}0000-0000-4000-8000-000000000000`,
        object_ref: '{nightjar}',
        object_modified: when,
        contents: { fr: { name: 'Engoulevent' } },
      };
      const send = 'POST {collections}{watch}/objects/';
      const answer = await stage.send({ as: 'borea', send, body: { objects: [body] } });
      expect(answer.statusCode).toBe(202);
      const read = await stage.send({ as: 'alba', send: 'GET {collections}view/objects/' });
      expect(read.statusCode).toBe(200);
    },
  );

  test('whatever is asked, the answer is TAXII and no failure of the server', async () => {
    const oneOf = (words: string, ...more: string[]) => fc.constantFrom('', ...words.split(' '), ...more);
    const bits = oneOf(
      "view own {watch} {nightjar} {address} objects versions manifest status collections cell . % %00 %2F %E0%A4 %F0%9F%98%80 null \\ ';-- $1 -1 constructor *",
      'x'.repeat(2000),
    );
    const values = oneOf(
      "first last all 2017-05-02T00:00:00Z 0001-01-01T00:00:00Z 9999-12-31T23:59:59.9Z {nightjar} tool 2.1 2.0 0 1 99999999999999999999 , %00 % %ff \\ ' { NaN 1e9 -0",
      'a'.repeat(5000),
    );
    const names = oneOf(
      'added_after limit next match[id] match[type] match[version] match[spec_version] match[] match __proto__ constructor % [',
    );
    const query = fc.array(fc.tuple(names, fc.array(values, { maxLength: 3 })), { maxLength: 4 });
    const path = fc.oneof(
      fc.array(bits, { maxLength: 6 }).map((parts) => `/taxii2/${parts.join('/')}/`),
      fc.tuple(bits, bits).map(([collection, object]) => `{collections}${collection}/objects/${object}/`),
      bits.map((object) => `{collections}view/objects/${object}/versions/`),
      fc.constantFrom('{collections}view/objects/', '{collections}own/manifest/'),
    );
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'DELETE', 'PUT');
    await fc.assert(
      fc.asyncProperty(method, path, query, async (verb, where, asked) => {
        const search = asked.map(([name, given]) => `${name}=${given.join(',')}`).join('&');
        const answer = await stage.send({ as: 'corda', send: `${verb} ${where}?${search}` });
        expect(answer.statusCode).toBeLessThan(500);
        expect(answer.headers['content-type']).toBe(taxii);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a cell under a sub-path', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(world, { basePath: '/sub' });
  });
  afterAll(() => stage.server.close());

  test('has discovery at the root of the server, which leads under the sub-path', async () => {
    for (const send of ['GET /taxii2/', 'GET /sub/taxii2/']) {
      const discovery = await stage.send({ as: 'alba', send });
      expect(discovery.json()).toMatchObject({
        default: '/sub/taxii2/cell/',
        api_roots: ['/sub/taxii2/cell/'],
      });
    }
    expect((await stage.send({ as: 'alba', send: 'GET /sub/taxii2/cell/collections/' })).statusCode).toBe(
      200,
    );
  });

  test('has nothing else at the root', async () => {
    const answer = await stage.send({ as: 'alba', send: 'GET /taxii2/cell/' });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe(taxii);
    expect((await stage.send({ as: 'alba', send: 'GET /sub/taxii2/%/' })).headers['content-type']).toBe(
      taxii,
    );
  });
});
