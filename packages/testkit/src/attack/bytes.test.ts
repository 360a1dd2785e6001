/** The bytes of an object tell nothing of how it was written, and so nothing of what is cut from it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '@entente/core/stix/types';
import { alba, borea, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const hidden = 'tool--aaaaaaaa-1111-4000-8000-000000000000';
const shown = 'tool--aaaaaaaa-2222-4000-8000-000000000000';

const manners: Record<string, (report: JsonObject) => string> = {
  compact: (report) => JSON.stringify(report),
  'line by line': (report) => JSON.stringify(report, null, 2),
  'with spaces': (report) => JSON.stringify(report, null, 1).replace(/\n */g, ' '),
  'signs escaped': (report) => JSON.stringify(report).replaceAll('é', '\\u00e9'),
};

async function post(text: string): Promise<void> {
  scene.step();
  const { statusCode } = await scene.call(alba, {
    method: 'POST',
    url: '/api/v1/contributions',
    headers: { 'content-type': 'application/json' },
    payload: `{"objects":[${text}]}`,
  });
  expect(statusCode).toBe(200);
}

/** A report with its extensions at the beginning, as nobody serves them. */
const report = (id: string, refs: readonly string[]): JsonObject => ({
  extensions: releasedTo(borea),
  ...stix(id, { name: 'Résumé', published: '2017-05-01T00:00:00Z', object_refs: [...refs] }),
});

test.each(Object.keys(manners))('a reference that is cut leaves no trace: %s', async (manner) => {
  const write = manners[manner] as (report: JsonObject) => string;
  const digit = Object.keys(manners).indexOf(manner);
  const [cut, never] = [1, 2].map((n) => `report--bbbbbbb${digit}-${n}111-4000-8000-000000000000`) as [
    string,
    string,
  ];
  await post(JSON.stringify(stix(hidden, { name: 'Hidden' })));
  await post(JSON.stringify(stix(shown, { name: 'Shown', extensions: releasedTo(borea) })));
  await post(write(report(cut, [shown, hidden])));
  await post(write(report(never, [shown])));
  for (const url of ['/taxii2/cell/collections/view/objects/', '/api/v1/objects/']) {
    const end = url.startsWith('/taxii2') ? '/' : '';
    const served = async (id: string): Promise<string> => {
      const { statusCode, body } = await scene.get(borea, `${url}${id}${end}`);
      expect(statusCode).toBe(200);
      expect(body).toContain('R\u00e9sum\u00e9');
      expect(body).not.toContain(hidden);
      // The times of the two acts are no secret; the ids have the same length.
      return body.replaceAll(id, '').replaceAll(/"(added|etag)":"[^"]*"/g, '');
    };
    expect(await served(cut)).toBe(await served(never));
  }
});

test('its contributor gets back what it wrote', async () => {
  for (const [place, write] of Object.values(manners).entries()) {
    const text = write(report(`report--ccccccc${place}-1111-4000-8000-000000000000`, [shown]));
    await post(text);
    const { body } = await scene.get(
      alba,
      `/taxii2/cell/collections/own/objects/report--ccccccc${place}-1111-4000-8000-000000000000/`,
    );
    expect(body).toContain(text);
  }
});
