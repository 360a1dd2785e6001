import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, bringIn, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tool = 'tool--22222222-0000-4000-8000-000000000000';
const batched = [1, 2].map((number) => `tool--4444444${number}-0000-4000-8000-000000000000`);

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

test('what a member puts in it gets back as it was written', async () => {
  const written = JSON.stringify(stix(tool, { name: 'Crowbar', x_number: 1 }), null, 1).replace(
    '1\n}',
    '1.0\n}',
  );
  const answer = await scene.call(alba, {
    method: 'POST',
    url: '/api/v1/contributions',
    headers: { 'content-type': 'application/json' },
    payload: `{"source": "list", "objects": [ ${written} ]}`,
  });
  expect(json<{ answers: JsonObject[] }>(answer.body).answers).toEqual([
    {
      id: tool,
      type: 'tool',
      version: '2017-05-01T00:00:00.000000Z',
      outcome: 'added',
      revoked: false,
      findings: [],
    },
  ]);
  expect((await scene.get(alba, `/api/v1/objects/${tool}`)).body).toContain(
    `{"object":${written},"contributor"`,
  );
});

test('what is wrong with one object is told, and the others are kept', async () => {
  scene.step();
  const good = 'tool--33333333-0000-4000-8000-000000000000';
  const objects = [stix(good, { name: 'Spade' }), stix('tool--nothing', { name: 'None' }), 7];
  const answer = await scene.post(alba, '/api/v1/contributions', { objects });
  const answers = json<{ answers: { outcome: string; findings: object[] }[] }>(answer.body).answers;
  expect(answers.map(({ outcome }) => outcome)).toEqual(['added', 'rejected', 'rejected']);
  expect(answers.map(({ findings }) => findings.length > 0)).toEqual([false, true, true]);
});

test('putting in an id that another member has hidden is answered as if nobody had it', async () => {
  scene.step();
  const other = 'tool--55555555-0000-4000-8000-000000000000';
  const answers = async (id: string) =>
    json<{ answers: object[] }>(
      (await scene.post(borea, '/api/v1/contributions', { objects: [stix(id, { name: 'Mine' })] })).body,
    ).answers.map((answer) => ({ ...answer, id: '' }));
  expect(await answers(tool)).toEqual(await answers(other));
});

test('the validator tells what is wrong and puts nothing in', async () => {
  const id = 'tool--66666666-0000-4000-8000-000000000000';
  const objects = [stix(id, { name: 'Saw' }), stix(id, {})];
  const { verdicts } = json<{ verdicts: { valid: boolean }[] }>(
    (await scene.post(alba, '/api/v1/validate', { objects })).body,
  );
  expect(verdicts.map(({ valid }) => valid)).toEqual([true, false]);
  expect((await scene.get(alba, `/api/v1/objects/${id}`)).statusCode).toBe(404);
});

/** As STIX 2.0 writes it: the version stands in the bundle, and labels hold the types. */
function sighted(id: string, value: string | number): JsonObject {
  const { spec_version: _, ...rest } = stix(id, {
    first_observed: '2017-05-01T00:00:00Z',
    last_observed: '2017-05-01T00:00:00Z',
    number_observed: 1,
    objects: { '0': { type: 'ipv4-addr', value }, '1': { type: 'domain-name', value: 'heron.example' } },
  });
  return rest;
}

test('an object of STIX 2.0 has one answer, whatever it becomes, and goes in whole or not at all', async () => {
  scene.step();
  const [good, bad] = ['8', '9'].map(
    (digit) => `observed-data--${digit.repeat(8)}-0000-4000-8000-000000000000`,
  );
  const objects = [sighted(good ?? '', '198.51.100.7'), sighted(bad ?? '', 7)];
  const { answers } = json<{ answers: { id: string; outcome: string; findings: { path: string }[] }[] }>(
    (await scene.post(alba, '/api/v1/contributions', { objects })).body,
  );
  expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
    [good, 'added'],
    [bad, 'rejected'],
  ]);
  expect(answers[1]?.findings[0]?.path).toMatch(/^ipv4-addr--.* value$/);
  const kept = await scene.get(alba, `/api/v1/objects/${good}/references`);
  const { items } = json<{ items: { entry: { object: JsonObject } }[] }>(kept.body);
  expect(items.map(({ entry }) => entry.object['value'])).toEqual(['198.51.100.7', 'heron.example']);
  expect((await scene.get(alba, `/api/v1/objects/${bad}`)).statusCode).toBe(404);
  const { verdicts } = json<{ verdicts: { id: string; valid: boolean }[] }>(
    (await scene.post(alba, '/api/v1/validate', { objects })).body,
  );
  expect(verdicts.map(({ id, valid }) => [id, valid])).toEqual([
    [good, true],
    [bad, false],
  ]);
});

test('a batch is listed to its member alone, relabelled and undone', async () => {
  scene.step();
  const objects = batched.map((id) => stix(id, { name: 'In a batch', extensions: releasedTo(alba) }));
  await bringIn(scene, alba, objects);
  const [batch] = json<{ items: { id: string; source: string }[] }>(
    (await scene.get(alba, '/api/v1/batches')).body,
  ).items;
  expect(batch?.source).toBe('list.json');
  const url = `/api/v1/batches/${batch?.id}`;
  expect(json((await scene.get(borea, '/api/v1/batches')).body)).toEqual({ items: [] });
  expect((await scene.get(borea, url)).statusCode).toBe(404);
  const first = json<{ items: object[]; next: string }>(
    (await scene.get(alba, `${url}/contributions?limit=1`)).body,
  );
  const rest = await scene.get(alba, `${url}/contributions?limit=1&cursor=${first.next}`);
  expect([...first.items, ...json<{ items: object[] }>(rest.body).items]).toEqual(
    batched.map((object) => ({ object, type: 'tool' })),
  );
  scene.step();
  const label = { any: [[`member:${borea}`]] };
  expect(json((await scene.post(alba, `${url}/relabel`, { label })).body)).toEqual({ waits: false });
  expect((await scene.get(borea, `/api/v1/objects/${batched[0]}`)).statusCode).toBe(200);
  scene.step();
  expect(json((await scene.post(alba, `${url}/undo`, {})).body)).toEqual({ recalled: 2 });
  expect((await scene.get(borea, `/api/v1/objects/${batched[0]}`)).statusCode).toBe(404);
  expect((await scene.post(alba, `${url}/undo`, {})).statusCode).toBe(409);
});

test('more acts at once than the cell has connections all end: none waits for one that another holds', async () => {
  scene.step();
  const object = 'tool--99999999-0000-4000-8000-000000000000';
  const extensions = releasedTo(alba);
  await scene.post(alba, '/api/v1/contributions', {
    objects: [stix(object, { name: 'Asked for', extensions })],
  });
  scene.step();
  const label = { any: [[`member:${borea}`]], review: '2018-05-25T00:00:00Z' };
  const confirmed = { objects: [object], review: '2019-05-25T00:00:00Z', reason: 'still needed' };
  const file = (number: number) => {
    const marked = {
      name: 'Marked',
      object_marking_refs: ['marking-definition--99999999-0000-4000-8000-000000000000'],
    };
    const objects = [stix(`tool--9999999${number}-0000-4000-8000-00000000000a`, marked)];
    return bringIn(scene, alba, objects, { name: `${number}.json`, strict: true });
  };
  const posts = Array.from({ length: 8 }, () => [
    scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object }], label }),
    scene.post(alba, '/api/v1/reviews/confirm', confirmed),
  ]).flat();
  const files = Array.from({ length: 6 }, (_none, number) => file(number));
  expect(new Set((await Promise.all(posts)).map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(new Set((await Promise.all(files)).map(({ added }) => added))).toEqual(new Set([1]));
});
