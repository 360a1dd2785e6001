/** What has neither `created` nor `modified` tells nobody when it was put in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, type Scene } from '../api/scene.ts';

const older = 'domain-name--33333333-0000-4000-8000-000000000000';
const newer = 'domain-name--22222222-0000-4000-8000-000000000000';

let scene: Scene;
let put: number;
let released: number;
beforeAll(async () => {
  scene = await startScene();
  const domain = (id: string, value: string) => ({ type: 'domain-name', spec_version: '2.1', id, value });
  put = scene.step();
  await scene.post(alba, '/api/v1/contributions', { objects: [domain(older, 'quarry.example')] });
  scene.step();
  await scene.post(alba, '/api/v1/contributions', { objects: [domain(newer, 'harbour.example')] });
  await relabel(newer);
  released = scene.step();
  await relabel(older);
  scene.step();
});
afterAll(() => scene.close());

const time = (micros: number): string => encodeURIComponent(formatTimestamp(BigInt(micros)));

async function relabel(object: string): Promise<void> {
  const label = { any: [[`member:${borea}`]] };
  const answer = await scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object }], label });
  expect(json(answer.body)).toEqual({ relabelled: 1, waits: false });
}

const search = async (question: string): Promise<string[]> =>
  idsOf((await scene.get(borea, `/api/v1/search?${question}`)).body);

test('a search by words does not tell when what is not dated was put in', async () => {
  for (const at of [put, released]) {
    const [since, before] = [`q=quarry&since=${time(at)}`, `q=quarry&before=${time(at)}`];
    expect([await search(since), await search(before)]).toEqual([[], [older]]);
  }
});

test('a search by words does not tell which of two that are not dated was put in first', async () => {
  expect(await search('q=example')).toEqual([older, newer]);
  const first = json((await scene.get(borea, '/api/v1/search?q=example&limit=1')).body);
  const next = encodeURIComponent(String(first['next']));
  expect(await search(`q=example&limit=1&cursor=${next}`)).toEqual([newer]);
});

test('a notice of recall does not tell when what is not dated was put in', async () => {
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: older }] });
  const { body } = await scene.get(borea, '/api/v1/search?type=note');
  expect(idsOf(body)).toHaveLength(1);
  expect(body).not.toContain(formatTimestamp(BigInt(put)));
});

test('what its contributor put in between for nobody does not tell by another version of the same', async () => {
  const told: string[] = [];
  for (const [number, hasHidden] of [false, true].entries()) {
    const id = (type: string): string => `${type}--4444444${number}-0000-4000-8000-000000000000`;
    const post = (member: string, type: string, value: string, properties: JsonObject): Promise<unknown> => {
      scene.step();
      const object = { type, spec_version: '2.1', id: id(type), value, ...properties };
      return scene.post(member, '/api/v1/contributions', { objects: [object] });
    };
    const domain = (properties: JsonObject): Promise<unknown> =>
      post(alba, 'domain-name', 'mill.example', { resolves_to_refs: [id('ipv4-addr')], ...properties });
    await domain({ extensions: releasedTo(borea) });
    const first = scene.world.at;
    await post(corda, 'ipv4-addr', '198.51.100.3', { extensions: releasedTo(alba, borea) });
    if (hasHidden) await domain({ defanged: true });
    await domain({ extensions: releasedTo(borea) });
    const { body } = await scene.get(borea, `/api/v1/objects/${id('domain-name')}`);
    expect(json(body)).toMatchObject({
      added: formatTimestamp(BigInt(first)),
      object: { resolves_to_refs: [id('ipv4-addr')] },
    });
    told.push(
      (await scene.get(borea, `/taxii2/cell/collections/view/objects/${id('domain-name')}/versions/`)).body,
    );
    expect(json<{ versions: string[] }>(told.at(-1) as string).versions).toHaveLength(1);
  }
});

const far = '9999-12-31T23:59:59Z';
const to = { any: [[`member:${borea}`]] };
const nothing = '00000000-0000-4000-8000-000000000000';

test.each([
  ['contributions/relabel', { selection: [{ object: newer }], label: { ...to, until: far } }, 'until'],
  ['contributions/relabel', { selection: [{ object: newer }], label: { ...to, review: far } }, 'review'],
  ['consents', { object: newer, label: to, purpose: 'x', by: far }, 'by'],
  [`consents/${nothing}/answer`, { word: 'consent', conditions: { until: far } }, 'until'],
  ['requests', { title: 'Who?', text: 'Who is it?', by: far, addressees: [`member:${borea}`] }, 'by'],
  ['subject-requests', { kind: 'access', via: 'subject', subject: 'One', deadline: far }, 'deadline'],
  ['reviews/confirm', { objects: [newer], review: far, reason: 'x' }, 'review'],
  [`decisions/${nothing}/table`, { expiry: far }, 'expiry'],
])('a time beyond those that can be kept is refused, naming the place: %s %j', async (path, body, place) => {
  const answer = await scene.post(alba, `/api/v1/${path}`, body);
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain(place);
  expect(answer.body).toContain('1685 to 2254');
});

test('an object whose label names such a time is refused by itself, and what comes near it holds', async () => {
  const object = (until: string, id: string): JsonObject => ({
    type: 'domain-name',
    spec_version: '2.1',
    id,
    value: 'ferry.example',
    extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...to, until } },
  });
  const near = 'domain-name--55555555-0000-4000-8000-000000000000';
  const objects = [
    object(far, 'domain-name--44444444-0000-4000-8000-000000000000'),
    object('2254-12-31T23:59:59Z', near),
  ];
  scene.step();
  const { answers } = json<{ answers: { outcome: string; findings: { path: string }[] }[] }>(
    (await scene.post(alba, '/api/v1/contributions', { objects })).body,
  );
  expect(answers.map(({ outcome }) => outcome)).toEqual(['rejected', 'added']);
  expect(answers[0]?.findings[0]?.path).toContain('until');
  expect((await scene.get(borea, `/api/v1/objects/${near}`)).statusCode).toBe(200);
});
