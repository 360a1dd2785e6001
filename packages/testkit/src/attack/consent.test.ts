/** Consent of owners: what they gave is released by all of them alone, and nobody learns of it from another's part. */
import type { InjectOptions } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { reinstateMember, suspendMember } from '@entente/store/coalition/writer';
import type { Caller, Role } from '@entente/server/caller';
import { callerOf } from '../world/play.ts';
import { alba, borea, corda, identityOf, json, startScene, stix, type Scene } from '../api/scene.ts';

const dora = 'dddddddd-0000-4000-8000-000000000000';
const otter = 'malware--11111111-0000-4000-8000-000000000000';

const as = (member: string, name: string, role: Role = 'release-officer'): [string, Caller] => [
  name,
  {
    ...callerOf(member),
    account: name,
    roles: new Set([role]),
    scopes: new Set(['read', 'write', 'label', 'admin'] as const),
  },
];

let scene: Scene;
beforeEach(async () => {
  const people = [
    as(alba, 'anna'),
    as(borea, 'bo'),
    as(borea, 'bea'),
    as(borea, 'analyst', 'analyst'),
    as(borea, 'secretary', 'secretary'),
    as(corda, 'carl'),
    as(corda, 'cleo'),
    as(dora, 'dan'),
  ];
  scene = await startScene({ callers: new Map(people) });
  await scene.play({ kind: 'member', at: scene.step(), id: dora, name: 'Dora', identity: identityOf(dora) });
});
afterEach(() => scene.close());

const call = (who: string, method: 'GET' | 'POST', url: string, payload?: object) => {
  scene.step();
  const headers = { authorization: `Bearer ${who}` };
  const request: InjectOptions = { method, url: `/api/v1${url}`, headers };
  return scene.call('', payload === undefined ? request : { ...request, payload });
};

const to = (...members: string[]) => ({ any: [members.map((id) => `member:${id}`)] });
const owned = (by: string, ...readers: string[]): JsonObject =>
  stix(otter, {
    name: 'otter',
    description: 'quiet harbour',
    is_family: false,
    extensions: {
      [labelExtensionId]: { extension_type: 'property-extension', ...to(...readers), owners: [by] },
    },
  });
const bare = (more: JsonObject = {}): JsonObject =>
  stix(otter, { name: 'otter', description: 'quiet harbour', is_family: false, ...more });

const put = (who: string, object: JsonObject) => call(who, 'POST', '/contributions', { objects: [object] });
const soon = (): string => formatTimestamp(scene.world.at + 3600 * 1_000_000);
const asking = (label: object = to(dora), more: object = {}) => ({
  object: otter,
  label,
  purpose: 'border checks',
  by: soon(),
  ...more,
});
const ask = async (label?: object, more?: object): Promise<string> => {
  const { body, statusCode } = await call('carl', 'POST', '/consents', asking(label, more));
  expect([statusCode, statusCode === 201 ? '' : body]).toEqual([201, '']);
  return String(json(body)['id']);
};
const answer = (who: string, id: string, given: object = { word: 'consent' }) =>
  call(who, 'POST', `/consents/${id}/answer`, given);
const stateOf = async (who: string, id: string) =>
  json((await call(who, 'GET', `/consents/${id}`)).body)['state'];
const sees = async (who: string): Promise<boolean> =>
  (await call(who, 'GET', `/objects/${otter}`)).statusCode === 200;

/** Alba and Borea own it, each unknown to the other; Corda puts it in onward. */
async function heldOfTwo(): Promise<void> {
  await put('anna', owned(alba, corda));
  await put('bo', owned(borea, corda));
  await put('carl', bare());
}

test('with the last consent it is released at once, narrowed by every condition, and by no word before', async () => {
  await heldOfTwo();
  const held = json<{ items: object[] }>((await call('carl', 'GET', `/consents/held?object=${otter}`)).body);
  expect(held.items).toMatchObject([{ owners: [alba, borea], released: false }]);
  const id = await ask(to(alba, borea, dora));
  const conditions = { any: [[`member:${dora}`, `member:${borea}`]], parts: ['description'] };
  expect((await answer('anna', id, { word: 'consent', conditions })).statusCode).toBe(204);
  expect(await sees('dan')).toBe(false);
  expect(await stateOf('carl', id)).toBe('open');
  expect((await answer('bo', id)).statusCode).toBe(204);
  expect(await stateOf('carl', id)).toBe('in-force');
  const { object } = json<{ object: JsonObject }>((await call('dan', 'GET', `/objects/${otter}`)).body);
  expect(object['name']).toBe('otter');
  expect(object['description']).toBeUndefined();
  const explained = await call('carl', 'POST', '/contributions/explain', { object: otter });
  const { items } = json<{ items: { member: string; verdict: string }[] }>(explained.body);
  const verdicts = new Map(items.map(({ member, verdict }) => [member, verdict]));
  expect([alba, borea, dora].map((member) => verdicts.get(member))).toEqual(['no', 'yes', 'yes']);
  const asIf = await call('carl', 'POST', '/contributions/view-as', { object: otter, member: dora });
  expect(json(asIf.body)).toMatchObject({ verdict: 'yes', cuts: ['description'] });
});

test('an owner that withdraws takes it from everybody at once, who are told to remove it', async () => {
  await heldOfTwo();
  const id = await ask();
  for (const who of ['anna', 'bo']) await answer(who, id);
  expect(await sees('dan')).toBe(true);
  expect((await call('bo', 'POST', `/consents/${id}/withdraw`)).statusCode).toBe(204);
  expect(await sees('dan')).toBe(false);
  const { items } = json<{ items: { object: JsonObject }[] }>((await call('dan', 'GET', '/search')).body);
  expect(items.map(({ object }) => object)).toMatchObject([{ type: 'note', object_refs: [otter] }]);
  const told = json<{ state: string; owners: { owner: string; answer: JsonObject }[] }>(
    (await call('carl', 'GET', `/consents/${id}`)).body,
  );
  expect(told.state).toBe('withdrawn');
  const withdrawn = told.owners.filter(({ answer: { withdrawn: at } }) => at !== undefined);
  expect(withdrawn.map(({ owner }) => owner)).toEqual([borea]);
  // It can be asked for anew.
  const again = await ask();
  for (const who of ['anna', 'bo']) await answer(who, again);
  expect(await sees('dan')).toBe(true);
});

test('what a data subject asked to restrict is not released by consent before that is lifted', async () => {
  await heldOfTwo();
  const asked = { kind: 'restrict', via: 'subject', subject: 'One', objects: [otter] };
  const { id } = json<{ id: string }>((await call('carl', 'POST', '/subject-requests', asked)).body);
  expect((await call('carl', 'POST', `/subject-requests/${id}/restrict`, {})).statusCode).toBe(200);
  const consent = await ask();
  for (const who of ['anna', 'bo']) await answer(who, consent);
  expect(await stateOf('carl', consent)).toBe('in-force');
  expect(await sees('dan')).toBe(false);
  expect((await call('carl', 'POST', `/subject-requests/${id}/lift`, {})).statusCode).toBe(200);
  expect(await sees('dan')).toBe(true);
});

test('what an owner is told is the same whatever other owners say, or whether there are any', async () => {
  await heldOfTwo();
  const id = await ask();
  await answer('anna', id);
  const told = async () => (await call('anna', 'GET', `/consents/${id}`)).body;
  const before = await told();
  expect(before).not.toContain(borea);
  await answer('bo', id, { word: 'refuse', words: 'Not now.' });
  expect(await told()).toBe(before);
  expect(await stateOf('carl', id)).toBe('refused');
});

test('nobody but release officers of the owners answers, and each owner once', async () => {
  await heldOfTwo();
  const id = await ask();
  expect((await answer('analyst', id)).statusCode).toBe(403);
  expect((await answer('secretary', id)).statusCode).toBe(403);
  expect((await answer('carl', id)).statusCode).toBe(403);
  expect((await answer('bo', id)).statusCode).toBe(204);
  expect((await answer('bea', id)).statusCode).toBe(409);
  expect((await answer('bea', id, { word: 'refuse', words: 'No.' })).statusCode).toBe(409);
  expect(await stateOf('carl', id)).toBe('open');
  expect(await sees('dan')).toBe(false);
});

test('a request of others is answered like one that never was, by every call', async () => {
  await heldOfTwo();
  const id = await ask();
  const calls = async (one: string) => [
    await call('dan', 'GET', `/consents/${one}`),
    await answer('dan', one),
    await call('dan', 'POST', `/consents/${one}/withdraw`),
    await call('dan', 'POST', `/consents/${one}/confirm`),
  ];
  const told = (await calls(id)).map(({ statusCode, body }) => [statusCode, body]);
  const never = await calls('99999999-0000-4000-8000-000000000000');
  expect(told).toEqual(never.map(({ statusCode, body }) => [statusCode, body]));
  expect(told.map(([status]) => status)).toEqual([404, 404, 404, 404]);
});

test('another label is another request: what was consented to before counts for nothing', async () => {
  await heldOfTwo();
  const id = await ask();
  await answer('anna', id);
  const wider = await ask({ any: [['public']] });
  expect(await stateOf('anna', id)).toBe('taken-back');
  expect((await answer('bo', id)).statusCode).toBe(409);
  await answer('bo', wider);
  expect(await stateOf('carl', wider)).toBe('open');
  expect(await sees('dan')).toBe(false);
  // Relabelling in between releases nothing either.
  const selection = [{ object: otter }];
  await call('carl', 'POST', '/contributions/relabel', { selection, label: { any: [['public']] } });
  expect(await sees('dan')).toBe(false);
});

test('what is in force cannot be widened by a label, nor by another version', async () => {
  await heldOfTwo();
  const id = await ask(to(borea));
  for (const who of ['anna', 'bo']) await answer(who, id);
  const selection = [{ object: otter }];
  await call('carl', 'POST', '/contributions/relabel', { selection, label: { any: [['public']] } });
  expect(await sees('dan')).toBe(false);
  const next = bare({ modified: '2017-05-02T00:00:00.000Z', name: 'otter again' });
  await call('carl', 'POST', '/contributions', { objects: [next], label: { any: [['public']] } });
  expect(await sees('dan')).toBe(false);
});

test('nobody consents after the date, and silence has not consented', async () => {
  await heldOfTwo();
  const id = await ask();
  await answer('anna', id);
  for (let passed = 0; passed < 7200; passed += 1) scene.step();
  const late = await answer('bo', id);
  expect(late.statusCode).toBe(409);
  expect([await stateOf('carl', id), await stateOf('bo', id), await stateOf('anna', id)]).toEqual([
    'expired',
    'expired',
    'consented',
  ]);
  const { rows } = await scene.cell.database.writer.query(
    'select kind, member, settled_at is null as waits from message where about = $1 and kind like $2 order by at, member',
    [id, 'consent-%'],
  );
  expect(rows).toEqual([
    { kind: 'consent-asked', member: alba, waits: false },
    { kind: 'consent-asked', member: borea, waits: false },
    { kind: 'consent-given', member: corda, waits: true },
    { kind: 'consent-expired', member: corda, waits: true },
  ]);
});

test('owners who have not answered are reminded once, a day before the date, and no others', async () => {
  await heldOfTwo();
  const day = 86_400_000_000;
  const id = await ask(to(dora), { by: formatTimestamp(scene.world.at + 3 * day) });
  const due = scene.world.at + 2 * day;
  await answer('anna', id);
  const reminded = async (at: number): Promise<string[]> => {
    scene.world.at = at;
    await scene.cell.settle();
    const { rows } = await scene.cell.database.writer.query<{ member: string }>(
      `select member from message where about = $1 and kind = 'consent-expiring'`,
      [id],
    );
    return rows.map(({ member }) => member);
  };
  expect(await reminded(due - 2_000_000)).toEqual([]);
  expect(await reminded(due)).toEqual([borea]);
  expect(await reminded(due + day / 2)).toEqual([borea]);
});

test('the end that an owner sets is the end for all, and then it can be asked for anew', async () => {
  await heldOfTwo();
  const id = await ask();
  const until = formatTimestamp(scene.world.at + 60_000_000);
  await answer('anna', id, { word: 'consent', conditions: { until } });
  await answer('bo', id);
  expect(await sees('dan')).toBe(true);
  for (let passed = 0; passed < 60; passed += 1) scene.step();
  expect(await sees('dan')).toBe(false);
  expect(await stateOf('carl', id)).toBe('ended');
  await ask();
});

test('where a second person is wanted, the owners are asked when another has agreed', async () => {
  await heldOfTwo();
  const chief = callerOf(corda);
  await scene.ports.policies.setPolicy(chief, { ceiling: to(alba), secondPerson: true });
  const id = await ask();
  expect(await stateOf('carl', id)).toBe('waits');
  expect((await call('anna', 'GET', `/consents/${id}`)).statusCode).toBe(404);
  expect((await call('carl', 'POST', `/consents/${id}/confirm`)).statusCode).toBe(403);
  const byHub = (work: Parameters<Scene['cell']['act']>[3]) =>
    scene.cell.act(callerOf('hub'), 'test', {}, work);
  await byHub((change) => suspendMember(change, corda));
  const suspended = await call('cleo', 'POST', `/consents/${id}/confirm`);
  expect([suspended.statusCode, suspended.body]).toEqual([403, expect.stringContaining('in this cell')]);
  await byHub((change) => reinstateMember(change, corda));
  expect((await call('cleo', 'POST', `/consents/${id}/confirm`)).statusCode).toBe(204);
  for (const who of ['anna', 'bo']) expect((await answer(who, id)).statusCode).toBe(204);
  expect(await sees('dan')).toBe(true);
});

test('conditions name nobody that the asker may not know, and no part that cannot be taken out', async () => {
  await heldOfTwo();
  const id = await ask();
  const refused = [
    { any: [['community:cccccccc-1111-4000-8000-000000000000']] },
    { any: [['public']] },
    { until: '2000-01-01T00:00:00Z' },
    { parts: ['id'] },
    { parts: ['is_family'] },
    { parts: [`extensions.${labelExtensionId}`] },
  ];
  for (const conditions of refused) {
    const { statusCode } = await answer('anna', id, { word: 'consent', conditions });
    expect([conditions, statusCode]).toEqual([conditions, 400]);
  }
  expect((await answer('anna', id, { word: 'refuse' })).statusCode).toBe(400);
});

test('what a record was to be released for goes when the record is erased', async () => {
  await heldOfTwo();
  const id = await ask(to(dora), { purpose: 'The man of the quiet harbour' });
  const asked = { kind: 'erase', via: 'subject', subject: 'x', objects: [otter] };
  const { id: request } = json<{ id: string }>((await call('carl', 'POST', '/subject-requests', asked)).body);
  expect((await call('carl', 'POST', `/subject-requests/${request}/erase`, {})).statusCode).toBe(200);
  for (const who of ['carl', 'anna', 'bo'])
    expect(json((await call(who, 'GET', `/consents/${id}`)).body)).toMatchObject({ purpose: '' });
});
