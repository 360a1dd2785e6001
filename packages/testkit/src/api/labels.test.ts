import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const circle = 'dddddddd-0000-4000-8000-000000000000';
const inner = 'eeeeeeee-0000-4000-8000-000000000000';
const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const malware = 'malware--11111111-0000-4000-8000-000000000000';
const tool = 'tool--22222222-0000-4000-8000-000000000000';
const link = 'relationship--33333333-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.play({ kind: 'community', at: scene.step(), id: circle, name: 'Circle' });
  await scene.play({ kind: 'community', at: scene.step(), id: inner, name: 'Inner' });
  await scene.play({ kind: 'enter', at: scene.step(), community: circle, entry: alba });
  await scene.play({ kind: 'enter', at: scene.step(), community: circle, entry: inner });
  await scene.play({ kind: 'enter', at: scene.step(), community: inner, entry: corda });
  await scene.play({ kind: 'policy', at: scene.step(), id: secrecy, owner: borea });
  scene.step();
});
afterAll(() => scene.close());

type Explained = { member: string; verdict: string; reasons: { code: string }[]; parts?: object[] };

async function explained(path: string, body: object): Promise<[string, string, string][]> {
  const answer = await scene.post(alba, path, body);
  expect(answer.statusCode).toBe(200);
  const { items } = json<{ items: Explained[] }>(answer.body);
  return items.map(({ member, verdict, reasons }) => [
    member,
    verdict,
    reasons.map(({ code }) => code).join(),
  ]);
}

describe('a draft label', () => {
  const draft = (label: object) => explained('/api/v1/labels/explain', { label });

  test('says who would see it, by name', async () => {
    expect(await draft({ any: [[`member:${borea}`]] })).toEqual([
      [alba, 'yes', 'own'],
      [borea, 'yes', 'named'],
      [corda, 'no', 'not-named'],
    ]);
  });

  test('without an audience is for the contributor alone', async () => {
    expect((await draft({})).map(([, verdict]) => verdict)).toEqual(['yes', 'no', 'no']);
  });

  test('depends on others where a roster below may not be read', async () => {
    expect(await draft({ any: [[`community:${circle}`]] })).toEqual([
      [alba, 'yes', 'own'],
      [borea, 'depends-on-others', 'others-roster'],
      [corda, 'depends-on-others', 'others-roster'],
    ]);
  });

  test('depends on others where another member grants the clearance', async () => {
    expect(await draft({ any: [['public']], levels: { [secrecy]: 1 } })).toEqual([
      [alba, 'yes', 'own'],
      [borea, 'depends-on-others', 'others-clearance'],
      [corda, 'depends-on-others', 'others-clearance'],
    ]);
  });

  test('naming a community that is not known is for the contributor alone, whether the community exists or not', async () => {
    const [exists, not] = await Promise.all([
      draft({ any: [[`community:${inner}`]] }),
      draft({ any: [['community:99999999-0000-4000-8000-000000000000']] }),
    ]);
    expect(exists).toEqual(not);
  });
});

describe('a label that is made', () => {
  const make = async (label: object) => json((await scene.post(alba, '/api/v1/labels/make', { label })).body);

  test('is normal and reads as one line, without any epoch', async () => {
    const made = await make({
      any: [
        [`community:${circle}`, `member:${borea}`],
        [`member:${borea}`, `community:${circle}`, 'public'],
      ],
      handling: ['TLP:GREEN', 'TLP:AMBER'],
    });
    expect(made).toEqual({
      label: { any: [[`community:${circle}`, `member:${borea}`]], handling: ['TLP:AMBER'] },
      line: 'FOR Circle OR Borea // TLP:AMBER',
      alone: false,
      problems: [],
    });
  });

  test('tells what of it is not known, alike for what may not be known and what does not exist', async () => {
    const hidden = await make({ any: [[`community:${inner}`]] });
    expect(hidden).toMatchObject({
      alone: true,
      line: 'FOR Alba',
      problems: [{ part: `community:${inner}`, message: 'is no audience that you know' }],
    });
  });
});

describe('what was contributed', () => {
  test('is explained with its ends: a relationship waits for both', async () => {
    const objects = [
      stix(malware, { name: 'Nightjar', is_family: false, extensions: releasedTo(borea, corda) }),
      stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }),
      stix(link, {
        relationship_type: 'uses',
        source_ref: malware,
        target_ref: tool,
        extensions: releasedTo(borea, corda),
      }),
    ];
    await scene.post(alba, '/api/v1/contributions', { objects });
    expect(await explained('/api/v1/contributions/explain', { object: link })).toEqual([
      [alba, 'yes', 'own'],
      [borea, 'no', 'end-closed'],
      [corda, 'yes', 'named'],
    ]);
  });

  test('depends on others where another member’s contribution grounds an end', async () => {
    scene.step();
    const theirs = 'tool--55555555-0000-4000-8000-000000000000';
    const guess = 'relationship--66666666-0000-4000-8000-000000000000';
    await scene.post(borea, '/api/v1/contributions', {
      objects: [stix(theirs, { name: 'Spade', extensions: releasedTo(alba) })],
    });
    scene.step();
    const properties = { relationship_type: 'uses', source_ref: malware, target_ref: theirs };
    await scene.post(alba, '/api/v1/contributions', {
      objects: [stix(guess, { ...properties, extensions: releasedTo(borea, corda) })],
    });
    expect(await explained('/api/v1/contributions/explain', { object: guess })).toEqual([
      [alba, 'yes', 'own'],
      [borea, 'depends-on-others', 'others-ground'],
      [corda, 'depends-on-others', 'others-ground'],
    ]);
  });

  test('by another member is explained to nobody else: it is answered like what never was', async () => {
    const theirs = await scene.post(borea, '/api/v1/contributions/explain', { object: malware });
    const never = await scene.post(borea, '/api/v1/contributions/explain', {
      object: 'malware--99999999-0000-4000-8000-000000000000',
    });
    expect([theirs.statusCode, theirs.body]).toEqual([404, never.body]);
  });
});
