import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ basePath: '/cell' });
});
afterAll(() => server.close());

test('the page of the API finds its scripts and styles, also under a sub-path', async () => {
  const page = await server.app.inject({ url: '/cell/api/docs' });
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
  expect(files.length).toBeGreaterThan(4);
  for (const url of files) expect((await server.app.inject({ url })).statusCode).toBe(200);
});
