/** What is put in again takes the grounds that it has now; so does what refers to it and comes with it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json, startScene, stix, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const link = 'relationship--aaaaaaaa-0001-4000-8000-000000000001';
const end = 'malware--aaaaaaaa-0002-4000-8000-000000000002';
const note = 'note--aaaaaaaa-0003-4000-8000-000000000003';

async function put(member: string, ...objects: object[]): Promise<void> {
  scene.step();
  const body = { objects, label: { any: [['public']] } };
  expect((await scene.post(member, '/api/v1/contributions', body)).statusCode).toBe(200);
}

test('a reference is open to what was put in again after it, by the grounds added then', async () => {
  const related = stix(link, { relationship_type: 'related-to', source_ref: end, target_ref: end });
  await put(alba, related);
  expect((await scene.get(borea, `/api/v1/objects/${link}`)).statusCode).toBe(404);
  await put(corda, stix(end, { name: 'Heron', is_family: false }));
  await put(alba, stix(note, { content: 'See there.', object_refs: [link] }), related);
  expect((await scene.get(borea, `/api/v1/objects/${link}`)).statusCode).toBe(200);
  const { body } = await scene.get(borea, `/api/v1/objects/${note}`);
  expect(json(body)).toMatchObject({ object: { object_refs: [link] } });
});
