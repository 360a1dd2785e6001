/** The account and its administration: what connects systems, and access records for auditors. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const open = (page: Page, path: string) => page.goto(`${scene.running.url}${path}`);

describe('connected systems', () => {
  it('have every address of TAXII to copy, one for each community that the member is within, and each answers', async () => {
    const page = await scene.as('belgium');
    await open(page, '/settings?tab=systems');
    await page.getByText('Collection of “Coalition”').waitFor();
    const shown = await page.locator('code.copyable').allInnerTexts();
    const addresses = shown.filter((text) => text.endsWith('/objects/') && text.startsWith('http'));
    const listed = await page.evaluate<{ id: string }[]>(
      `fetch('api/v1/communities?limit=1000').then((answer) => answer.json()).then(({ items }) => items)`,
    );
    expect(listed.length).toBeGreaterThan(1);
    const root = `${scene.running.url}/taxii2/cell/collections`;
    expect(addresses.toSorted()).toEqual(
      ['view', 'own', ...listed.map(({ id }) => id)].map((id) => `${root}/${id}/objects/`).toSorted(),
    );
    const { user, token } = scene.running.accounts.find(({ name }) => name === 'Belgium') ?? {};
    const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
    for (const address of addresses) {
      const answer = await fetch(address.replace('objects/', ''), { headers: { authorization } });
      expect({ address, status: answer.status }).toEqual({ address, status: 200 });
    }
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

describe('access records', () => {
  it('show all that one answer gave in a list of which those in sight alone stand in the page', async () => {
    const page = await scene.home('belgium');
    const given = await page.evaluate<number>(
      `fetch('api/v1/search?limit=80').then((answer) => answer.json()).then(({ items }) => items.length)`,
    );
    expect(given).toBeGreaterThan(60);
    await open(page, '/settings?tab=access');
    await page
      .getByRole('button', { name: new RegExp(`^All of ${given}`) })
      .first()
      .click();
    const objects = page.getByRole('dialog').getByRole('table', { name: 'What was given' });
    const rows = objects.locator('[data-index]');
    await rows.nth(5).waitFor();
    expect(await rows.count()).toBeLessThan(given / 2);
    expect(await seriousFaults(page)).toEqual([]);
    await objects.focus();
    await page.keyboard.press('End');
    await objects.locator(`[data-index="${given - 1}"] :focus`).waitFor();
    await objects
      .getByRole('button', { name: /^Who else/ })
      .last()
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Record that was given').inputValue()).toMatch(/--/);
    await page.getByRole('button', { name: 'Open the calendar' }).first().click();
    const today = new Date().getDate().toString();
    expect(await page.locator('[data-today]').innerText()).toBe(today);
    await page.close();
  });

  it('have a long purpose in a few lines, and the whole where it is asked for', async () => {
    const page = await scene.home('jordan', { scheme: 'dark' });
    const purpose = `Review of travel ${'and of what was said of it '.repeat(12)}to the end`;
    const status = await page.evaluate<number>(`fetch('api/v1/sessions/current/purpose', {
      method: 'PUT', headers: { 'content-type': 'application/json' },
      body: ${JSON.stringify(JSON.stringify({ purpose }))},
    }).then(({ status }) => status)`);
    expect(status).toBeLessThan(300);
    await open(page, '/search');
    await page.getByRole('heading', { name: 'Search', level: 1 }).waitFor();
    await open(page, '/settings?tab=access');
    const row = page.getByRole('row').filter({ hasText: 'Review of travel' }).first();
    await row.waitFor();
    expect(await row.innerText()).not.toContain('to the end');
    await row.getByRole('button', { name: 'Show the whole text' }).click();
    await row.getByText('to the end').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

it('gives the browser nothing to complain of', () => {
  expect(scene.complaints).toEqual([]);
});
