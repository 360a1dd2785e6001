/** Two people ask that the same record be restricted: what one of them has lifted stays restricted for the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import {
  alba,
  borea,
  bringIn,
  corda,
  json,
  postOverTaxii,
  releasedTo,
  startScene,
  stix,
  type Scene,
} from '../api/scene.ts';

const note = 'note--22222222-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const content = { content: 'Both were seen', object_refs: [note], extensions: releasedTo(borea) };
  await post('/contributions', { objects: [stix(note, content)] });
});
afterAll(() => scene.close());

async function post(path: string, payload: object = {}) {
  scene.world.at += 1_000_000;
  return scene.post(alba, `/api/v1${path}`, payload);
}
const isSeen = async (): Promise<boolean> =>
  (await scene.get(borea, `/api/v1/objects/${note}`)).statusCode === 200;
const act = (id: string, what: string) => post(`/subject-requests/${id}/${what}`);

async function enter(subject: string): Promise<string> {
  const asked = { kind: 'restrict', via: 'subject', subject, objects: [note] };
  return json<{ id: string }>((await post('/subject-requests', asked)).body).id;
}

test.each([
  ['first', 0],
  ['second', 1],
])(
  'the %s of two restrictions is lifted first: the other holds, and lifting it gives the label back',
  async (_, place) => {
    const ids = [await enter('One'), await enter('Another')];
    expect(await isSeen()).toBe(true);
    for (const id of ids) expect((await act(id, 'restrict')).statusCode).toBe(200);
    const [lifted, other] = place === 0 ? ids : [...ids].reverse();
    expect((await act(lifted as string, 'lift')).statusCode).toBe(200);
    expect(await isSeen()).toBe(false);
    expect((await act(other as string, 'lift')).statusCode).toBe(200);
    expect(await isSeen()).toBe(true);
  },
);

const wide = { any: [[`member:${borea}`, `member:${corda}`]] };
const relabel = (object: string, label: object = wide) =>
  post('/contributions/relabel', { selection: [{ object }], label });

/** Puts a record in for Borea, and has a request restrict it. */
async function restricted(object: string, more: JsonObject = {}): Promise<string> {
  const extensions = releasedTo(borea);
  const content = { content: 'Seen', object_refs: [object], extensions, ...more };
  await post('/contributions', { objects: [stix(object, content)] });
  const asked = { kind: 'restrict', via: 'subject', subject: 'One', objects: [object] };
  const { id } = json<{ id: string }>((await post('/subject-requests', asked)).body);
  expect((await act(id, 'restrict')).statusCode).toBe(200);
  return id;
}
const seenBy = async (object: string): Promise<string[]> => {
  const statuses: number[] = [];
  for (const member of [borea, corda])
    statuses.push((await scene.get(member, `/api/v1/objects/${object}`)).statusCode);
  return [borea, corda].filter((_member, place) => statuses[place] === 200);
};
const own = (number: number): string => `note--3333333${number}-0000-4000-8000-000000000000`;
const version = (object: string, day: string): JsonObject =>
  stix(object, {
    modified: `2017-05-${day}T00:00:00.000Z`,
    content: `As of ${day}`,
    object_refs: [object],
    extensions: releasedTo(borea, corda),
  });

test('no relabelling lifts a restriction: the label given meanwhile is the one that it comes back to', async () => {
  const id = await restricted(own(0));
  expect((await relabel(own(0))).statusCode).toBe(200);
  expect(await seenBy(own(0))).toEqual([]);
  await act(id, 'lift');
  expect(await seenBy(own(0))).toEqual([borea, corda]);
});

test('what comes in under the id of a restricted record stays with its contributor, whatever way it comes', async () => {
  const id = await restricted(own(1));
  await post('/contributions', { objects: [version(own(1), '11')] });
  scene.world.at += 1_000_000;
  const { batch } = await bringIn(scene, alba, [version(own(1), '12')]);
  scene.world.at += 1_000_000;
  const posted = await postOverTaxii(scene, alba, [version(own(1), '13')]);
  expect(posted.statusCode).toBe(202);
  await post(`/batches/${batch}/relabel`, { label: wide });
  await scene.cell.settle();
  expect(await seenBy(own(1))).toEqual([]);
  const { rows } = await scene.cell.database.writer.query(
    'select version from contribution where contributor = $1 and object = $2',
    [alba, own(1)],
  );
  expect(rows).toHaveLength(4);
  expect((await act(id, 'lift')).body).toBe('{"contributions":4}');
  expect(await seenBy(own(1))).toEqual([borea, corda]);
});

test('putting in again is answered as if nothing were restricted, under the label that it was given last', async () => {
  const put = async (object: string, ...to: string[]): Promise<unknown> => {
    const objects = [stix(object, { content: 'Seen', object_refs: [object], extensions: releasedTo(...to) })];
    return json<{ answers: { outcome: string }[] }>((await post('/contributions', { objects })).body)
      .answers[0]?.outcome;
  };
  await put(own(8), borea);
  await relabel(own(8));
  const id = await restricted(own(7));
  await relabel(own(7));
  for (const to of [[borea], [borea, corda], []])
    expect(await put(own(7), ...to)).toBe(await put(own(8), ...to));
  await act(id, 'lift');
  expect(await seenBy(own(7))).toEqual([borea, corda]);
});

test('what a batch is narrowed to while a part of it is restricted holds for that part when it is lifted', async () => {
  scene.world.at += 1_000_000;
  const { batch } = await bringIn(scene, alba, [version(own(2), '11')]);
  const asked = { kind: 'restrict', via: 'subject', subject: 'One', objects: [own(2)] };
  const { id } = json<{ id: string }>((await post('/subject-requests', asked)).body);
  await act(id, 'restrict');
  await post(`/batches/${batch}/relabel`, { label: { any: [[`member:${borea}`]] } });
  await act(id, 'lift');
  expect(await seenBy(own(2))).toEqual([borea]);
});

test('what a batch is narrowed to after a restriction was lifted holds for that part as well, and what it is widened to does not', async () => {
  scene.world.at += 1_000_000;
  const { batch } = await bringIn(scene, alba, [version(own(5), '11'), version(own(6), '11')]);
  const asked = { kind: 'restrict', via: 'subject', subject: 'One', objects: [own(5)] };
  const { id } = json<{ id: string }>((await post('/subject-requests', asked)).body);
  await act(id, 'restrict');
  await act(id, 'lift');
  expect(await seenBy(own(5))).toEqual([borea, corda]);
  await post(`/batches/${batch}/relabel`, { label: { any: [[`member:${borea}`]] } });
  expect([await seenBy(own(5)), await seenBy(own(6))]).toEqual([[borea], [borea]]);
  await post(`/batches/${batch}/relabel`, { label: wide });
  expect([await seenBy(own(5)), await seenBy(own(6))]).toEqual([[borea], [borea, corda]]);
});

test('who confirms a restricted record moves its dates and nothing else', async () => {
  const id = await restricted(own(3));
  await relabel(own(3), { ...wide, review: '2018-05-25T00:00:00Z' });
  const confirmed = { objects: [own(3)], review: '2019-05-25T00:00:00Z', reason: 'still needed' };
  expect((await post('/reviews/confirm', confirmed)).statusCode).toBe(200);
  expect(await seenBy(own(3))).toEqual([]);
  await act(id, 'lift');
  expect(await seenBy(own(3))).toEqual([borea, corda]);
});

test('a record that is not there yet is restricted when it comes; a request about none restricts nothing', async () => {
  const asked = { kind: 'restrict', via: 'subject', subject: 'One' };
  const enter = async (objects: string[]) =>
    json<{ id: string }>((await post('/subject-requests', { ...asked, objects })).body).id;
  expect((await act(await enter([]), 'restrict')).statusCode).toBe(409);
  const id = await enter([own(4)]);
  expect((await act(id, 'restrict')).body).toBe('{"contributions":0}');
  await post('/contributions', { objects: [version(own(4), '11')] });
  expect(await seenBy(own(4))).toEqual([]);
  await act(id, 'lift');
  expect(await seenBy(own(4))).toEqual([borea, corda]);
});
