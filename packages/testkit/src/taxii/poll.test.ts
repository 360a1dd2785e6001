import { afterEach, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { callerOf } from '../world/play.ts';
import { startStage, taxii, type Stage } from './stage.ts';
import { readWorld } from './transcript.ts';

let stage: Stage;
afterEach(() => stage.server.close());

const time = '2017-05-01T00:00:00.000Z';
const tool = (number: number, name = `Tool ${number}`): JsonObject => ({
  type: 'tool',
  spec_version: '2.1',
  id: `tool--${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`,
  created: time,
  modified: time,
  name,
});
const tools = (from: number, count: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => tool(from + index));

const post = async (as: string, collection: string, objects: JsonObject[]): Promise<void> => {
  const answer = await stage.send({
    as,
    send: `POST {collections}${collection}/objects/`,
    body: { objects },
  });
  expect(answer.json()).toMatchObject({ failure_count: 0 });
};

interface Envelope {
  more?: boolean;
  next?: string;
  objects?: JsonObject[];
}

test('polling by the last date_added loses nothing and repeats nothing while others put in (61)', async () => {
  stage = await startStage(readWorld());
  const found: string[] = [];
  const dates: string[] = [];
  let after = '';
  for (let round = 0; round < 12; round += 1) {
    if (round < 8) await post(round % 2 ? 'alba' : 'borea', '{watch}', tools(round * 10, 5 + round));
    const answer = await stage.send({
      as: 'borea',
      send: `GET {collections}view/objects/?limit=9${after === '' ? '' : `&added_after=${after}`}`,
    });
    found.push(...((answer.json() as Envelope).objects ?? []).map(({ id }) => String(id)));
    after = String(answer.headers['x-taxii-date-added-last'] ?? after);
    dates.push(after);
  }
  const put = Array.from({ length: 8 }, (_, round) => tools(round * 10, 5 + round)).flat();
  expect(found).toEqual([...new Set(put.map(({ id }) => id))]);
  expect(dates).toEqual([...dates].sort());
});

test('paging by next loses nothing while others put in, take back and relabel, and ends (60, 61, 63)', async () => {
  stage = await startStage(readWorld());
  await post('alba', '{watch}', tools(0, 30));
  const found: string[] = [];
  let next: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    const query: string = next === undefined ? '' : `&next=${next}`;
    const answer = await stage.send({ as: 'borea', send: `GET {collections}view/objects/?limit=7${query}` });
    const envelope = answer.json() as Envelope;
    const tellings = (envelope.objects ?? []).filter(({ type }) => type !== 'note'); // of what was taken back
    found.push(...tellings.map(({ id }) => String(id)));
    expect(envelope.more === true).toBe(envelope.next !== undefined);
    next = envelope.next;
    if (next === undefined) break;
    if (page === 0) await post('borea', '{watch}', tools(40, 10));
    if (page === 1) {
      await stage.send({ as: 'alba', send: `DELETE {collections}own/objects/${String(tool(29)['id'])}/` });
    }
  }
  expect(next).toBeUndefined();
  expect(found).toEqual([...tools(0, 29), ...tools(40, 10)].map(({ id }) => id));
});

test('what is released late comes in the poll of that day, however old it is', async () => {
  stage = await startStage(readWorld());
  await post('alba', 'own', [tool(1)]);
  await post('alba', '{watch}', [tool(2)]);
  const first = await stage.send({ as: 'borea', send: 'GET {collections}view/objects/' });
  const after = String(first.headers['x-taxii-date-added-last']);
  const { server } = stage;
  await server.ports.contributions.relabel(
    callerOf(stage.names.get('alba') ?? ''),
    [{ object: String(tool(1)['id']) }],
    { any: [[`community:${stage.names.get('watch')}`]] },
  );
  const second = await stage.send({
    as: 'borea',
    send: `GET {collections}view/objects/?added_after=${after}`,
  });
  expect((second.json() as Envelope).objects).toMatchObject([{ name: 'Tool 1' }]);
});

test('whoever posts and then reads at once finds what it posted', async () => {
  stage = await startStage(readWorld());
  const { app, names } = { ...stage.server, names: stage.names };
  const headers = {
    authorization: `Bearer token-of-${names.get('alba')}`,
    'content-type': 'application/taxii+json',
  };
  const url = '/taxii2/cell/collections/own/objects/';
  await app.inject({ method: 'POST', url, headers, payload: JSON.stringify({ objects: tools(0, 200) }) });
  const read = await app.inject({ url: `${url}?limit=1000`, headers });
  expect((read.json() as Envelope).objects).toHaveLength(200);
});

test('a page of many megabytes comes whole, and one that would be larger still is cut', async () => {
  stage = await startStage(readWorld());
  const long = 'Ï'.repeat(400_000);
  for (let part = 0; part < 6; part += 1) {
    const objects = Array.from({ length: 16 }, (_, index) => tool(part * 16 + index, long));
    await post('alba', 'own', objects);
  }
  const found: string[] = [];
  let next: string | undefined;
  const sizes: number[] = [];
  do {
    const query: string = next === undefined ? '' : `&next=${next}`;
    const answer = await stage.send({ as: 'alba', send: `GET {collections}own/objects/?limit=1000${query}` });
    const envelope = answer.json() as Envelope;
    found.push(...(envelope.objects ?? []).map(({ id }) => String(id)));
    sizes.push(envelope.objects?.length ?? 0);
    next = envelope.next;
  } while (next !== undefined);
  expect(found).toEqual(tools(0, 96).map(({ id }) => id));
  expect(sizes).toEqual([84, 12]);
  const head = await stage.send({ as: 'alba', send: 'HEAD {collections}own/objects/?limit=1000' });
  expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', taxii]);
});
