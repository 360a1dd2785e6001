/** Bytes that say more than the object that was read from them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { alba, borea, idsOf, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

const hidden = 'tool--99999999-0000-4000-8000-000000000000';
const uuid = (n: number, version = 4): string =>
  `${String(n).repeat(8)}-0000-${version}000-8000-000000000000`;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

async function put(payload: string): Promise<string> {
  scene.step();
  const headers = { 'content-type': 'application/json' };
  const url = '/api/v1/contributions';
  return (await scene.call(alba, { method: 'POST', url, payload, headers })).body;
}

const chosen = `"label":{"any":[["member:${borea}"]]}`;
const written = (id: string, properties: object): string => JSON.stringify(stix(id, properties as never));
const outcomes = (body: string): string[] =>
  json<{ answers: { outcome: string }[] }>(body).answers.map(({ outcome }) => outcome);

test('a reference under a name that is given twice is cut with the first as with the last', async () => {
  const id = `tool--${uuid(1)}`;
  const twice = written(id, { name: 'Spade', x_seen_with: 'nothing' }).replace(
    '"x_seen_with"',
    `"x_seen_with":"${hidden}","x_seen_with"`,
  );
  const answer = await put(`{${chosen},"objects":[${twice}]}`);
  const { body, statusCode } = await scene.get(borea, `/api/v1/objects/${id}`);
  expect([outcomes(answer), statusCode]).toEqual([['added'], 200]);
  expect(body).not.toContain(hidden);
});

test('a name that is given twice deep inside, or escaped, hides nothing either', async () => {
  const id = `tool--${uuid(2)}`;
  const twice = written(id, { name: 'Spade', x_more: { by: 'nothing', said: '"by":{"\\' } }).replace(
    '"by"',
    `"\\u0062y":"${hidden}","by"`,
  );
  await put(`{${chosen},"objects":[${twice}]}`);
  const { body } = await scene.get(borea, `/api/v1/objects/${id}`);
  expect(json<{ object: object }>(body).object).toMatchObject({ x_more: { by: 'nothing' } });
  expect(body).not.toContain(hidden);
});

test('a list of objects that is given twice puts in what was looked at', async () => {
  const [first, last] = [`tool--${uuid(3)}`, `tool--${uuid(4)}`];
  const list = (id: string, name: string): string => `"objects":[${written(id, { name })}]`;
  await put(`{${chosen},${list(first, 'Anvil')},${list(last, 'Bellows')}}`);
  for (const member of [alba, borea]) {
    const one = await scene.get(member, `/api/v1/objects/${last}`);
    if (one.statusCode === 200) expect(json<{ object: object }>(one.body).object).toMatchObject({ id: last });
    else expect(one.statusCode).toBe(404);
  }
});

test('an id that a name was made into by version 3 gives away no portion', async () => {
  const id = `tool--${uuid(5, 3)}`;
  const label = {
    extension_type: 'property-extension',
    any: [[`member:${borea}`]],
    portions: [{ selectors: ['description'], any: [[`member:${alba}`]] }],
  };
  const object = stix(id, { name: 'Spade', description: 'dull', extensions: { [labelExtensionId]: label } });
  expect(outcomes(await put(JSON.stringify({ objects: [object] })))).toEqual(['added']);
  expect((await scene.get(borea, `/api/v1/objects/${id}`)).statusCode).toBe(404);
});

test('a statement that holds the character of number zero marks like any other', async () => {
  const marking = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${uuid(6)}`,
    created: '2017-05-01T00:00:00.000Z',
    definition_type: 'statement',
    definition: { statement: 'Kept\u0000apart' },
  };
  expect(outcomes(await put(JSON.stringify({ objects: [marking] })))).toEqual(['added']);
  const extensions = releasedTo(borea);
  const marked = stix(`tool--${uuid(7)}`, { name: 'Spade', object_marking_refs: [marking.id], extensions });
  expect(outcomes(await put(JSON.stringify({ objects: [marked] })))).toEqual(['added']);
  expect((await scene.get(borea, `/api/v1/objects/${marked.id as string}`)).statusCode).toBe(200);
});

test('a path that holds the character of number zero is answered like any that names nothing', async () => {
  const never = await scene.get(borea, `/api/v1/objects/${hidden}`);
  for (const end of ['', '/versions', '/claims', '/references', '/neighbours']) {
    const answer = await scene.get(borea, `/api/v1/objects/tool--%00${end}`);
    expect([400, 404]).toContain(answer.statusCode);
  }
  expect(never.statusCode).toBe(404);
});

test.each([
  ['GET', '/batches/%00'],
  ['GET', '/consents/held?object=%00'],
  ['POST', '/webhooks/%00/test'],
  ['DELETE', '/searches/%00'],
  ['POST', '/sessions', { login: 'a\u0000', password: 'x'.repeat(12) }],
  ['POST', '/sessions/provider', { realm: '\u0000', purpose: 'x' }],
  ['POST', '/readers', { levels: {}, without: ['\u0000'] }],
  ['POST', '/tokens', { account: '\u0000', name: 'x', scopes: ['read'], purpose: 'x' }],
] as const)('wherever that character is sent, it is refused: %s %s', async (method, path, body?: object) => {
  const url = `/api/v1${path}`;
  const answer = await scene.call(alba, { method, url, ...(body === undefined ? {} : { payload: body }) });
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'invalid' }]);
});

test('the six signs that JSON writes for that character are searched for like any text', async () => {
  const written = encodeURIComponent(String.raw`\u0000`);
  expect((await scene.get(borea, `/api/v1/search?q=${written}`)).statusCode).toBe(200);
});

test('references in upper case, as keys and deep inside are cut with their words', async () => {
  const id = `tool--${uuid(8)}`;
  const upper = `tool--${'ABCDEFAB'}-0000-4000-8000-000000000000`;
  const properties = {
    name: 'Spade',
    extensions: releasedTo(borea),
    x_notes: [{ [hidden]: { x_word: 'quicksilver' } }, upper, { deep: [[upper], hidden] }, 'kept'],
  };
  await put(JSON.stringify({ objects: [stix(id, properties)] }));
  const { body } = await scene.get(borea, `/api/v1/objects/${id}`);
  expect(json<{ object: object }>(body).object).toMatchObject({ x_notes: ['kept'] });
  expect(body).not.toMatch(/99999999|ABCDEFAB|quicksilver/);
  expect(idsOf((await scene.get(borea, '/api/v1/search?q=quicksilver')).body)).toEqual([]);
});

test('a label whose parts have names of the language’s own releases to nobody', async () => {
  const id = `tool--${uuid(9)}`;
  const label = `{"extension_type":"property-extension","any":[["public"]],"levels":{"__proto__":9,"constructor":9}}`;
  const object = written(id, { name: 'Spade', extensions: { [labelExtensionId]: 'L' } }).replace(
    '"L"',
    label,
  );
  await put(`{"label":{"any":[["public"]]},"objects":[${object}]}`);
  expect((await scene.get(borea, `/api/v1/objects/${id}`)).statusCode).toBe(404);
});
