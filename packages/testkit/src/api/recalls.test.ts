import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tool = (place: number): string => `tool--2222222${place}-0000-4000-8000-000000000000`;
const day = 86_400_000_000;

interface Recall {
  id: string;
  contributor: string;
  objects: string[];
  total: number;
  acknowledged: string | null;
  words: string | null;
}
interface OwnRecall {
  object: string;
  kind: string;
  members: { member: string; acknowledged: string | null }[];
  rest: boolean;
}

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const items = async <Item>(member: string, url: string): Promise<Item[]> => {
  scene.step();
  const answer = await scene.get(member, `/api/v1${url}`);
  expect(answer.statusCode).toBe(200);
  return json<{ items: Item[] }>(answer.body).items;
};
const post = async (member: string, url: string, body: object): Promise<number> => {
  scene.step();
  return (await scene.post(member, `/api/v1${url}`, body)).statusCode;
};
const contribute = (member: string, ...objects: object[]): Promise<number> =>
  post(member, '/contributions', { objects });
const recallOf = (member: string, ...objects: string[]): Promise<number> =>
  post(member, '/contributions/recall', { selection: objects.map((object) => ({ object })) });
const crowbar = (place: number, ...readers: string[]): object =>
  stix(tool(place), { name: `Crowbar ${place}`, extensions: releasedTo(...readers) });

test('what one act takes from a member is one recall, which its people acknowledge', async () => {
  await contribute(alba, crowbar(1, borea), crowbar(2, borea));
  await recallOf(alba, tool(1), tool(2));
  const [recall] = await items<Recall>(borea, '/recalls?state=open');
  expect(recall).toMatchObject({
    contributor: alba,
    objects: [tool(1), tool(2)],
    total: 2,
    acknowledged: null,
  });
  const told = await items<{ object: string; part: boolean }>(
    borea,
    `/recalls/${recall?.id}/objects?limit=1`,
  );
  expect(told).toMatchObject([{ object: tool(1), part: false }]);
  expect(
    await post(borea, `/recalls/${recall?.id}/acknowledge`, { words: 'removed from both systems' }),
  ).toBe(204);
  expect(await items(borea, '/recalls?state=open')).toEqual([]);
  const [again] = await items<Recall>(borea, '/recalls?state=acknowledged');
  expect(again?.words).toBe('removed from both systems');
  expect(again?.acknowledged).not.toBeNull();
});

test('the contributor is told who was to have it and when it acknowledged, never in what words', async () => {
  const own = await items<OwnRecall>(alba, '/recalls/own');
  expect(own.map(({ object, kind, rest }) => [object, kind, rest])).toEqual([
    [tool(2), 'recall', false],
    [tool(1), 'recall', false],
  ]);
  for (const { members } of own) {
    expect(members.map(({ member }) => member)).toEqual([borea]);
    expect(members[0]?.acknowledged).not.toBeNull();
  }
  expect(JSON.stringify(own)).not.toContain('both systems');
});

test('a narrower label is a recall for those who lose it, and for nobody else', async () => {
  await contribute(alba, crowbar(3, borea, corda));
  const label = { any: [[`member:${corda}`]] };
  await post(alba, '/contributions/relabel', { selection: [{ object: tool(3) }], label });
  const [own] = await items<OwnRecall>(alba, `/recalls/own?object=${tool(3)}`);
  expect(own).toMatchObject({
    kind: 'narrowing',
    members: [{ member: borea, acknowledged: null }],
    rest: false,
  });
  expect((await items<Recall>(corda, '/recalls')).length).toBe(0);
  const [recall] = await items<Recall>(borea, '/recalls?state=open');
  expect(recall?.objects).toEqual([tool(3)]);
});

test('a suspended member has nothing to lose: it is not named, and no recall waits for it', async () => {
  await contribute(alba, crowbar(9, borea, corda));
  await scene.play({ kind: 'suspension', at: scene.step(), id: borea });
  await recallOf(alba, tool(9));
  const [own] = await items<OwnRecall>(alba, `/recalls/own?object=${tool(9)}`);
  expect(own).toMatchObject({ members: [{ member: corda }], rest: false });
  await scene.play({ kind: 'reinstatement', at: scene.step(), id: borea });
  const told = await items<Recall>(borea, '/recalls?state=open');
  expect(told.flatMap(({ objects }) => objects)).not.toContain(tool(9));
});

test('a wider label, and what was for the contributor alone, is no recall', async () => {
  await contribute(alba, crowbar(4, borea), stix(tool(5), { name: 'Lever' }));
  const label = { any: [[`member:${borea}`, `member:${corda}`]] };
  await post(alba, '/contributions/relabel', { selection: [{ object: tool(4) }], label });
  await recallOf(alba, tool(5));
  expect(await items(alba, `/recalls/own?object=${tool(4)}`)).toEqual([]);
  expect(await items(alba, `/recalls/own?object=${tool(5)}`)).toEqual([]);
});

test('a label that permits whoever the one before permitted takes nothing back, though nobody can say whom', async () => {
  const level = 'eeeeeeee-0000-4000-8000-000000000000';
  await scene.play({ kind: 'policy', at: scene.step(), id: level, owner: corda });
  const label = { any: [[`member:${borea}`]], levels: { [level]: 1 }, review: '2018-05-01T00:00:00Z' };
  await post(alba, '/contributions', { objects: [stix(tool(0), { name: 'Hammer' })], label });
  const confirmed = { objects: [tool(0)], review: '2019-05-01T00:00:00Z', reason: 'still needed' };
  expect(await post(alba, '/reviews/confirm', confirmed)).toBe(200);
  expect(await items(alba, `/recalls/own?object=${tool(0)}`)).toEqual([]);
});

test('what another gives as well is taken back all the same: the contributor is told of no other by silence', async () => {
  await contribute(alba, crowbar(9, borea));
  await contribute(corda, crowbar(9, borea));
  await recallOf(alba, tool(9));
  const recalls = await items<Recall>(borea, '/recalls');
  expect(recalls[0]).toMatchObject({ contributor: alba, objects: [tool(9)] });
  expect((await scene.get(borea, `/api/v1/objects/${tool(9)}`)).statusCode).toBe(200);
  expect(await items(corda, `/recalls/own?object=${tool(9)}`)).toEqual([]);
  const [own] = await items<OwnRecall>(alba, `/recalls/own?object=${tool(9)}`);
  expect(own).toMatchObject({ members: [{ member: borea, acknowledged: null }], rest: false });
});

test('where more than its label decides, the contributor is told that it depends on others', async () => {
  const level = 'ffffffff-0000-4000-8000-000000000000';
  await scene.play({ kind: 'policy', at: scene.step(), id: level, owner: corda });
  await scene.play({ kind: 'clearance', at: scene.step(), policy: level, member: borea, rank: 1 });
  const label = { any: [[`member:${borea}`]], levels: { [level]: 1 } };
  await post(alba, '/contributions', { objects: [stix(tool(6), { name: 'Wedge' })], label });
  await recallOf(alba, tool(6));
  const [own] = await items<OwnRecall>(alba, `/recalls/own?object=${tool(6)}`);
  expect(own).toMatchObject({ members: [], rest: true });
  expect((await items<Recall>(borea, '/recalls'))[0]?.objects).toEqual([tool(6)]);
});

test('one version of several is told to the member alone: whether it had that one depends on others', async () => {
  const modified = '2017-05-02T00:00:00.000Z';
  await contribute(alba, crowbar(7, borea), { ...crowbar(7, borea), modified, name: 'Crowbar, long' });
  await post(alba, '/contributions/recall', { selection: [{ object: tool(7), version: modified }] });
  const [own] = await items<OwnRecall>(alba, `/recalls/own?object=${tool(7)}`);
  expect(own).toMatchObject({ members: [], rest: true });
});

test("nobody acknowledges, lists or finds another's recall: it is as one that does not exist", async () => {
  const [recall] = await items<Recall>(borea, '/recalls?state=open');
  const nothing = '00000000-0000-4000-8000-000000000000';
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/objects'],
    ['GET', '/derived'],
    ['POST', '/acknowledge'],
  ] as const) {
    const ask = async (id: string) => {
      scene.step();
      const url = `/api/v1/recalls/${id}${path}`;
      const { statusCode, body } = await scene.call(corda, {
        method,
        url,
        ...(method === 'POST' && { payload: {} }),
      });
      return { statusCode, body: body.replaceAll(id, '') };
    };
    const other = await ask(recall?.id ?? '');
    expect(other.statusCode).toBe(404);
    expect(other).toEqual(await ask(nothing));
  }
});

test('authors find what of their own rests on what was taken back', async () => {
  const [note, product, derived] = [3, 4, 5].map((n) => `note--2222222${n}-0000-4000-8000-000000000000`) as [
    string,
    string,
    string,
  ];
  const relationship = 'relationship--22222229-0000-4000-8000-000000000000';
  await contribute(alba, crowbar(8, borea));
  await contribute(
    borea,
    stix(note, { content: 'On the crowbar', object_refs: [tool(8)] }),
    stix(product, { content: 'Assessment', object_refs: [note] }),
    stix(derived, { content: 'Another', object_refs: [note] }),
    stix(relationship, { relationship_type: 'derived-from', source_ref: product, target_ref: tool(8) }),
  );
  // What Borea says of Alba's own is for Alba to see to.
  await contribute(alba, crowbar(9, borea));
  const ofOther = 'relationship--22222228-0000-4000-8000-000000000000';
  const said = { relationship_type: 'derived-from', source_ref: tool(9), target_ref: tool(8) };
  await contribute(borea, stix(ofOther, said));
  await recallOf(alba, tool(8));
  const [recall] = await items<Recall>(borea, '/recalls?state=open');
  expect(recall?.objects).toEqual([tool(8)]);
  expect(await items(borea, `/recalls/${recall?.id}/derived`)).toEqual([
    { object: note, recalled: tool(8), way: 'names' },
    { object: product, recalled: tool(8), way: 'derived-from' },
    { object: ofOther, recalled: tool(8), way: 'names' },
    { object: relationship, recalled: tool(8), way: 'names' },
  ]);
});

test('after three days and after ten its people are reminded, once each, and no more once they acknowledged', async () => {
  const messages = async (): Promise<string[]> => {
    await scene.cell.settle();
    const { rows } = await scene.cell.database.writer.query<{ kind: string }>(
      `select kind from message where member = $1 and about = $2 order by at, kind`,
      [borea, recall?.id],
    );
    return rows.map(({ kind }) => kind);
  };
  const [recall] = await items<Recall>(borea, '/recalls?state=open');
  expect(await messages()).toEqual(['recall-told']);
  scene.world.at += 3 * day;
  expect(await messages()).toEqual(['recall-told', 'recall-reminder']);
  scene.world.at += 3 * day;
  expect(await messages()).toHaveLength(2);
  scene.world.at += 4 * day;
  expect(await messages()).toHaveLength(3);
  scene.world.at += 30 * day;
  expect(await messages()).toHaveLength(3);
  const at = scene.world.at;
  await scene.call(borea, {
    method: 'POST',
    url: `/api/v1/recalls/${recall?.id}/acknowledge`,
    payload: {},
  });
  const { rows } = await scene.cell.database.writer.query(
    'select from message where about = $1 and settled_at is distinct from $2',
    [recall?.id, at],
  );
  expect(rows).toEqual([]);
});
