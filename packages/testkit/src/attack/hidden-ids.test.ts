/**
 * Ids of what is hidden where nobody looks for them: in further members of granular markings, which portions close too,
 * and in the place of a text that must be there, without which an object is withheld.
 */
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

const contents = { fr: { name: hidden } };
test.each<[string, JsonObject]>([
  ['tool', { name: hidden }],
  ['tool', { name: 'Spade', external_references: [{ source_name: hidden, external_id: '7' }] }],
  ['tool', { name: 'Spade', kill_chain_phases: [{ kill_chain_name: hidden, phase_name: 'first' }] }],
  ['indicator', { pattern: hidden, pattern_type: 'snort', valid_from: '2017-01-01T00:00:00Z' }],
  ['location', { region: hidden }],
  ['grouping', { context: hidden, object_refs: [shown] }],
  ['relationship', { relationship_type: hidden, source_ref: shown, target_ref: shown }],
  ['language-content', { object_ref: shown, contents }],
  ['x-thing', { external_references: [{ source_name: hidden, external_id: '7' }] }],
])(
  'what is not valid without an id that stands in the place of a name is withheld: %s %j',
  async (type, properties) => {
    expect((await served(type, properties)).statusCode).toBe(404);
  },
);

test('a marking-definition that is nothing but a hidden extension is withheld', async () => {
  const definition = hidden.replace('tool', 'extension-definition');
  const extensions = { [definition]: { extension_type: 'property-extension', x_word: 'mercury' } };
  const { modified: _, ...marking } = stix('marking-definition--77777777-0000-4000-8000-000000000000', {
    extensions: { ...extensions, ...releasedTo(borea) },
  });
  await put(marking);
  expect((await scene.get(borea, `/api/v1/objects/${marking['id'] as string}`)).statusCode).toBe(404);
});

test('where an id stands that may go, the object is served without it', async () => {
  const reference = { source_name: 'list', description: 'Seen there', external_id: hidden };
  const { object } = await served('tool', {
    name: 'Spade',
    description: hidden,
    x_more: hidden,
    external_references: [reference],
  });
  expect(object).toMatchObject({
    name: 'Spade',
    external_references: [{ source_name: 'list', description: 'Seen there' }],
  });
  expect(JSON.stringify(object)).not.toContain(hidden);
});
