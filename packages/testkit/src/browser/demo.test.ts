/** The demonstration as a person meets it: one command, one page, three views. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';

interface Ready {
  url: string;
  taxiiRoot: string;
  members: { id: string; name: string; user: string; token: string }[];
}

let demo: ChildProcess;
let ready: Ready;
let browser: Browser;

beforeAll(async () => {
  const command = new URL('../../../cli/bin/entente.js', import.meta.url).pathname;
  demo = spawn(process.execPath, [command, 'demo', '--json', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: demo.stdout as NodeJS.ReadableStream });
  const [line] = (await once(lines, 'line')) as [string];
  ready = JSON.parse(line) as Ready;
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
});

test('three views stand side by side, in both languages, and the page asks nothing of other hosts', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  for (const [language, title] of [
    ['en', 'One cell, three views'],
    ['fr', 'Une cellule, trois vues'],
  ]) {
    await page.goto(`${ready.url}/demo?language=${language}`);
    expect(await page.locator('h1').innerText()).toBe(title);
    const columns = await page.locator('th[data-member]').evaluateAll((heads) => heads.length);
    expect(columns).toBeGreaterThanOrEqual(3);
  }
  expect(new Set(asked)).toEqual(new Set([new URL(ready.url).origin]));
});

test('each column shows what that member gets over TAXII, and not what another gets', async () => {
  const page = await browser.newPage();
  await page.goto(`${ready.url}/demo`);
  const cells = await page
    .locator('td[data-member][data-object]')
    .evaluateAll((found) =>
      found.map((cell) => `${cell.getAttribute('data-member')} ${cell.getAttribute('data-object')}`),
    );
  const shown = new Set(cells);
  for (const id of new Set(cells.map((cell) => cell.split(' ')[0]))) {
    const { token, user } = ready.members.find((member) => member.id === id) as Ready['members'][number];
    const answer = await fetch(`${ready.taxiiRoot}collections/view/objects/?limit=1000`, {
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`,
        accept: 'application/taxii+json;version=2.1',
      },
    });
    const { objects } = (await answer.json()) as { objects: { id: string }[] };
    const served = new Set(objects.map((object) => `${id} ${object.id}`));
    const own = [...shown].filter((cell) => cell.startsWith(`${id} `));
    expect(own.length).toBeGreaterThan(10);
    expect(new Set(own)).toEqual(served);
  }
});

test('the page of the API shows its operations', async () => {
  const page = await browser.newPage();
  await page.goto(`${ready.url}/api/docs`);
  await page.locator('.opblock').first().waitFor({ timeout: 60_000 });
  expect(await page.locator('.opblock').count()).toBeGreaterThan(30);
});
