/** Two people ask that the same record be restricted: what one of them has lifted stays restricted for the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

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
