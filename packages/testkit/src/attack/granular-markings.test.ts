/** What granular markings hold besides what the specification says, and portions that close them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

const hidden = 'tool--99999999-0000-4000-8000-000000000000';
const shown = 'tool--88888888-0000-4000-8000-000000000000';
const forAlba = { any: [[`member:${alba}`]] };

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await put(stix(shown, { name: 'Shown', extensions: releasedTo(borea) }));
});
afterAll(() => scene.close());

async function put(object: JsonObject): Promise<void> {
  scene.step();
  const { body } = await scene.post(alba, '/api/v1/contributions', { objects: [object] });
  expect(json<{ answers: object[] }>(body).answers).toMatchObject([{ outcome: 'added' }]);
}

let made = 0;
/** What Borea is answered where it asks for an object that Alba puts in for it, with these portions for Alba alone. */
async function served(
  type: string,
  properties: JsonObject,
  ...selectors: string[]
): Promise<{ statusCode: number; body: string; object?: JsonObject }> {
  made += 1;
  const id = `${type}--${String(made).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const label = releasedTo(borea)[labelExtensionId] as JsonObject;
  if (selectors.length > 0) label['portions'] = [{ selectors, ...forAlba }];
  await put(stix(id, { ...properties, extensions: { [labelExtensionId]: label } }));
  const { statusCode, body } = await scene.get(borea, `/api/v1/objects/${id}`);
  return { statusCode, body, ...json<{ object?: JsonObject }>(body) };
}

const marked = (members: JsonObject): JsonObject => ({
  name: 'Spade',
  granular_markings: [{ lang: 'en', selectors: ['name'], ...members }],
});

test.each([
  ['a text', hidden],
  ['an item of a list', ['kept', hidden]],
  ['a name with what stands under it', { kept: 'kept', [hidden]: 'quicksilver' }],
])('an id in a further member of a granular marking is cut: %s', async (_place, further) => {
  const { statusCode, body, object } = await served('tool', marked({ x_seen_with: further }));
  expect(statusCode).toBe(200);
  expect(body).not.toMatch(/99999999|quicksilver/);
  const kept =
    typeof further === 'string' ? {} : { x_seen_with: Array.isArray(further) ? ['kept'] : { kept: 'kept' } };
  expect(object?.['granular_markings']).toEqual([{ lang: 'en', selectors: ['name'], ...kept }]);
});

test('an id there that is open stays', async () => {
  const { object } = await served('tool', marked({ x_seen_with: shown }));
  expect(object).toMatchObject(marked({ x_seen_with: shown }));
});

test.each([
  ['all of them', 'granular_markings', undefined],
  ['one', 'granular_markings.[0]', undefined],
  ['a member', 'granular_markings.[0].x_why', [{ lang: 'en', selectors: ['name'] }]],
  ['what it marks', 'granular_markings.[0].selectors', undefined],
])('a portion closes granular markings: %s', async (_part, selector, left) => {
  const { statusCode, body, object } = await served('tool', marked({ x_why: 'mercury' }), selector);
  expect(statusCode).toBe(200);
  expect(body).not.toContain('mercury');
  expect(object?.['granular_markings']).toEqual(left);
});
