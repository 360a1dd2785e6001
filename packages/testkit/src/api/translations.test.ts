/** The version that a translation names is told alike by TAXII, by the API, by the feed and by the forecast. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const malware = 'malware--11111111-0000-4000-8000-000000000000';
const french = 'language-content--22222222-0000-4000-8000-000000000000';
const [first, second] = ['2017-05-01T00:00:00.000Z', '2017-05-02T00:00:00.000Z'];
const everybody = releasedTo(borea, corda);

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.close());

const version = (modified: string, extensions: JsonObject = everybody): JsonObject =>
  stix(malware, { modified, name: `Nightjar of ${modified}`, is_family: false, extensions });
const translation = (names: string, modified = first): JsonObject =>
  stix(french, {
    modified,
    object_ref: malware,
    object_modified: names,
    contents: { fr: { name: 'Engoulevent' } },
    extensions: everybody,
  });

async function act(path: string, body: object): Promise<void> {
  scene.step();
  const answer = await scene.post(alba, `/api/v1/contributions${path}`, body);
  expect(answer.statusCode).toBe(200);
}
const put = (...objects: JsonObject[]): Promise<void> => act('', { objects });
const relabel = (modified: string, ...members: string[]): Promise<void> =>
  act('/relabel', {
    selection: [{ object: malware, version: modified }],
    label: { any: [members.map((id) => `member:${id}`)] },
  });

/** What the member is told of the version: by every way on which it reads, which must be the same on all. */
async function namedTo(member: string): Promise<unknown> {
  const taxii = '/taxii2/cell/collections/view/objects/';
  const pages = [
    `${taxii}?match[type]=language-content`,
    taxii,
    `${taxii}${french}/`,
    `${taxii}?match[version]=last&match[id]=${french}`,
  ];
  const named = new Set<unknown>();
  for (const url of pages) {
    const { objects = [] } = json<{ objects?: JsonObject[] }>((await scene.get(member, url)).body);
    const found = objects.find(({ id }) => id === french);
    expect(found).toBeDefined();
    named.add(found?.['object_modified']);
  }
  const answer = json<{ object: JsonObject }>((await scene.get(member, `/api/v1/objects/${french}`)).body);
  named.add(answer.object['object_modified']);
  const search = await scene.get(member, '/api/v1/search?q=engoulevent');
  const { items } = json<{ items: { object: JsonObject }[] }>(search.body);
  expect(items).toHaveLength(1);
  named.add(items[0]?.object['object_modified']);
  expect([...named]).toHaveLength(1);
  return [...named][0];
}

/** What the contributor is told of it. */
async function forecastFor(member: string): Promise<string> {
  const answer = await scene.post(alba, '/api/v1/contributions/explain', { object: french });
  const { items } = json<{ items: { member: string; parts?: { selectors?: string[]; open: string }[] }[] }>(
    answer.body,
  );
  const { parts = [] } = items.find((item) => item.member === member) ?? {};
  return parts.find(({ selectors }) => selectors?.includes('object_modified'))?.open ?? 'yes';
}

/** Where the translation stands in the member's feed. */
async function addedTo(member: string): Promise<string | undefined> {
  const url = `/taxii2/cell/collections/view/manifest/?match[id]=${french}`;
  const { objects } = json<{ objects: { date_added: string }[] }>((await scene.get(member, url)).body);
  return objects[0]?.date_added;
}

test('it is told to whoever has that version', async () => {
  await put(version(first), translation(first));
  expect(await namedTo(borea)).toBe(first);
  expect(await forecastFor(borea)).toBe('yes');
});

test('it is told where an earlier version is in the view as well, of which the forecast does not judge', async () => {
  await put(version(first), version(second), translation(second));
  expect(await namedTo(borea)).toBe(second);
  expect(await forecastFor(borea)).toBe('depends-on-others');
});

test('it is cut for whoever has another version only, though the reference is open', async () => {
  await put(version(first, releasedTo(corda)), version(second), translation(first));
  expect([await namedTo(borea), await namedTo(corda)]).toEqual([undefined, first]);
  expect([await forecastFor(borea), await forecastFor(corda)]).toEqual(['no', 'yes']);
});

test('it goes with a recall of that version and comes with a relabelling: each time as a new row', async () => {
  await put(version(first), version(second), translation(first));
  const dates = [await addedTo(borea)];
  await relabel(first, corda);
  expect([await namedTo(borea), await namedTo(corda)]).toEqual([undefined, first]);
  dates.push(await addedTo(borea));
  await relabel(first, borea, corda);
  expect(await namedTo(borea)).toBe(first);
  dates.push(await addedTo(borea));
  await act('/recall', { selection: [{ object: malware, version: first }] });
  expect([await namedTo(borea), await namedTo(corda)]).toEqual([undefined, undefined]);
  expect(await forecastFor(borea)).toBe('no');
  dates.push(await addedTo(borea));
  expect([...new Set(dates)].sort()).toEqual(dates);
});

test('of two versions of a translation that name versions which the reader lacks, it is told the first alone', async () => {
  await put(version(first, releasedTo(corda)), version(second, releasedTo(corda)));
  await put(
    stix(malware, {
      modified: '2017-05-03T00:00:00.000Z',
      name: 'Nightjar',
      is_family: false,
      extensions: everybody,
    }),
  );
  await put(translation(first), translation(second, second));
  const versionsOf = async (member: string): Promise<unknown> => {
    const url = `/taxii2/cell/collections/view/objects/${french}/versions/`;
    return json<{ versions: string[] }>((await scene.get(member, url)).body).versions.length;
  };
  expect([await versionsOf(borea), await versionsOf(corda)]).toEqual([1, 2]);
});
