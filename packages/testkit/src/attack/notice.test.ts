/** What the hub says of what was taken back, and members that would say it in its place. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeExtensionId } from '@entente/core/extension/identifiers';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';
import { putToSleep } from '../property/late.ts';

const tool = 'tool--11111111-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const objects = [stix(tool, { name: 'Spade', extensions: releasedTo(borea) })];
  await scene.post(alba, '/api/v1/contributions', { objects });
  scene.step();
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tool }] });
  scene.step();
});
afterAll(() => scene.close());

/** The notes that Borea is served over TAXII. */
async function notes(): Promise<JsonObject[]> {
  const { body } = await scene.get(borea, '/taxii2/cell/collections/view/objects/?match[type]=note');
  return json<{ objects?: JsonObject[] }>(body).objects ?? [];
}

const isOfTheHub = ({ extensions }: JsonObject): boolean =>
  noticeExtensionId in ((extensions ?? {}) as JsonObject);

/** What the hub said, as another would say it. */
async function imitation(number: number): Promise<JsonObject> {
  const notice = (await notes()).find(isOfTheHub) as JsonObject;
  const { [noticeExtensionId]: mark } = notice['extensions'] as JsonObject;
  return {
    ...notice,
    id: `note--${number}1111111-0000-4000-8000-000000000000`,
    extensions: { [noticeExtensionId]: mark as JsonObject, ...releasedTo(borea) },
  };
}

test('a notice of the hub bears its mark', async () => {
  expect(await notes()).toMatchObject([
    { object_refs: [tool], extensions: { [noticeExtensionId]: { kind: 'recalled' } } },
  ]);
});

test('an imitation with the mark is refused by the API, over TAXII and in a file, and the rest is kept', async () => {
  const kept = stix('tool--22222222-0000-4000-8000-000000000000', { name: 'Rake' });
  const first = await scene.post(corda, '/api/v1/contributions', { objects: [await imitation(1), kept] });
  expect(json(first.body)).toMatchObject({ answers: [{ outcome: 'rejected' }, { outcome: 'added' }] });
  const posted = await scene.call(corda, {
    method: 'POST',
    url: '/taxii2/cell/collections/own/objects/',
    headers: { 'content-type': 'application/taxii+json;version=2.1' },
    payload: { objects: [await imitation(2)] },
  });
  expect(json(posted.body)).toMatchObject({ failure_count: 1, success_count: 0 });
  const bundle = {
    type: 'bundle',
    id: 'bundle--11111111-0000-4000-8000-000000000000',
    objects: [await imitation(3)],
  };
  const imported = await scene.call(corda, {
    method: 'POST',
    url: '/api/v1/imports?name=file',
    headers: { 'content-type': 'application/octet-stream' },
    payload: JSON.stringify(bundle),
  });
  expect(json(imported.body)).toMatchObject({ added: 0, rejected: 1 });
  expect(await notes()).toHaveLength(1);
});

test('one without the mark, or with it under a name that is given twice, is served without it', async () => {
  const { extensions: _marked, ...words } = await imitation(4);
  const { extensions, ...others } = await imitation(5);
  const twice = `{"extensions":${JSON.stringify(extensions)},${JSON.stringify({ ...others, extensions: releasedTo(borea) }).slice(1)}`;
  const payload = `{"objects":[${JSON.stringify({ ...words, extensions: releasedTo(borea) })},${twice}]}`;
  const headers = { 'content-type': 'application/json' };
  await scene.call(corda, { method: 'POST', url: '/api/v1/contributions', headers, payload });
  const served = await notes();
  expect(served).toHaveLength(3);
  expect(served.filter(isOfTheHub)).toHaveLength(1);
});

test('notices are dated with what took, each change by itself, however late the feeds come to it', async () => {
  const given = ['5', '6'].map((digit) => `tool--${digit.repeat(8)}-0000-4000-8000-000000000000`);
  const objects = given.map((id) => stix(id, { name: 'Hoe', extensions: releasedTo(borea) }));
  await scene.post(alba, '/api/v1/contributions', { objects });
  const before = (await notes()).length;
  const wake = putToSleep(scene.cell);
  const dates: string[] = [];
  for (const object of given) {
    dates.push(formatTimestamp(scene.step()));
    const url = '/api/v1/contributions/recall';
    const headers = { authorization: `Bearer token-of-${alba}` };
    await scene.app.inject({ method: 'POST', url, headers, payload: { selection: [{ object }] } });
  }
  scene.world.at += 600_000_000;
  wake();
  await scene.cell.settle();
  const told = (await notes()).slice(before);
  expect(told.map(({ object_refs: of, created, modified }) => [of, created, modified])).toEqual(
    given.map((id, place) => [[id], dates[place], dates[place]]),
  );
});
