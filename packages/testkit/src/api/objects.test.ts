import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ObjectEntry } from '@entente/contract/object';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, corda, idsOf, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const malware = 'malware--11111111-0000-4000-8000-000000000000';
const tool = 'tool--22222222-0000-4000-8000-000000000000';
const link = 'relationship--33333333-0000-4000-8000-000000000000';
const address = 'ipv4-addr--44444444-0000-4000-8000-000000000000';
const chosen = 'malware--55555555-0000-4000-8000-000000000000';
const missing = 'malware--99999999-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const answer = await scene.post(alba, '/api/v1/contributions', {
    objects: [
      stix(malware, { name: 'Nightjar', is_family: false, extensions: releasedTo(borea, corda) }),
      stix(tool, { name: 'Crowbar', extensions: releasedTo(corda) }),
      stix(link, {
        relationship_type: 'uses',
        source_ref: malware,
        target_ref: tool,
        extensions: releasedTo(borea, corda),
      }),
    ],
  });
  expect(answer.statusCode).toBe(200);
});
afterAll(() => scene.close());

describe('an object', () => {
  test('is served with its contributor, its date in the feed and its version', async () => {
    const answer = await scene.get(borea, `/api/v1/objects/${malware}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(json(answer.body)).toMatchObject({
      object: { id: malware, name: 'Nightjar' },
      contributor: alba,
      version: '2017-05-01T00:00:00.000000Z',
    });
  });

  test('that is withheld is answered like one that never was, byte by byte', async () => {
    const withheld = await scene.get(borea, `/api/v1/objects/${tool}`);
    const never = await scene.get(borea, `/api/v1/objects/${missing}`);
    const malformed = await scene.get(borea, `/api/v1/objects/nothing`);
    expect(withheld.statusCode).toBe(404);
    expect(withheld.headers['content-type']).toBe('application/problem+json');
    // That it was tried leaves a record, with a receipt of its own each time.
    const alike = ({ headers }: typeof never) => ({
      ...headers,
      date: '',
      'entente-receipt': String(headers['entente-receipt']).length,
    });
    for (const other of [never, malformed]) {
      expect([other.statusCode, other.body]).toEqual([withheld.statusCode, withheld.body]);
      expect(alike(other)).toEqual(alike(withheld));
    }
  });

  test('has a tag of the bytes that were sent, and is not sent twice', async () => {
    const url = `/api/v1/objects/${malware}`;
    const first = await scene.get(borea, url);
    const again = await scene.call(borea, { url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await scene.get(corda, url);
    expect(other.headers.etag === first.headers.etag).toBe(other.body === first.body);
  });
});

describe('search', () => {
  const found = async (member: string, query: string): Promise<string[]> => {
    const answer = await scene.get(member, `/api/v1/search?${query}`);
    expect(answer.statusCode).toBe(200);
    return idsOf(answer.body);
  };

  test('finds words and beginnings in the view alone', async () => {
    expect(await found(borea, 'q=night')).toEqual([malware]);
    expect(await found(borea, 'q=crowbar')).toEqual([]);
    expect(await found(corda, 'q=crowbar')).toEqual([tool]);
    expect(await found(corda, 'q=...')).toEqual([]);
  });

  test('without words gives what has the type', async () => {
    expect(await found(corda, 'type=tool,relationship')).toEqual([link, tool]);
    expect(await found(borea, 'type=tool,relationship')).toEqual([]);
  });

  test('counts by type what is in the view', async () => {
    const facets = json((await scene.get(borea, '/api/v1/search/facets')).body);
    expect(facets).toMatchObject({ types: [{ type: 'malware', count: 1 }], total: 1, more: false });
  });

  test('goes on where the page before ended, and refuses a cursor of another question or caller', async () => {
    const first = json<{ next: string }>((await scene.get(corda, '/api/v1/search?limit=2')).body);
    expect(await found(corda, `limit=2&cursor=${first.next}`)).toHaveLength(1);
    const other = await scene.get(corda, `/api/v1/search?limit=2&type=tool&cursor=${first.next}`);
    const another = await scene.get(alba, `/api/v1/search?limit=2&cursor=${first.next}`);
    expect([other.statusCode, another.statusCode]).toEqual([400, 400]);
  });
});

describe('an observable without times', () => {
  test('has as its version the date in the reader’s own feed, and is recalled by it', async () => {
    scene.step();
    const observable = { type: 'ipv4-addr', spec_version: '2.1', id: address, value: '192.0.2.1' };
    await scene.post(alba, '/api/v1/contributions', {
      objects: [observable],
      label: { any: [[`member:${alba}`]] },
    });
    scene.step();
    const selection = [{ object: address }];
    const label = { any: [[`member:${borea}`]] };
    const relabelled = await scene.post(alba, '/api/v1/contributions/relabel', { selection, label });
    expect(json(relabelled.body)).toEqual({ relabelled: 1, waits: false });
    const theirs = json((await scene.get(borea, `/api/v1/objects/${address}`)).body);
    const own = json((await scene.get(alba, `/api/v1/objects/${address}`)).body);
    expect(theirs['version']).toBe(theirs['added']);
    expect(theirs['version'] === own['version']).toBe(false);
    const recalled = await scene.post(alba, '/api/v1/contributions/recall', {
      selection: [{ object: address, version: own['version'] }],
    });
    expect(json(recalled.body)).toEqual({ recalled: 1 });
    expect((await scene.get(borea, `/api/v1/objects/${address}`)).statusCode).toBe(404);
  });
});

describe('whoever is not signed in', () => {
  test('gets 401 and a challenge on every route, whatever it asks', async () => {
    for (const url of ['/api/v1/me', `/api/v1/objects/${malware}`, '/api/v1/search?limit=0']) {
      const answer = await scene.app.inject({ url });
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="Entente"',
      ]);
    }
  });

  test('may read the description of the API, whose page asks nothing of other hosts', async () => {
    const description = json((await scene.app.inject('/api/docs/json')).body);
    expect(description['openapi']).toBe('3.1.0');
    expect(Object.keys(description['paths'] as JsonObject)).toContain('/api/v1/objects/{id}');
    const page = await scene.app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.body).not.toMatch(/https?:\/\//);
  });
});

test('a request of the wrong form is told place by place what is wrong', async () => {
  const answer = await scene.post(alba, '/api/v1/contributions', { objects: [], extra: 1 });
  expect(answer.statusCode).toBe(400);
  expect(json(answer.body)).toMatchObject({ code: 'invalid', status: 400, title: 'Bad Request' });
});

describe('an object of one’s own', () => {
  test('is as one wrote it, with the label that it is under beside it, also once that is another', async () => {
    scene.step();
    const objects = [stix(chosen, { name: 'Chosen', is_family: false })];
    const label = { any: [[`member:${borea}`]], handling: ['TLP:AMBER'] };
    await scene.post(alba, '/api/v1/contributions', { objects, label });
    const [own, theirs] = await Promise.all(
      [alba, borea].map(async (member) =>
        json<ObjectEntry>((await scene.get(member, `/api/v1/objects/${chosen}`)).body),
      ),
    );
    expect([own?.label, own?.object['extensions']]).toEqual([label, undefined]);
    expect(theirs?.label).toBeUndefined();
    expect(theirs?.object).toHaveProperty(['extensions', labelExtensionId, 'handling'], ['TLP:AMBER']);
    const marked = json((await scene.get(alba, '/api/v1/search/facets')).body);
    expect(marked).toMatchObject({ markings: [{ marking: 'TLP:AMBER', count: 1 }] });
    scene.step();
    const narrower = { any: [[`member:${alba}`]], handling: ['TLP:RED'] };
    await scene.post(alba, '/api/v1/contributions/relabel', {
      selection: [{ object: chosen }],
      label: narrower,
    });
    const after = json<ObjectEntry>((await scene.get(alba, `/api/v1/objects/${chosen}`)).body);
    expect([after.label, after.object['extensions']]).toEqual([narrower, undefined]);
  });
});
