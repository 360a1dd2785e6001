/** Pages of a search, where objects have more versions than a page has places. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, idsOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tools = [1, 2, 3, 4].map((number) => `tool--${number}1111111-0000-4000-8000-000000000000`);
const versions = 40;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  // Each has forty versions with the word; the first and the last object are as new as each other.
  const objects = tools.flatMap((id, place) =>
    Array.from({ length: versions }, (_none, number) =>
      stix(id, {
        name: `Spade number ${number}`,
        modified: `2017-05-0${1 + (place % 3)}T00:00:${String(number).padStart(2, '0')}.000Z`,
        extensions: releasedTo(borea),
      }),
    ),
  );
  scene.step();
  await scene.post(alba, '/api/v1/contributions', { objects });
  await scene.cell.settle();
});
afterAll(() => scene.close());

const newestFirst = [tools[2], tools[1], tools[3], tools[0]];

async function paged(question: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; found.length <= tools.length;) {
    const { body } = await scene.get(borea, `/api/v1/search?${question}&limit=1${cursor}`);
    found.push(...idsOf(body));
    const { next } = json<{ next?: string }>(body);
    if (next === undefined) return found;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return found;
}

test('a search finds each object once, by its newest version with the word', async () => {
  expect(await paged('q=spade')).toEqual(newestFirst);
  expect(idsOf((await scene.get(borea, '/api/v1/search?q=spade')).body)).toEqual(newestFirst);
});

test('an object is where its newest version with the word stands, not where an older one does', async () => {
  expect(await paged('q=spade number 7')).toEqual(newestFirst);
  expect(await paged('q=spade&before=2017-05-02T00:00:10Z')).toEqual([tools[1], tools[3], tools[0]]);
});
