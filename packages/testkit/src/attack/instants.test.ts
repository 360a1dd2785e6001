/** What has neither `created` nor `modified` tells nobody when it was put in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
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
