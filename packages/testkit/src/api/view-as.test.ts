/** What one put in, as another member would get it, and as if it had another label: from one's own alone (rule 8). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Explanation, MemberForm } from '@entente/contract/label';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const malware = 'malware--11111111-0000-4000-8000-000000000000';
const tool = 'tool--22222222-0000-4000-8000-000000000000';
const report = 'report--33333333-0000-4000-8000-000000000000';
const theirs = 'tool--44444444-0000-4000-8000-000000000000';
const created = '2017-05-01T00:00:00.000Z';

let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.close());

async function put(member: string, ...objects: JsonObject[]): Promise<void> {
  scene.step();
  expect((await scene.post(member, '/api/v1/contributions', { objects })).statusCode).toBe(200);
}

async function viewAs(member: string, body: object): Promise<MemberForm> {
  const answer = await scene.post(alba, '/api/v1/contributions/view-as', { member, ...body });
  expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
  return json<MemberForm>(answer.body);
}

async function explained(body: object): Promise<Explanation[]> {
  const answer = await scene.post(alba, '/api/v1/contributions/explain', body);
  expect(answer.statusCode).toBe(200);
  return json<{ items: Explanation[] }>(answer.body).items;
}

const everyone = releasedTo(borea, corda);
const secretly = (...selectors: string[]): JsonObject => ({
  [labelExtensionId]: {
    ...(everyone[labelExtensionId] as JsonObject),
    portions: [{ selectors, any: [[`member:${corda}`]] }],
  },
});
const reportOn = (...targets: string[]): JsonObject =>
  stix(report, { name: 'On Nightjar', published: created, object_refs: targets, extensions: everyone });

test('shows the form that the member is served, with closed portions and references cut', async () => {
  await put(
    alba,
    stix(malware, {
      name: 'Nightjar',
      description: 'Seen',
      is_family: false,
      extensions: secretly('description'),
    }),
    stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }),
    reportOn(malware, tool),
  );
  const [ofMalware, ofReport] = [
    await viewAs(borea, { object: malware }),
    await viewAs(borea, { object: report }),
  ];
  expect(ofMalware).toMatchObject({ verdict: 'yes', cuts: ['description'], uncertain: [] });
  expect(ofMalware.parts).toEqual([
    {
      kind: 'portion',
      selectors: ['description'],
      open: 'no',
      reasons: [{ code: 'not-named' }],
    },
  ]);
  expect(ofReport).toMatchObject({ cuts: ['object_refs.[1]'], uncertain: [] });
  for (const { object } of [ofMalware, ofReport]) {
    const served = await scene.get(borea, `/api/v1/objects/${String(object?.id)}`);
    expect(json<{ object: JsonObject }>(served.body).object).toEqual(object);
  }
});

test('says what depends on others, and shows it though it may be cut', async () => {
  await put(borea, stix(theirs, { name: 'Spade', extensions: releasedTo(alba) }));
  await put(alba, stix(malware, { name: 'Nightjar', is_family: false, extensions: everyone }));
  await put(alba, reportOn(malware, theirs));
  const form = await viewAs(corda, { object: report });
  expect(form).toMatchObject({ verdict: 'yes', cuts: [], uncertain: ['object_refs.[1]'] });
  expect(form.object?.['object_refs']).toEqual([malware, theirs]);
});

test('puts one id for all in the place of what cannot be left out', async () => {
  await put(alba, stix(tool, { name: 'Crowbar' }), reportOn(tool));
  const form = await viewAs(borea, { object: report });
  expect(form.object?.['object_refs']).toEqual(['identity--00000000-0000-4000-8000-000000000000']);
});

test('shows nothing of what the member would not get, and takes another label on trial', async () => {
  await put(alba, stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }));
  expect(await viewAs(borea, { object: tool })).toMatchObject({ verdict: 'no', object: null });
  const label = { any: [[`member:${borea}`]] };
  expect(await viewAs(borea, { object: tool, label })).toMatchObject({
    verdict: 'yes',
    object: { name: 'Crowbar' },
  });
  expect((await scene.get(borea, `/api/v1/objects/${tool}`)).statusCode).toBe(404);
});

test('another’s contribution is answered like what never was, whoever is asked about', async () => {
  await put(borea, stix(theirs, { name: 'Spade', extensions: releasedTo(alba) }));
  const answers = await Promise.all(
    [theirs, tool].map((object) =>
      scene.post(alba, '/api/v1/contributions/view-as', { object, member: corda }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  expect(answers[0]?.body).toBe(answers[1]?.body);
});

test('a label on trial says who would have it, and which objects of one’s own would lead there', async () => {
  await put(
    alba,
    stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }),
    stix(malware, { name: 'Nightjar', is_family: false, extensions: everyone }),
    reportOn(malware, tool),
  );
  const verdicts = (items: Explanation[]): unknown[] =>
    items.map(({ member, verdict, from }) => [member, verdict, from]);
  const led = [{ object: report, open: 'yes' }];
  expect(verdicts(await explained({ object: tool, from: true }))).toEqual([
    [alba, 'yes', led],
    [borea, 'no', []],
    [corda, 'yes', led],
  ]);
  const label = { any: [[`member:${borea}`]] };
  expect(verdicts(await explained({ object: tool, from: true, label }))).toEqual([
    [alba, 'yes', led],
    [borea, 'yes', led],
    [corda, 'no', []],
  ]);
});

test('an explanation says the label that holds, without epochs, also after a relabelling', async () => {
  await put(alba, stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }));
  const label = { any: [[`member:${borea}`]], handling: ['TLP:AMBER'] };
  await scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object: tool }], label });
  const answer = await scene.post(alba, '/api/v1/contributions/explain', { object: tool });
  expect(json<{ labels: object[] }>(answer.body).labels).toEqual([label]);
});
