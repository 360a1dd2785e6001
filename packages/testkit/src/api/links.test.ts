import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const malware = 'malware--11111111-0000-4000-8000-000000000000';
const tools = [1, 2, 3].map((number) => `tool--2222222${number}-0000-4000-8000-000000000000`);
const links = [1, 2, 3].map((number) => `relationship--3333333${number}-0000-4000-8000-000000000000`);
const note = 'note--44444444-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const all = releasedTo(borea, corda);
  const objects = [
    stix(malware, { name: 'Nightjar', is_family: false, extensions: all }),
    ...tools.map((id, index) =>
      stix(id, { name: `Tool ${index}`, extensions: index === 2 ? releasedTo(corda) : all }),
    ),
    ...links.map((id, index) =>
      stix(id, {
        relationship_type: 'uses',
        source_ref: malware,
        target_ref: tools[index] as string,
        extensions: all,
      }),
    ),
    stix(note, {
      content: 'Seen together.',
      object_refs: [malware, tools[2] as string],
      extensions: all,
    }),
  ];
  await scene.post(alba, '/api/v1/contributions', { objects });
});
afterAll(() => scene.close());

interface Neighbours {
  items: { properties: string[]; entry: { object: { id: string } }; others: { object: { id: string } }[] }[];
  next?: string;
}

const neighbours = async (member: string, query = ''): Promise<Neighbours> =>
  json<Neighbours>((await scene.get(member, `/api/v1/objects/${malware}/neighbours${query}`)).body);

test('neighbours are what refers to an object in the view; relationships come with their other ends', async () => {
  const seen = (await neighbours(corda)).items.map(({ properties, entry, others }) => [
    entry.object.id,
    properties,
    others.map(({ object }) => object.id),
  ]);
  expect(seen).toEqual([
    [note, ['object_refs.[0]'], []],
    ...links.map((id, index) => [id, ['source_ref'], [tools[index]]]),
  ]);
});

test('a relationship to a withheld end is no neighbour, and a list shows what is open alone', async () => {
  const ids = (await neighbours(borea)).items.map(({ entry }) => entry.object.id);
  expect(ids).toEqual([note, links[0], links[1]]);
  const answer = await scene.get(borea, `/api/v1/objects/${note}/references`);
  const items = json<{ items: { properties: string[]; entry: { object: { id: string } } }[] }>(
    answer.body,
  ).items;
  expect(items.map(({ properties, entry }) => [entry.object.id, properties])).toEqual([
    [malware, ['object_refs.[0]']],
  ]);
});

test('the neighbours of something withheld are answered like those of what never was', async () => {
  const withheld = await scene.get(borea, `/api/v1/objects/${tools[2]}/neighbours`);
  const never = await scene.get(
    borea,
    `/api/v1/objects/tool--99999999-0000-4000-8000-000000000000/neighbours`,
  );
  expect([withheld.statusCode, withheld.body]).toEqual([404, never.body]);
});

test('pages of neighbours join without gap, and say that there is more only where there is', async () => {
  const first = await neighbours(borea, '?limit=2');
  const second = await neighbours(borea, `?limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ entry }) => entry.object.id)).toEqual([
    note,
    links[0],
    links[1],
  ]);
  expect(second.next).toBeUndefined();
  expect((await neighbours(borea, '?limit=3')).next).toBeUndefined();
});

test('what each member says of an object stands side by side, and no version is given for another', async () => {
  scene.step();
  const theirs = stix(malware, {
    name: 'Nightjar of Corda',
    is_family: false,
    modified: '2017-05-02T00:00:00.000Z',
    extensions: releasedTo(borea),
  });
  await scene.post(corda, '/api/v1/contributions', { objects: [theirs] });
  const claims = await scene.get(borea, `/api/v1/objects/${malware}/claims`);
  const contributors = json<{ items: { contributor: string }[] }>(claims.body).items.map(
    (one) => one.contributor,
  );
  expect(contributors).toEqual([alba, corda]);
  expect(json((await scene.get(borea, `/api/v1/objects/${malware}`)).body)['contributor']).toBe(alba);
  const versions = await scene.get(borea, `/api/v1/objects/${malware}/versions?contributor=${corda}`);
  expect(idsOf(versions.body)).toHaveLength(1);
  const none = await scene.get(borea, `/api/v1/objects/${malware}/versions?contributor=nobody`);
  expect(json(none.body)).toEqual({ items: [] });
});
