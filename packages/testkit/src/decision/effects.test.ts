import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { alba, borea, corda, idsOf, json, releasedTo, stix } from '../api/scene.ts';
import { accession, communique, startDecisionScene, type DecisionScene } from './scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

const titled = { title: { en: 'A text', fr: 'Un texte' }, text: { en: 'It says.', fr: 'Il dit.' } };
const tool = (number: number): string => `tool--00000000-0000-4000-8000-00000000000${number}`;
const put = (member: string, number: number, ...readers: string[]) =>
  scene.post(member, '/api/v1/contributions', {
    objects: [stix(tool(number), { name: 'Lantern', extensions: releasedTo(...readers) })],
  });
const seenBy = async (member: string, number: number): Promise<boolean> =>
  (await scene.get(member, `/api/v1/objects/${tool(number)}`)).statusCode === 200;
const members = async (): Promise<{ id: string; name: string; suspended: boolean; departed: boolean }[]> =>
  json<{ items: never[] }>((await scene.get(alba, '/api/v1/members')).body).items;

async function adopted(effect: object, more: object = {}): Promise<string> {
  scene.step();
  const id = await scene.table({ ...titled, effect, ...more });
  await scene.pass(60);
  return id;
}

test('a member is admitted, with the communities and the epoch from which it reads each', async () => {
  const made = await scene.asSecretary({
    method: 'POST',
    url: '/api/v1/communities',
    payload: { name: 'All' },
  });
  const { id: community } = json<{ id: string }>(made.body);
  for (const member of [alba, borea, corda]) {
    await scene.asSecretary({
      method: 'PUT',
      url: `/api/v1/communities/${community}/roster/${member}`,
      payload: {},
    });
  }
  const label = { any: [[`community:${community}`]] };
  await scene.post(borea, '/api/v1/contributions', { objects: [stix(tool(1), { name: 'Old' })], label });
  const ids: string[] = [];
  for (const from of ['now', 'start', 3]) {
    const decision = await adopted({
      kind: 'admission',
      name: `From ${from}`,
      communities: [{ community, from }],
    });
    expect((await scene.decision(borea, decision)).outcome).toBe('done');
    ids.push((await members()).find(({ name }) => name === `From ${from}`)?.id ?? '');
  }
  expect([
    await seenBy(ids[0] ?? '', 1),
    await seenBy(ids[1] ?? '', 1),
    await seenBy(ids[2] ?? '', 1),
  ]).toEqual([false, true, true]);
  const held = json<{ items: { name: string }[] }>(
    (await scene.get(ids[0] ?? '', '/api/v1/communities')).body,
  );
  expect(held.items.map(({ name }) => name)).toEqual(['All']);
  for (const id of ids) await adopted({ kind: 'departure', member: id });
});

test('a suspended member has no rights; nothing of it is lost; then its feed fills again', async () => {
  await put(borea, 2, corda);
  await put(corda, 3, borea);
  const feed = async (): Promise<string[]> => idsOf((await scene.get(corda, '/api/v1/search')).body);
  const before = await feed();
  expect(before).toContain(tool(2));
  const id = await adopted({ kind: 'suspension', member: corda });
  // Whom it concerns is told, and has no voice in it.
  expect(await scene.decision(borea, id)).toMatchObject({ electors: [alba, borea], informed: [corda] });
  expect(await feed()).toEqual([]);
  expect((await put(corda, 4, borea)).statusCode).toBe(403);
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect(await seenBy(borea, 3)).toBe(true);
  expect((await members()).find((one) => one.id === corda)).toMatchObject({
    suspended: true,
    departed: false,
  });
  await adopted({ kind: 'reinstatement', member: corda });
  expect((await feed()).sort()).toEqual([...before].sort());
  expect((await put(corda, 4, borea)).statusCode).toBe(200);
});

test('a common product is released to the public where it is the host’s own or was offered, and else not', async () => {
  await put(alba, 5, alba);
  await put(borea, 6, borea);
  expect((await scene.get(corda, `/api/v1/objects/${tool(5)}`)).statusCode).toBe(404);
  await adopted({ kind: 'release', products: [{ contributor: alba, object: tool(5) }] });
  expect(await seenBy(corda, 5)).toBe(true);
  const foreign = {
    ...titled,
    effect: { kind: 'release', products: [{ contributor: borea, object: tool(6) }] },
  };
  const draft = await scene.draft(foreign);
  expect((await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(60) })).statusCode).toBe(409);
  const offer = { method: 'PUT', url: `/api/v1/public-offers/${tool(6)}` } as const;
  expect((await scene.call(corda, offer)).statusCode).toBe(404);
  expect((await scene.call(borea, offer)).statusCode).toBe(204);
  expect((await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(60) })).statusCode).toBe(204);
  await scene.pass(60);
  expect(await seenBy(corda, 6)).toBe(true);
});

test('what is said of its handling in words stays with a product that is released to the public', async () => {
  const handling = ['TLP:AMBER', 'PAP:RED', 'EUROPOL:H1', 'Name the source.'];
  const label = { any: [[`member:${alba}`]], handling };
  const lantern = { objects: [stix(tool(9), { name: 'Lantern' })], label };
  expect((await scene.post(alba, '/api/v1/contributions', lantern)).statusCode).toBe(200);
  await adopted({ kind: 'release', products: [{ contributor: alba, object: tool(9) }] });
  const { body } = await scene.get(corda, `/api/v1/objects/${tool(9)}`);
  const { object } = json<{ object: { extensions: Record<string, { handling: string[] }> } }>(body);
  const kept = ['EUROPOL:H1', 'Name the source.', 'TLP:CLEAR'];
  expect(object.extensions[labelExtensionId]?.handling).toEqual(kept);
});

test('what can be carried out no more is said in the record, and nothing else changes', async () => {
  await put(borea, 7, borea);
  const url = `/api/v1/public-offers/${tool(7)}`;
  await scene.call(borea, { method: 'PUT', url });
  const products = [
    { contributor: alba, object: tool(5) },
    { contributor: borea, object: tool(7) },
  ];
  const id = await scene.table({ ...titled, effect: { kind: 'release', products } });
  expect((await scene.call(borea, { method: 'DELETE', url })).statusCode).toBe(204);
  await scene.pass(60);
  const { state, outcome, reason } = await scene.decision(borea, id);
  expect([state, outcome]).toEqual(['adopted', 'impossible']);
  expect(reason).toMatch(/not offered/);
  expect(await seenBy(corda, 7)).toBe(false);
});

test('a release whose contributor was suspended meanwhile is adopted, and said to be impossible', async () => {
  await put(borea, 8, borea);
  await scene.call(borea, { method: 'PUT', url: `/api/v1/public-offers/${tool(8)}` });
  const products = [{ contributor: borea, object: tool(8) }];
  const id = await scene.table({ ...titled, effect: { kind: 'release', products } }, 60);
  await scene.table({ ...titled, effect: { kind: 'suspension', member: borea } }, 30);
  await scene.pass(30);
  await scene.pass(30);
  const { state, outcome, reason } = await scene.decision(alba, id);
  expect([state, outcome]).toEqual(['adopted', 'impossible']);
  expect(reason).toMatch(/suspended/);
  const issue = await scene.secretaryAct(id, 'issue');
  expect([issue.statusCode, issue.body]).toEqual([409, expect.stringContaining('table it anew')]);
  await adopted({ kind: 'reinstatement', member: borea });
  expect(await seenBy(corda, 8)).toBe(false);
});

test('what cannot be carried out as things stand is not tabled, and trying leaves nothing behind', async () => {
  const payload = { name: 'Pair' };
  const made = await scene.asSecretary({ method: 'POST', url: '/api/v1/communities', payload });
  const { id: community } = json<{ id: string }>(made.body);
  await adopted(accession(community, borea).effect, { community });
  await adopted(accession(community, alba).effect, { community });
  const { rows } = await scene.cell.database.writer.query<{ identity: string }>(
    'select identity from member where id = $1',
    [borea],
  );
  const identity = rows[0]?.identity;
  const impossible: [object, RegExp][] = [
    [{ kind: 'reinstatement', member: corda }, /not suspended/],
    [{ kind: 'roster', community, enter: [{ entry: borea }] }, /already/],
    [{ kind: 'roster', community, enter: [{ entry: alba }], leave: [corda] }, /does not stand/],
    [{ kind: 'admission', name: 'Borea again', identity }, /identity/],
  ];
  for (const [effect, reason] of impossible) {
    const within = 'community' in effect ? { community } : {};
    const draft = await scene.draft({ ...titled, effect, ...within });
    const tabled = await scene.secretaryAct(draft, 'table', { expiry: scene.ahead(60) });
    expect([tabled.statusCode, json(tabled.body)['detail']]).toEqual([409, expect.stringMatching(reason)]);
  }
  const before = await members();
  const admission = await scene.table({ ...titled, effect: { kind: 'admission', name: 'Dorea' } });
  expect(await members()).toEqual(before);
  await scene.secretaryAct(admission, 'withdraw', { reason: 'Not now.' });
});

test('a community is nested as a member of another, and entries leave, by decision', async () => {
  const make = async (name: string): Promise<string> =>
    json<{ id: string }>(
      (await scene.asSecretary({ method: 'POST', url: '/api/v1/communities', payload: { name } })).body,
    ).id;
  const [outer, inner] = [await make('Outer'), await make('Inner')];
  await adopted(accession(outer, borea).effect, { community: outer });
  await adopted(accession(inner, corda).effect, { community: inner });
  const nested = await adopted(
    { kind: 'roster', community: outer, enter: [{ entry: inner }] },
    { community: outer },
  );
  expect((await scene.decision(borea, nested)).electors).toEqual([borea]);
  const rosterOf = async (): Promise<unknown> =>
    json((await scene.get(corda, `/api/v1/communities/${outer}/roster`)).body)['items'];
  expect(await rosterOf()).toEqual(
    [
      { entry: borea, kind: 'member' },
      { entry: inner, kind: 'community' },
    ].sort((one, other) => (one.entry < other.entry ? -1 : 1)),
  );
  await adopted({ kind: 'roster', community: outer, leave: [inner] }, { community: outer });
  expect((await scene.get(corda, `/api/v1/communities/${outer}/roster`)).statusCode).toBe(404);
});

test('once the founding has ended, decisions alone admit members and change rosters', async () => {
  const constitute = { method: 'POST', url: '/api/v1/cell/constitution', payload: { shortest: 30 } } as const;
  expect((await scene.call(borea, constitute)).statusCode).toBe(403);
  expect((await scene.asSecretary(constitute)).statusCode).toBe(204);
  expect((await scene.asSecretary(constitute)).statusCode).toBe(409);
  const direct = [
    { method: 'POST', url: '/api/v1/members', payload: { name: 'Dorea' } },
    { method: 'POST', url: `/api/v1/members/${corda}/departure` },
    { method: 'PUT', url: `/api/v1/communities/any/roster/${corda}`, payload: {} },
    { method: 'DELETE', url: `/api/v1/communities/any/roster/${corda}` },
  ] as const;
  for (const request of direct) {
    const answer = await scene.asSecretary(request);
    expect([answer.statusCode, json(answer.body)['detail']]).toEqual([
      409,
      'The founding of this cell has ended: table a decision on it.',
    ]);
  }
  const id = await scene.draft(communique);
  expect((await scene.secretaryAct(id, 'table', { expiry: scene.ahead(29) })).statusCode).toBe(400);
  // Nor is the next version put for less.
  expect((await scene.secretaryAct(id, 'table', { expiry: scene.ahead(30) })).statusCode).toBe(204);
  expect((await scene.act(borea, id, 'break', { reason: 'No.' })).statusCode).toBe(204);
  const next = (seconds: number) => ({ ...titled, effect: communique.effect, expiry: scene.ahead(seconds) });
  expect((await scene.secretaryAct(id, 'revise', next(29))).statusCode).toBe(400);
  expect((await scene.secretaryAct(id, 'revise', next(30))).statusCode).toBe(204);
  await adopted({ kind: 'departure', member: corda });
  expect((await members()).find((one) => one.id === corda)?.departed).toBe(true);
});
