/** A version that shows nothing new is not in a view, and so must not decide what else is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, json, startScene, stix, type Scene } from '../api/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const told = { any: [[`member:${borea}`]] };
const owned = { ...told, owners: [alba] };

async function put(object: object, label: object): Promise<void> {
  scene.step();
  const { statusCode, body } = await scene.post(alba, '/api/v1/contributions', { objects: [object], label });
  expect([statusCode, json<{ answers: { outcome: string }[] }>(body).answers[0]?.outcome]).not.toContain(
    'rejected',
  );
}

test('a second contribution of a version shows where the first would show nothing new', async () => {
  const [with_, without] = [1, 2].map((n) => `tool--${n}1111111-0000-4000-8000-000000000000`) as [
    string,
    string,
  ];
  for (const id of [with_, without]) {
    const later = stix(id, { name: 'Spade', modified: '2017-05-03T00:00:00.000Z' });
    await put(
      { ...stix(id, { name: 'Spade' }), x_about_ref: 'tool--99999999-0000-4000-8000-000000000000' },
      told,
    );
    if (id === with_) await put(later, told);
    await put(later, owned);
  }
  const versions = async (id: string): Promise<string> => {
    const { body } = await scene.get(borea, `/api/v1/objects/${id}/versions`);
    return body.replaceAll(id, '').replaceAll(/"(added|etag)":"[^"]*"/g, '');
  };
  expect(await versions(with_)).toBe(await versions(without));
  expect(await versions(without)).toContain('2017-05-03');
});
