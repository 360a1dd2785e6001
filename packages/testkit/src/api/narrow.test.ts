import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { addReader } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, startScene, stix, type Scene } from './scene.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const low = 'eeeeeeee-0000-4000-8000-000000000000';
const secret = 'tool--22222222-0000-4000-8000-000000000000';
const plain = 'tool--33333333-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  const narrow = { ...callerOf(alba), account: 'narrow account', reader: low };
  scene = await startScene({ basePath: '/hub', callers: new Map([['narrow', narrow]]) });
  await scene.play({ kind: 'policy', at: scene.step(), id: secrecy, owner: alba });
  await scene.play({ kind: 'clearance', at: scene.step(), policy: secrecy, member: alba, rank: 2 });
  scene.step();
  await scene.cell.act(callerOf(alba), 'reader', {}, (change) =>
    addReader(change, low, alba, { levels: { [secrecy]: 0 } }),
  );
  scene.step();
  const labelled = {
    extension_type: 'property-extension',
    any: [[`member:${borea}`]],
    levels: { [secrecy]: 1 },
  };
  const objects = [
    stix(secret, { name: 'Crowbar', extensions: { [labelExtensionId]: labelled } }),
    stix(plain, { name: 'Spade' }),
  ];
  await scene.post(alba, '/hub/api/v1/contributions', { objects });
});
afterAll(() => scene.close());

const asNarrow = (method: 'GET' | 'POST', url: string, payload?: object) => {
  const request: InjectOptions = {
    method,
    url: `/hub/api/v1${url}`,
    headers: { authorization: 'Bearer narrow' },
  };
  return scene.call('', payload === undefined ? request : { ...request, payload });
};

test('an account narrower than its member sees less of what the member itself put in', async () => {
  expect((await asNarrow('GET', `/objects/${plain}`)).statusCode).toBe(200);
  const withheld = await asNarrow('GET', `/objects/${secret}`);
  const never = await asNarrow('GET', '/objects/tool--99999999-0000-4000-8000-000000000000');
  expect([withheld.statusCode, withheld.body]).toEqual([404, never.body]);
  expect(json((await asNarrow('GET', '/me')).body)).toMatchObject({ narrow: true });
});

test('it puts nothing in, and recalls, relabels and explains nothing, whether it sees it or not', async () => {
  const asks = (object: string): [string, object][] => [
    ['/contributions', { objects: [stix(object, { name: 'Awl' })] }],
    ['/contributions/recall', { selection: [{ object }] }],
    ['/contributions/relabel', { selection: [{ object }], label: {} }],
    ['/contributions/explain', { object }],
    ['/contributions/view-as', { object, member: borea }],
  ];
  const never = 'tool--99999999-0000-4000-8000-000000000000';
  const answers = [secret, plain, never].map((object) =>
    asks(object).map(async ([url, payload]) => {
      const { statusCode, body } = await asNarrow('POST', url, payload);
      return [url, statusCode, body];
    }),
  );
  const [ofSecret, ofPlain, ofNever] = await Promise.all(answers.map((one) => Promise.all(one)));
  expect(ofSecret).toEqual(ofNever);
  expect(ofPlain).toEqual(ofNever);
  expect(ofNever?.map(([, status]) => status)).toEqual([403, 403, 403, 403, 403]);
  const headers = { authorization: 'Bearer narrow', 'content-type': 'application/octet-stream' };
  const file = { method: 'POST', url: '/hub/api/v1/imports?name=file', headers, payload: '{}' } as const;
  expect((await scene.call('', file)).statusCode).toBe(403);
  expect((await asNarrow('GET', '/batches')).statusCode).toBe(403);
  expect((await scene.get(alba, `/hub/api/v1/objects/${secret}`)).statusCode).toBe(200);
});

test('over TAXII it reads, and may write into no collection', async () => {
  const headers = { authorization: 'Bearer narrow' };
  const own = '/hub/taxii2/cell/collections/own/';
  const { body } = await scene.call('', { method: 'GET', url: own, headers });
  expect(json(body)).toMatchObject({ can_read: true, can_write: false });
  const payload = { objects: [stix(secret, { name: 'Crowbar' })] };
  const url = `${own}objects/`;
  const type = { 'content-type': 'application/taxii+json;version=2.1' };
  const added = await scene.call('', { method: 'POST', url, headers: { ...headers, ...type }, payload });
  expect(added.statusCode).toBe(403);
  const deleted = await scene.call('', { method: 'DELETE', url: `${url}${secret}/`, headers });
  expect(deleted.statusCode).toBe(403);
});

test('under a sub-path the pages of the API name files under that path alone', async () => {
  const page = await scene.app.inject('/hub/api/docs/');
  expect(page.statusCode).toBe(200);
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
  for (const file of files) {
    const url = new URL(file, 'http://cell.example/hub/api/docs/');
    expect(url.pathname.startsWith('/hub/api/docs/')).toBe(true);
    expect((await scene.app.inject(url.pathname)).statusCode).toBe(200);
  }
  expect((await scene.app.inject('/api/v1/me')).statusCode).toBe(404);
});
