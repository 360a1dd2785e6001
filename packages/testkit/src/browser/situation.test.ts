import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { memberOf } from '@entente/cli/demonstration/members';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.as('belgium');
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

/** How many rows the list of arrivals has once it has as many as it will. */
const rows = (): Promise<number> => page.locator('.entry-row').count();

describe('the home screen', () => {
  it('counts what came from each member, and narrows the list to the one that is chosen', async () => {
    await page.goto(`${scene.running.url}/?period=month`);
    await page.locator('.entry-row').first().waitFor();
    const france = page.locator('.arrivals-member', { hasText: memberOf('france').names.en });
    const count = Number(await france.locator('b').innerText());
    expect(count).toBeGreaterThan(0);
    await france.click();
    await page.waitForURL(/contributor=/);
    await expect.poll(rows).toBe(Math.min(12, count));
    const member = memberOf('france').names.en;
    await expect
      .poll(() => page.locator('.entry-row', { hasText: member }).count())
      .toBe(Math.min(12, count));
    await page.getByRole('link', { name: `Search everything from ${member}` }).waitFor();
  });

  it('has a table beside the picture, of which each number leads to what it counts', async () => {
    await page.goto(`${scene.running.url}/`);
    await page.locator('.trends-picture svg').waitFor();
    const number = page.locator('.trends-table tbody a').last();
    const count = Number(await number.innerText());
    await number.press('Enter');
    await page.waitForURL(/since=.*before=|before=.*since=/);
    await expect.poll(rows).toBe(Math.min(12, count));
  });

  it('leaves no empty room below a list that is short', async () => {
    const narrow = await scene.as('belgium');
    await narrow.setViewportSize({ width: 390, height: 844 });
    await narrow.goto(`${scene.running.url}/?period=month`);
    await narrow.locator('.entry-row').first().waitFor();
    // The last gave least.
    await narrow.locator('a.arrivals-member').last().click();
    await expect.poll(() => narrow.locator('.entry-row').count()).toBeLessThan(3);
    const room = await narrow.evaluate<number>(`(() => {
      const [all, list] = ['.arrivals-coming', '.arrivals-coming [role=list].virtual']
        .map((one) => document.querySelector(one).getBoundingClientRect());
      return all.bottom - list.bottom;
    })()`);
    expect(room).toBeLessThan(2);
    await narrow.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const shown = await scene.home('belgium', { scheme, language: scheme === 'dark' ? 'fr' : 'en' });
      await shown.locator('.trends-picture svg').waitFor();
      await shown.locator('section[aria-labelledby=given] li').first().waitFor();
      expect(await seriousFaults(shown)).toEqual([]);
      await shown.close();
    });
  }

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
