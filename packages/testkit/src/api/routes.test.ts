import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '@entente/contract/operation';
import { operations } from '@entente/contract/operations';
import type { JsonObject } from '@entente/core/stix/types';
import { routes } from '@entente/server/serve/api/routes';
import { json, startScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

test('every route that the server describes stands in the table of routes, and no other', async () => {
  const { paths } = json<{ paths: Record<string, JsonObject> }>(
    (await scene.app.inject('/api/docs/json')).body,
  );
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = routes
    .filter(({ path }) => path.startsWith('/api/v1'))
    .map(({ method, path }) => `${method} ${path}`);
  expect(described.filter((one) => !one.startsWith('HEAD')).sort()).toEqual(listed.sort());
});

test.each(Object.entries<Operation>(operations))(
  '%s names its parameters once, in path, query and body',
  (_name, { path, params, query, body }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params?.shape ?? {})).toEqual(inPath);
    const all = [params, query, body].flatMap((shape) => Object.keys(shape?.shape ?? {}));
    expect(all).toEqual([...new Set(all)]);
  },
);
