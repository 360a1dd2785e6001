/** Mentions: what a text names, of the caller's view alone. */
import { personExtensionId } from '@entente/core/extension/identifiers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const id = (type: string, digit: number): string => `${type}--${digit}2222222-0000-4000-8000-000000000000`;
const [karim, lantern, hidden, address, named] = [
  id('identity', 1),
  id('threat-actor', 2),
  id('malware', 3),
  'ipv4-addr--5a6ca89c-cb56-5d4d-8a5d-a2bfcf8f1d1c',
  id('report', 4),
];

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const person = {
    extension_type: 'property-extension',
    names: [{ full: 'كريم القرنبي', script: 'Arab' }],
  };
  const objects = [
    stix(karim, {
      name: 'Karim El Karnabi',
      identity_class: 'individual',
      extensions: { ...releasedTo(borea), [personExtensionId]: person },
    }),
    stix(lantern, { name: 'The Lantern', aliases: ['Brèche'], extensions: releasedTo(borea) }),
    stix(hidden, { name: 'Quiet Heron', is_family: false, extensions: releasedTo(corda) }),
    stix(named, {
      name: 'Quiet Heron',
      published: '2017-05-01T00:00:00Z',
      object_refs: [karim],
      extensions: releasedTo(borea),
    }),
    {
      type: 'ipv4-addr',
      spec_version: '2.1',
      id: address,
      value: '192.0.2.7',
      extensions: releasedTo(borea),
    },
  ];
  scene.step();
  const { body } = await scene.post(alba, '/api/v1/contributions', { objects });
  expect(json<{ answers: { outcome: string }[] }>(body).answers.map(({ outcome }) => outcome)).toEqual(
    objects.map(() => 'added'),
  );
  await scene.cell.settle();
});
afterAll(() => scene.close());

async function mentions(member: string, text: string): Promise<[string, string[]][]> {
  const { body } = await scene.post(member, '/api/v1/mentions', { text });
  return json<{ mentions: { from: number; to: number; objects: string[] }[] }>(body).mentions.map(
    ({ from, to, objects }) => [text.slice(from, to), objects],
  );
}

const text =
  'KARIM el-Karnabi (كريم القرنبي) passed the lantern and “breche” by 192.0.2.7, not 192.0.2.77; quiet heron came.';

test('names, aliases and values are found in any script, in whole words', async () => {
  expect(await mentions(borea, text)).toEqual([
    ['KARIM el-Karnabi', [karim]],
    ['كريم القرنبي', [karim]],
    ['the lantern', [lantern]],
    ['breche', [lantern]],
    ['192.0.2.7', [address]],
  ]);
});

test('what is withheld is not found, and a member that has only that finds nothing else', async () => {
  expect(await mentions(corda, text)).toEqual([['quiet heron', [hidden]]]);
  expect(await mentions(corda, 'Karim El Karnabi')).toEqual([]);
  expect(await mentions(corda, '')).toEqual([]);
});

test('another member’s claim adds its spelling', async () => {
  scene.step();
  const claim = stix(karim, {
    name: 'Karim Elkarnabi',
    identity_class: 'individual',
    modified: '2017-05-02T00:00:00.000Z',
    extensions: releasedTo(borea),
  });
  await scene.post(corda, '/api/v1/contributions', { objects: [claim] });
  await scene.cell.settle();
  expect(await mentions(borea, 'Elkarnabi, Karim Elkarnabi, Karim El Karnabi')).toEqual([
    ['Karim Elkarnabi', [karim]],
    ['Karim El Karnabi', [karim]],
  ]);
});

test('a text longer than a paragraph may be is refused', async () => {
  const { statusCode } = await scene.post(borea, '/api/v1/mentions', { text: 'a'.repeat(10_001) });
  expect(statusCode).toBe(400);
});
