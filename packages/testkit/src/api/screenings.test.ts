/** Screenings: persons by name in any script and by what else is known, of the caller's view alone. */
import {
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/core/extension/identifiers';
import { NameIndex } from '@entente/core/names/index';
import type { JsonObject } from '@entente/core/stix/types';
import { ViewNames } from '@entente/server/serve/api/object/view-names';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const id = (type: string, digit: number): string => `${type}--${digit}3333333-0000-4000-8000-000000000000`;
const [karim, younger, lantern, hidden] = [
  id('identity', 1),
  id('identity', 2),
  id('threat-actor', 3),
  id('identity', 4),
];

const person = (object: string, name: string, details: JsonObject, ...readers: string[]): JsonObject =>
  stix(object, {
    name,
    identity_class: 'individual',
    extensions: {
      ...releasedTo(...readers),
      [personExtensionId]: { extension_type: 'property-extension', ...details },
    },
  });
const born = (date: string): JsonObject => ({ birth_dates: [{ precision: 'exact', date }] });

interface Answer {
  items: {
    candidates: {
      entry: { object: { id: string }; contributor: string };
      name: string;
      probability: number;
      evidence: Record<string, number>;
      birth?: string;
    }[];
  }[];
}

let scene: Scene;

async function contribute(member: string, objects: JsonObject[]): Promise<void> {
  scene.step();
  const { body } = await scene.post(member, '/api/v1/contributions', { objects });
  const outcomes = json<{ answers: { outcome: string }[] }>(body).answers.map(({ outcome }) => outcome);
  expect(outcomes).not.toContain('rejected');
  await scene.cell.settle();
}

async function screen(member: string, ...persons: object[]): Promise<Answer['items']> {
  const answer = await scene.post(member, '/api/v1/screenings', { persons, limit: 10 });
  expect(answer.statusCode).toBe(200);
  return json<Answer>(answer.body).items;
}

const likely = ([item]: Answer['items']): string[] =>
  (item?.candidates ?? []).filter(({ probability }) => probability > 0.5).map(({ entry }) => entry.object.id);

beforeAll(async () => {
  scene = await startScene();
  const names = { names: [{ full: 'كريم القرنبي', script: 'Arab' }] };
  await contribute(alba, [
    person(karim, 'Karim El Karnabi', { ...names, ...born('1979-03-12') }, borea),
    person(younger, 'Karim Elkarnabi', born('1994-07-30'), borea),
    stix(lantern, { name: 'The Lantern', aliases: ['Brèche du port'], extensions: releasedTo(borea) }),
    person(hidden, 'Karim Karnabi', {}, corda),
  ]);
});
afterAll(() => scene.close());

test('a person is found by name in any script, and an alias too', async () => {
  expect(likely(await screen(borea, { name: 'Karim al-Karnabi' })).sort()).toEqual([karim, younger]);
  expect(likely(await screen(borea, { name: 'Карим Карнаби' }))).toContain(karim);
  expect((await screen(borea, { name: 'كريم القرنبي' }))[0]?.candidates[0]).toMatchObject({
    entry: { object: { id: karim } },
    name: 'كريم القرنبي',
  });
  expect(likely(await screen(borea, { name: 'Breche du Port' }))).toEqual([lantern]);
});

test('a birth date puts the one first whose it is, and says how they meet', async () => {
  const [first, second] = (await screen(borea, { name: 'Karim Karnabi', born: '1994' }))[0]?.candidates ?? [];
  expect(first).toMatchObject({ entry: { object: { id: younger } }, birth: 'year', evidence: { birth: 4 } });
  expect(second).toMatchObject({ entry: { object: { id: karim } }, birth: 'other' });
  expect(first?.probability).toBeLessThan(1);
});

test('the same birth date does not outweigh a name that speaks against, and the evidence says so', async () => {
  const [{ candidates } = { candidates: [] }] = await screen(borea, {
    name: 'Karim Haddad',
    born: '1979-03-12',
  });
  const found = candidates.find(({ entry }) => entry.object.id === karim);
  expect(found).toMatchObject({ birth: 'day', particles: ['el'], evidence: { birth: 9 } });
  expect(found?.evidence['doubt']).toBeLessThan(-8);
  expect(found?.probability).toBeLessThan(0.3);
});

test('the number of a document tells of an organisation too, unless it is withheld from whoever asks', async () => {
  const front = id('identity', 7);
  const selectors = [`extensions.${organisationExtensionId}.documents`];
  const extension_type = 'property-extension';
  const open = releasedTo(borea, corda)[labelExtensionId] as JsonObject;
  const portions = [{ selectors, any: [[`member:${borea}`]] }];
  await contribute(alba, [
    stix(front, {
      name: 'Zafira Front',
      identity_class: 'group',
      extensions: {
        [labelExtensionId]: { ...open, portions },
        [organisationExtensionId]: { extension_type, documents: [{ number: 'ZF 4711' }] },
      },
    }),
  ]);
  const asked = { name: 'جبهة زافيرا', document: 'zf-4711' };
  const found = async (member: string) => (await screen(member, asked))[0]?.candidates[0];
  const told = await found(borea);
  expect(told).toMatchObject({ entry: { object: { id: front } }, evidence: { document: 20 } });
  const withheld = await found(corda);
  expect(withheld).toMatchObject({ entry: { object: { id: front } } });
  expect(withheld?.evidence).not.toHaveProperty('document');
  expect(withheld?.probability).toBeLessThan(told?.probability ?? 0);
  const [bare] = await screen(corda, { name: asked.name });
  expect(withheld?.probability).toBe(bare?.candidates[0]?.probability);
});

test('what is withheld is no candidate, whoever has seen it before', async () => {
  expect(likely(await screen(corda, { name: 'Karim Karnabi' }))).toEqual([hidden]);
  expect(likely(await screen(borea, { name: 'Karim Karnabi' }))).not.toContain(hidden);
  expect((await screen(borea, { name: '???' }))[0]?.candidates).toEqual([]);
});

test('what comes is found, what is recalled is not, and the name of before neither', async () => {
  const spare = id('identity', 5);
  await contribute(alba, [person(spare, 'Tarek Bellounis', {}, borea)]);
  expect(likely(await screen(borea, { name: 'طارق بلونيس' }))).toEqual([spare]);
  await contribute(alba, [
    { ...person(spare, 'Noureddine Saadane', {}, borea), modified: '2017-05-02T00:00:00.000Z' },
  ]);
  expect(likely(await screen(borea, { name: 'Tarek Bellounis' }))).toEqual([]);
  expect(likely(await screen(borea, { name: 'Noureddine Saadane' }))).toEqual([spare]);
  scene.step();
  const selection = [{ object: spare }];
  expect((await scene.post(alba, '/api/v1/contributions/recall', { selection })).statusCode).toBe(200);
  // At once, though the feeds have not drained.
  expect(likely(await screen(borea, { name: 'Noureddine Saadane' }))).toEqual([]);
});

test('what is withheld for a moment and given back before the feeds have drained is found again', async () => {
  const spare = id('identity', 6);
  await contribute(alba, [person(spare, 'Zoltan Brumkov', {}, borea)]);
  const label = async (parts: object): Promise<void> => {
    scene.step();
    const body = { selection: [{ object: spare }], label: parts };
    expect((await scene.post(alba, '/api/v1/contributions/relabel', body)).statusCode).toBe(200);
  };
  // The names of a view that nobody has asked, and of one that was asked before.
  for (const names of [new ViewNames(scene.ports.presenter), undefined]) {
    const ended = names && scene.ports.onConsidered((one) => names.doubt(one));
    const found = async (): Promise<boolean> =>
      names === undefined
        ? likely(await screen(borea, { name: 'Zoltan Brumkov' })).includes(spare)
        : (await names.of(borea, (read) => scene.cell.view(borea, read))).namesOf(spare).size > 0;
    const sleeping = vi.spyOn(scene.cell, 'wake').mockImplementation(() => undefined);
    await label({});
    expect(await found()).toBe(false);
    await label({ any: [[`member:${borea}`]] });
    sleeping.mockRestore();
    await scene.cell.settle();
    expect(await found()).toBe(true);
    ended?.();
  }
});

test('another member’s claim is a claim of its own, with what it knows', async () => {
  await contribute(corda, [
    { ...person(karim, 'Karim Karnabi', born('1978-03-12'), borea), modified: '2017-05-02T00:00:00.000Z' },
  ]);
  const [first] = (await screen(borea, { name: 'Karim Karnabi', born: '1978-03-12' }))[0]?.candidates ?? [];
  expect(first).toMatchObject({ entry: { object: { id: karim }, contributor: corda }, birth: 'day' });
});

test('a thousand persons are screened at once and no more, each with the likeliest first', async () => {
  const thousand = Array.from({ length: 1000 }, (_none, at) => ({
    name: at % 2 === 0 ? 'Karim Karnabi' : 'Ann',
  }));
  const answers = await screen(borea, ...thousand);
  expect(answers).toHaveLength(1000);
  for (const { candidates } of answers) {
    const order = candidates.map(({ probability }) => probability);
    expect(order).toEqual(order.toSorted((one, two) => two - one));
  }
  const more = await scene.post(borea, '/api/v1/screenings', { persons: [...thousand, { name: 'Ann' }] });
  expect(more.statusCode).toBe(400);
  const wrong = await scene.post(borea, '/api/v1/screenings', {
    persons: [{ name: 'Ann', born: '12.3.79' }],
  });
  expect(wrong.statusCode).toBe(400);
});

test('names are looked up while no view is open, so that others need not wait for a connection', async () => {
  let open = 0;
  const view = scene.cell.view.bind(scene.cell);
  const views = vi.spyOn(scene.cell, 'view').mockImplementation(async (reader, read, ahead) => {
    const step = reader === borea ? 1 : 0;
    open += step;
    return view(reader, read, ahead).finally(() => (open -= step));
  });
  const held: number[] = [];
  const lookUps = vi.spyOn(NameIndex.prototype, 'lookUp').mockImplementation(() => {
    held.push(open);
    return [];
  });
  await screen(borea, { name: 'Karim' }, { name: 'Ann' });
  views.mockRestore();
  lookUps.mockRestore();
  expect(held).toEqual([0, 0]);
});

test('an account screens one list at a time, and few of them wait', async () => {
  const persons = Array.from({ length: 60 }, () => ({ name: 'Karim Karnabi' }));
  const asked = Array.from({ length: 12 }, () => scene.post(borea, '/api/v1/screenings', { persons }));
  const codes = (await Promise.all(asked)).map(({ statusCode }) => statusCode);
  expect(codes.filter((code) => code === 200)).toHaveLength(8);
  expect(codes.filter((code) => code === 429)).toHaveLength(4);
  expect(likely(await screen(borea, { name: 'The Lantern' }))).toEqual([lantern]);
});

test('a screening is recorded as a read of what it gave', async () => {
  const objects = async (): Promise<string[][]> => {
    await scene.cell.settle();
    const { rows } = await scene.cell.database.writer.query<{ objects: string[] }>(
      `select array(select c.object from contribution c where c.id = any(r.contributions)) as objects
       from read_record r where r.member = $1 and r.body::text like '%"screen"%' order by r.sequence`,
      [borea],
    );
    return rows.map((row) => row.objects);
  };
  const before = await objects();
  await screen(borea, { name: 'The Lantern' });
  await screen(borea, { name: '???' });
  expect((await objects()).slice(before.length)).toEqual([expect.arrayContaining([lantern])]);
});
