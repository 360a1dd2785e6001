/** What the cell opens to a supervisor of data protection, and to nobody else (docs/adr/0023). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDecisionScene, type DecisionScene } from '../decision/scene.ts';
import { alba, borea, corda, json, releasedTo, stix } from './scene.ts';

const tool = 'tool--22222222-0000-4000-8000-000000000000';
const other = 'tool--22222223-0000-4000-8000-000000000000';
/** Seconds. */
const day = 86_400;
const titled = { title: { en: 'A text', fr: 'Un texte' }, text: { en: 'It says.', fr: 'Il dit.' } };

let scene: DecisionScene;
let supervisor: string;
beforeAll(async () => {
  scene = await startDecisionScene();
  await adopted({
    kind: 'admission',
    name: 'Data protection',
    memberKind: 'organisation',
    standing: 'observer',
  });
  supervisor = (await members()).find(({ name }) => name === 'Data protection')?.id ?? '';
  const objects = [tool, other].map((id) => stix(id, { name: 'Crowbar', extensions: releasedTo(borea) }));
  await scene.post(alba, '/api/v1/contributions', { objects });
  scene.world.at += 1_000_000;
  await scene.get(borea, `/api/v1/objects/${tool}`);
  scene.world.at += 1_000_000;
  await scene.get(alba, '/api/v1/search?q=crowbar');
  await scene.cell.settle();
});
afterAll(() => scene.close());

interface Member {
  id: string;
  name: string;
  supervises: boolean;
}
const members = async (): Promise<Member[]> =>
  json<{ items: Member[] }>((await scene.get(alba, '/api/v1/members')).body).items;

async function adopted(effect: { kind: string; [name: string]: string }): Promise<string> {
  const seconds = effect.kind === 'supervision' ? day : 60;
  // What would end on a day of rest ends on Monday.
  scene.world.at += 1_000_000;
  const id = await scene.table({ ...titled, effect }, seconds);
  await scene.pass(seconds + 2 * day);
  return id;
}

interface Record {
  id: string;
  member: string;
  account: string;
  route: string;
  objects: string[];
}
const ask = (member: string, path: string) => scene.get(member, `/api/v1/supervision${path}`);
const records = async (query = ''): Promise<{ items: Record[]; next?: string }> => {
  const answer = await ask(supervisor, `/access-records${query}`);
  expect(answer.statusCode).toBe(200);
  return json(answer.body);
};
const everybodyIsRefused = async (...askers: string[]): Promise<void> => {
  const paths = ['/access-records', `/access-records/${borea}/1/objects`, `/recalls?object=${tool}`];
  for (const asker of askers) for (const path of paths) expect((await ask(asker, path)).statusCode).toBe(403);
};

test('nobody supervises until the cell has decided so, the host least of all', () =>
  everybodyIsRefused(alba, borea, corda, supervisor));

test('a full member and the host do not supervise: an observer does', async () => {
  for (const member of [alba, borea]) {
    const draft = await scene.draft({ ...titled, effect: { kind: 'supervision', member } });
    const tabled = await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(day) });
    expect([tabled.statusCode, tabled.body]).toEqual([400, expect.stringContaining('observer')]);
  }
});

test('nobody is made supervisor in less than a day, also where the cell has fixed no shortest silence yet', async () => {
  const effect = { kind: 'supervision', member: supervisor };
  const draft = await scene.draft({ ...titled, effect });
  for (const seconds of [1, day - 1]) {
    const tabled = await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(seconds) });
    expect([tabled.statusCode, tabled.body]).toEqual([400, expect.stringContaining('86400 seconds')]);
  }
  // Nor by another text that becomes one.
  const id = await scene.table({ ...titled, effect: { kind: 'communique' } });
  await scene.act(borea, id, 'break', { reason: 'No.' });
  const revised = await scene.secretaryAct(id, 'revise', { ...titled, effect, expiry: scene.ahead(60) });
  expect(revised.statusCode).toBe(400);
  await scene.pass(day);
  await everybodyIsRefused(supervisor);
});

test('by decision it reads who of all members was given what, the last of each first, by pages', async () => {
  const id = await adopted({ kind: 'supervision', member: supervisor });
  expect(await scene.decision(alba, id)).toMatchObject({ outcome: 'done', informed: [supervisor] });
  expect((await members()).filter(({ supervises }) => supervises).map(({ name }) => name)).toEqual([
    'Data protection',
  ]);
  const of = ({ member, route, objects }: Record) => ({ member, route, objects: [...objects].sort() });
  const { items } = await records();
  expect(items.map(of)).toEqual(
    [
      { member: alba, route: 'search', objects: [tool, other] },
      { member: borea, route: 'object', objects: [tool] },
    ].sort((one, next) => (one.member > next.member ? -1 : 1)),
  );
  const first = await records('?limit=1');
  const second = await records(`?limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
  expect([...first.items, ...second.items]).toEqual(items);
  expect(second.next).toBeUndefined();
});

test('records are found by member and by object, and each names all that it gave', async () => {
  expect((await records(`?member=${borea}`)).items.map(({ route }) => route)).toEqual(['object']);
  expect((await records(`?object=${tool}`)).items).toHaveLength(2);
  const [whole] = (await records(`?object=${other}`)).items;
  expect(whole).toMatchObject({ member: alba, route: 'search' });
  const named = await ask(supervisor, `/access-records/${alba}/${whole?.id}/objects`);
  expect(
    json<{ items: { object: string }[] }>(named.body)
      .items.map(({ object }) => object)
      .sort(),
  ).toEqual([tool, other]);
  expect((await ask(supervisor, `/access-records/${alba}/99/objects`)).statusCode).toBe(404);
  expect((await ask(supervisor, `/access-records/nobody/1/objects`)).statusCode).toBe(404);
});

test('what was taken back from whom is told with what was acknowledged', async () => {
  await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tool }] });
  await scene.cell.settle();
  const recalls = async () =>
    json<{ items: object[] }>((await ask(supervisor, `/recalls?object=${tool}`)).body).items;
  expect(await recalls()).toMatchObject([
    { contributor: alba, member: borea, objects: [tool], total: 1, acknowledged: null },
  ]);
  const [told] = json<{ items: { id: string }[] }>((await scene.get(borea, '/api/v1/recalls')).body).items;
  await scene.post(borea, `/api/v1/recalls/${told?.id}/acknowledge`, {});
  expect(await recalls()).toMatchObject([{ acknowledged: expect.any(String) as string }]);
  expect(json<{ items: object[] }>((await ask(supervisor, `/recalls?member=${corda}`)).body).items).toEqual(
    [],
  );
});

test('it sees no more of the records themselves, and all others are refused as before', async () => {
  expect((await scene.get(supervisor, `/api/v1/objects/${other}`)).statusCode).toBe(404);
  await everybodyIsRefused(alba, borea, corda);
});

test('what it looked for stands in its own log, each first page once', async () => {
  await ask(supervisor, `/access-records/${borea}/1/objects`);
  const { rows } = await scene.cell.database.writer.query<{ member: string; body: string }>(
    "select member, body from act where kind = 'supervision' order by sequence desc limit 3",
  );
  expect(rows).toEqual([
    { member: supervisor, body: JSON.stringify({ member: borea, record: 1, what: 'read' }) },
    { member: supervisor, body: JSON.stringify({ member: corda, what: 'recalls' }) },
    { member: supervisor, body: JSON.stringify({ object: tool, what: 'recalls' }) },
  ]);
});

test('it ends by decision, with suspension and with departure', async () => {
  await adopted({ kind: 'end-of-supervision', member: supervisor });
  await everybodyIsRefused(supervisor);
  await adopted({ kind: 'supervision', member: supervisor });
  await adopted({ kind: 'suspension', member: supervisor });
  await everybodyIsRefused(supervisor);
  await adopted({ kind: 'reinstatement', member: supervisor });
  expect((await records()).items.length).toBeGreaterThan(0);
  await adopted({ kind: 'departure', member: supervisor });
  await everybodyIsRefused(supervisor);
});
