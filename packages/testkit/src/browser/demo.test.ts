import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { startDemonstration, type Demonstration } from '@entente/cli/demonstration/run';
import { memberOf } from '@entente/cli/demonstration/members';
import { watchedKeys, watchPoints } from '@entente/cli/demonstration/watch';
import { openBrowser } from './open-browser.ts';

let running: Demonstration;
let browser: Browser;
let page: Page;
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  running = await startDemonstration({
    empty: false,
    port: 0,
    dataFolder: undefined,
    logLevel: 'warn',
    onProgress: () => undefined,
  });
  page = await browser.newPage({ locale: 'en-GB' });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${running.url}/demo`);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.close();
});

describe('the page of the demonstration, in a browser', () => {
  it('stands at /demo, with a column for each watched member', async () => {
    expect(page.url()).toBe(`${running.url}/demo`);
    const columns = page.locator('thead th');
    expect(await columns.count()).toBe(watchedKeys.length);
    for (const [index, key] of watchedKeys.entries()) {
      expect(await columns.nth(index).innerText()).toContain(memberOf(key).names.en);
    }
  });

  it('shows in each column what the member sees, and nothing of what it does not', async () => {
    for (const key of watchedKeys) {
      for (const { object, outcome } of watchPoints) {
        const anyClaim = watchPoints.some((one) => one.object === object && one.outcome[key] !== 'withheld');
        const cells = page.locator(`td[data-member="${memberOf(key).id}"][data-object="${object}"]`);
        if (outcome[key] !== 'withheld') expect(await cells.count()).toBeGreaterThan(0);
        else if (!anyClaim) expect(await cells.count()).toBe(0);
      }
    }
  });

  it('changes to French and back', async () => {
    await page.click('nav a');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.locator('thead').innerText()).toContain(memberOf('belgium').names.fr);
    await page.click('nav a');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('asks nothing of other hosts, and gives the browser nothing to complain of', async () => {
    await page.waitForLoadState('networkidle');
    const strange = requests.filter((url) => !url.startsWith(running.url));
    expect({ strange, complaints }).toEqual({ strange: [], complaints: [] });
  });
});
