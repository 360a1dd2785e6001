import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemMedia } from '@entente/contract/media';
import { alba, startScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

const ask = (url: string, accept: string, method: 'GET' | 'POST' = 'GET') =>
  scene.call(alba, { method, url, headers: { accept } });
const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

test('whoever follows an address that no screen has gets the page that says so, not data', async () => {
  const page = await ask('/', html);
  const nowhere = await ask('/nowhere', html);
  expect([page.statusCode, nowhere.statusCode]).toEqual([200, 404]);
  expect(nowhere.body).toBe(page.body);
  const told = ['content-type', 'cache-control', 'content-security-policy', 'referrer-policy'] as const;
  for (const name of told) expect([name, nowhere.headers[name]]).toEqual([name, page.headers[name]]);
});

test('programs are answered with a problem, and so is whoever asks the API', async () => {
  for (const [url, accept, method] of [
    ['/nowhere', 'application/json', 'GET'],
    ['/nowhere', html, 'POST'],
    ['/api/v1/nowhere', html, 'GET'],
  ] as const) {
    const answer = await ask(url, accept, method);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, problemMedia]);
  }
});
