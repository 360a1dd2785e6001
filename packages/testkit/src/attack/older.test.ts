/** What an observation of STIX 2.0 holds is for those alone whom the observation is for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo, startScene, type Scene } from '../api/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const time = '2017-05-01T00:00:00.000Z';
const observed = (digit: number, objects: JsonObject, extensions: JsonObject): JsonObject => ({
  type: 'observed-data',
  spec_version: '2.0',
  id: `observed-data--${String(digit).repeat(8)}-0000-4000-8000-000000000000`,
  created: time,
  modified: time,
  first_observed: time,
  last_observed: time,
  number_observed: 1,
  objects,
  extensions,
});
/** For both, as by a collection that both read. */
const chosen = { any: [[`member:${borea}`, `member:${corda}`]] };

async function outcomeOf(object: JsonObject): Promise<string | undefined> {
  scene.step();
  const { body } = await scene.post(alba, '/api/v1/contributions', { label: chosen, objects: [object] });
  return json<{ answers: { outcome: string }[] }>(body).answers[0]?.outcome;
}

const viewOf = async (member: string): Promise<string> =>
  (await scene.get(member, '/taxii2/cell/collections/view/objects/')).body;

test('an observable within it is under its label', async () => {
  const objects = {
    0: { type: 'domain-name', value: 'inside.example' },
    1: { type: 'file', name: 'inside.bin', extensions: { 'archive-ext': { contains_refs: ['2'] } } },
    2: { type: 'directory', path: '/inside' },
  };
  expect(await outcomeOf(observed(1, objects, releasedTo(borea)))).toBe('added');
  const view = await viewOf(borea);
  expect(view).toMatch(/inside\.example.*inside\.bin.*\/inside/);
  expect(view).toMatch(/"contains_refs":\["directory--/);
  expect(await viewOf(corda)).not.toContain('inside');
});

test('one with a label of its own is under both', async () => {
  const objects = { 0: { type: 'domain-name', value: 'both.example', extensions: releasedTo(borea) } };
  expect(await outcomeOf(observed(2, objects, releasedTo(corda)))).toBe('added');
  for (const member of [borea, corda]) expect(await viewOf(member)).not.toContain('both.example');
  expect(await viewOf(alba)).toContain('both.example');
});

test('a portion on what it holds refuses the whole, since what it names is there no more', async () => {
  const label = releasedTo(borea)[labelExtensionId] as JsonObject;
  const portions = [{ selectors: ['objects.0.value'], any: [[`member:${alba}`]] }];
  const objects = { 0: { type: 'domain-name', value: 'part.example' } };
  expect(await outcomeOf(observed(3, objects, { [labelExtensionId]: { ...label, portions } }))).toBe(
    'rejected',
  );
  expect(await viewOf(borea)).not.toContain('part.example');
});

test.each([
  ['one', 'labels.[0]', ['opaque'], 'benign'],
  ['all', 'labels', undefined, 'benign|opaque'],
])(
  'labels that were closed stay closed where they become types: %s',
  async (which, selector, labels, gone) => {
    const label = releasedTo(borea)[labelExtensionId] as JsonObject;
    const portions = [{ selectors: [selector], any: [[`member:${alba}`]] }];
    const id = `indicator--${which === 'one' ? 4 : 5}1111111-0000-4000-8000-000000000000`;
    const { objects: _objects, ...head } = observed(4, {}, { [labelExtensionId]: { ...label, portions } });
    const indicator = { ...head, type: 'indicator', id, labels: ['benign', 'opaque'], valid_from: time };
    expect(await outcomeOf({ ...indicator, pattern: "[url:value = 'https://a.example/']" })).toBe('added');
    const { object } = json<{ object: JsonObject }>((await scene.get(borea, `/api/v1/objects/${id}`)).body);
    expect(object['labels']).toEqual(labels);
    expect(JSON.stringify(object)).not.toMatch(new RegExp(gone));
  },
);
