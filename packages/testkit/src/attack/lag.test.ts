/** What is done to an object twice before a feed comes to it, and dates that pass before anybody looks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { makeLabel } from '@entente/core/label/label';
import { put } from '../world/put.ts';
import type { ActOrigin } from '@entente/store/change/act';
import { commitChange, type Change } from '@entente/store/change/change';
import { hub } from '@entente/store/contribution/contributor';
import { Sequencer } from '@entente/store/feed/sequencer';
import { openBatch } from '@entente/store/batch/writer';
import { recall } from '@entente/store/contribution/recall';
import { relabel, relabelBatch } from '@entente/store/contribution/relabel';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

/** One act that the sequencer does not look at yet; its time. */
async function unseen(member: string, work: (change: Change) => Promise<unknown>): Promise<number> {
  const at = scene.step();
  const origin = (actor: string, time: number): ActOrigin => {
    const idKey = Buffer.alloc(32);
    return { id: scene.world.uuid(), member: actor, at: time, kind: 'try', actor, body: {}, salt: '', idKey };
  };
  const expiry = (until: number): ActOrigin => origin(hub, until);
  await commitChange(scene.cell.database.writer, origin(member, at), expiry, work);
  return at;
}

const putting = (member: string, ...objects: JsonObject[]): Promise<number> =>
  unseen(member, (change) =>
    put(
      change,
      scene.cell.examining(member),
      objects.map((value) => ({ value, text: JSON.stringify(value) })),
      { contributor: member, batch: null },
    ),
  );

test('a release is dated with itself, also where the feed has not come to the putting in', async () => {
  const object = 'tool--11111111-0000-4000-8000-000000000000';
  await putting(alba, stix(object, { name: 'Spade' }));
  const label = makeLabel({ any: [[`member:${borea}`]] });
  const released = await unseen(alba, (change) => relabel(change, alba, [{ object }], label));
  const { body } = await scene.get(borea, `/api/v1/objects/${object}`);
  expect(json(body)).toMatchObject({ added: formatTimestamp(BigInt(released)) });
});

test('a recall is told, also where the feed has not come to what another did to the object', async () => {
  const object = 'tool--22222222-0000-4000-8000-000000000000';
  const extensions = releasedTo(borea);
  await putting(alba, stix(object, { name: 'Crowbar', extensions }));
  await scene.cell.settle();
  await putting(corda, stix(object, { name: 'Jemmy', extensions }));
  await unseen(alba, (change) => recall(change, alba, [{ object }]));
  expect(idsOf((await scene.get(borea, '/api/v1/search?type=note')).body)).toHaveLength(1);
});

/** What one import of one object puts in. */
const importing = (batch: string, value: JsonObject): Promise<number> =>
  unseen(alba, async (change) => {
    await openBatch(change, { id: batch, member: alba, source: 'yard', format: 'stix' });
    const objects = [{ value, text: JSON.stringify(value) }];
    await put(change, scene.cell.examining(alba), objects, { contributor: alba, batch });
  });

/** Released to Borea until the next second, or another. */
const untilNext = (object: string, seconds = 2): JsonObject =>
  stix(object, {
    name: 'Rake',
    extensions: {
      [labelExtensionId]: {
        extension_type: 'property-extension',
        any: [[`member:${borea}`]],
        until: formatTimestamp(BigInt(scene.world.at + seconds * 1_000_000)),
      },
    },
  });

test('what is put in at the instant at which a date passes comes after it in the feed', async () => {
  const passing = 'tool--33333333-0000-4000-8000-000000000000';
  await putting(alba, untilNext(passing));
  await scene.cell.settle();
  const object = 'tool--44444444-0000-4000-8000-000000000000';
  const at = await putting(alba, stix(object, { name: 'Hoe', extensions: releasedTo(borea) }));
  const { body } = await scene.get(borea, `/api/v1/objects/${object}`);
  expect(json(body)).toMatchObject({ added: formatTimestamp(BigInt(at + 1)) });
});

test('what a date has withdrawn is not laid at the door of an act that comes after it', async () => {
  const object = 'tool--55555555-0000-4000-8000-000000000000';
  await putting(alba, untilNext(object));
  await scene.cell.settle();
  const before = idsOf((await scene.get(borea, '/api/v1/search?type=note')).body);
  scene.step();
  await unseen(alba, (change) => recall(change, alba, [{ object }]));
  expect(idsOf((await scene.get(borea, '/api/v1/search?type=note')).body)).toEqual(before);
});

test('a recall is told, also where another puts the object in before the feed comes to it', async () => {
  const object = 'tool--66666666-0000-4000-8000-000000000000';
  const extensions = releasedTo(borea);
  await putting(alba, stix(object, { name: 'Mallet', extensions }));
  await scene.cell.settle();
  const before = idsOf((await scene.get(borea, '/api/v1/search?type=note')).body);
  await unseen(alba, (change) => recall(change, alba, [{ object }]));
  await putting(corda, stix(object, { name: 'Gavel', extensions }));
  const after = idsOf((await scene.get(borea, '/api/v1/search?type=note')).body);
  expect(after).toHaveLength(before.length + 1);
});

test('what a reader may not see does not date a release that the feed has not come to', async () => {
  const object = 'tool--77777777-0000-4000-8000-000000000000';
  const at = await putting(alba, stix(object, { name: 'Anvil', extensions: releasedTo(borea) }));
  await putting(corda, stix(object, { name: 'Stithy', extensions: releasedTo(alba) }));
  const { body } = await scene.get(borea, `/api/v1/objects/${object}`);
  expect(json(body)).toMatchObject({ added: formatTimestamp(BigInt(at)) });
});

const campaigns = ['66666666', '77777777'].map(
  (start) => `campaign--${start}-0000-4000-8000-000000000000`,
) as [string, string];

test('what was narrowed or recalled is counted, listed and told no more, though the feed has not come to it', async () => {
  const [narrowed, recalled] = campaigns;
  const extensions = releasedTo(borea);
  await putting(alba, ...campaigns.map((id) => stix(id, { name: 'Campaign', extensions })));
  await scene.cell.settle();
  const label = makeLabel({ any: [[`member:${alba}`]] });
  await unseen(alba, (change) => relabel(change, alba, [{ object: narrowed }], label));
  await unseen(alba, (change) => recall(change, alba, [{ object: recalled }]));
  const ask = async (url: string) => {
    const headers = { authorization: `Bearer token-of-${borea}` };
    return json((await scene.app.inject({ method: 'GET', url: `/api/v1${url}`, headers })).body);
  };
  const { types } = await ask('/search/facets');
  expect(types).not.toContainEqual(expect.objectContaining({ type: 'campaign' }));
  expect(await ask('/search?type=campaign')).toEqual({ items: [] });
  expect(await ask('/search?type=campaign&limit=1')).toEqual({ items: [] });
  const told = await scene.cell.view(borea, (view) => view.events(0, 1000));
  expect(told.map(({ object }) => object)).not.toContain(narrowed);
  expect(told.map(({ object }) => object)).not.toContain(recalled);
});

test('where its latest version was recalled, an object is listed by the one before, at once', async () => {
  const object = 'campaign--99999999-0000-4000-8000-000000000000';
  const version = (day: number): JsonObject => ({
    ...stix(object, { name: `Campaign of day ${day}`, extensions: releasedTo(borea) }),
    modified: `2017-05-0${day}T00:00:00.000Z`,
  });
  await putting(alba, version(2));
  await putting(alba, version(3));
  await scene.cell.settle();
  const late = Date.UTC(2017, 4, 3) * 1000;
  await unseen(alba, (change) => recall(change, alba, [{ object, version: late }]));
  const headers = { authorization: `Bearer token-of-${borea}` };
  const url = '/api/v1/search?type=campaign&before=2018-01-01T00:00:00Z';
  const { body } = await scene.app.inject({ method: 'GET', url, headers });
  const { items } = json<{ items: { object: JsonObject }[] }>(body);
  expect(items.map((item) => item.object['name'])).toEqual(['Campaign of day 2']);
});

test('what waits for a later change comes, though that has nothing more for its reader by then', async () => {
  await scene.cell.settle();
  const object = 'tool--88888888-0000-4000-8000-000000000000';
  const other = 'tool--99999999-0000-4000-8000-000000000000';
  const extensions = releasedTo(borea);
  await putting(alba, stix(object, { name: 'Vice', extensions }));
  await putting(corda, stix(object, { name: 'Clamp', extensions }), stix(other, { name: 'Bench' }));
  const narrow = new Sequencer(scene.cell.database.writer, { slice: 1, objects: 1, rows: 1 });
  await narrow.round();
  await unseen(corda, (change) => recall(change, corda, [{ object }, { object: other }]));
  while (await narrow.round());
  const { body } = await scene.get(borea, `/api/v1/objects/${object}`);
  expect(json(body)).toMatchObject({ added: expect.any(String) as string });
});

test('a search finds a version at once, whether or not there is an earlier one that the reader may not see', async () => {
  const found: number[] = [];
  for (const [number, hasHidden] of [false, true].entries()) {
    const object = `tool--abababa${number}-0000-4000-8000-000000000000`;
    const name = `Gimlet${number}`;
    if (hasHidden) await putting(alba, stix(object, { name: 'Auger' }));
    await scene.cell.settle();
    const next = {
      ...stix(object, { name, extensions: releasedTo(borea) }),
      modified: '2017-05-02T00:00:00.000Z',
    };
    await putting(alba, next);
    // Not by way of the scene, which lets the sequencer come after first.
    const headers = { authorization: `Bearer token-of-${borea}` };
    const { body } = await scene.app.inject({ url: `/api/v1/search?q=${name}`, headers });
    found.push(idsOf(body).length);
  }
  expect(found).toEqual([1, 1]);
});

const addedOf = async (object: string): Promise<unknown> =>
  json((await scene.get(borea, `/api/v1/objects/${object}`)).body)['added'];
const time = (at: number): string => formatTimestamp(BigInt(at));
const toCordaToo = makeLabel({ any: [[`member:${borea}`, `member:${corda}`]] });

test('a relabelling that shows in nothing that a reader is served dates nothing', async () => {
  const object = 'tool--a1a1a1a1-0000-4000-8000-000000000000';
  const at = await putting(alba, stix(object, { name: 'Wedge', extensions: releasedTo(borea) }));
  await unseen(alba, (change) => relabel(change, alba, [{ object }], toCordaToo));
  expect(await addedOf(object)).toBe(time(at));
});

test('a release is dated with itself, also where a relabelling that its reader may not see comes after it', async () => {
  const object = 'tool--a2a2a2a2-0000-4000-8000-000000000000';
  await putting(alba, stix(object, { name: 'Lever' }));
  const label = makeLabel({ any: [[`member:${borea}`]] });
  const released = await unseen(alba, (change) => relabel(change, alba, [{ object }], label));
  await unseen(alba, (change) => relabel(change, alba, [{ object }], toCordaToo));
  expect(await addedOf(object)).toBe(time(released));
});

test('what opens a relationship to others alone does not date it', async () => {
  const id = (type: string): string => `${type}--a3a3a3a3-0000-4000-8000-000000000000`;
  const extensions = releasedTo(borea);
  const malware = (to: JsonObject): JsonObject =>
    stix(id('malware'), { name: 'Rust', is_family: false, ...to });
  const [source_ref, target_ref] = [id('malware'), id('tool')];
  const at = await putting(
    alba,
    malware({ extensions }),
    stix(target_ref, { name: 'Rasp', extensions }),
    stix(id('relationship'), { relationship_type: 'uses', source_ref, target_ref, extensions }),
  );
  await putting(alba, malware({ extensions: releasedTo(corda) }));
  expect(await addedOf(id('relationship'))).toBe(time(at + 2));
});

test('an import that is relabelled as a whole keeps its dates for those to whom it is the same', async () => {
  const object = 'tool--a4a4a4a4-0000-4000-8000-000000000000';
  const batch = 'a4a4a4a4-0000-4000-8000-000000000000';
  const value = stix(object, { name: 'Crane', extensions: releasedTo(borea) });
  const at = await importing(batch, value);
  await unseen(alba, (change) => relabelBatch(change, alba, batch, toCordaToo));
  expect(await addedOf(object)).toBe(time(at));
});

test('an import that is served otherwise is dated with its relabelling', async () => {
  const object = 'tool--a5a5a5a5-0000-4000-8000-000000000000';
  const batch = 'a5a5a5a5-0000-4000-8000-000000000000';
  const value = stix(object, { name: 'Hoist', extensions: releasedTo(borea) });
  await importing(batch, value);
  const red = makeLabel({ any: [[`member:${borea}`]], handling: ['TLP:RED'] });
  const relabelled = await unseen(alba, (change) => relabelBatch(change, alba, batch, red));
  expect(await addedOf(object)).toBe(time(relabelled));
});

test('a release is dated with itself, also where what it replaces would have been open by a later one', async () => {
  const object = 'tool--a6a6a6a6-0000-4000-8000-000000000000';
  const batch = 'a6a6a6a6-0000-4000-8000-000000000000';
  const value = stix(object, { name: 'Winch' });
  await importing(batch, value);
  const label = makeLabel({ any: [[`member:${borea}`]] });
  const released = await unseen(alba, (change) => relabel(change, alba, [{ object }], label));
  // By now the object is in no holding of the batch.
  await unseen(alba, (change) => relabelBatch(change, alba, batch, label));
  expect(await addedOf(object)).toBe(time(released));
});

test('what a date withdraws is no recall by an act before it, which the reader may know nothing of', async () => {
  const object = 'tool--a7a7a7a7-0000-4000-8000-000000000000';
  const until = scene.world.at + 3_000_000;
  await putting(alba, untilNext(object, 3));
  await scene.cell.settle();
  const before = idsOf((await scene.get(borea, '/api/v1/search?type=note')).body);
  await unseen(alba, (change) => relabel(change, alba, [{ object }], { ...toCordaToo, until }));
  scene.step();
  await putting(corda, stix('tool--a8a8a8a8-0000-4000-8000-000000000000', { name: 'Pestle' }));
  expect(idsOf((await scene.get(borea, '/api/v1/search?type=note')).body)).toEqual(before);
});
