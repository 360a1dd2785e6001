import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

describe('the coalition', () => {
  it('shows a member the communities that it is within, and nothing that only the secretary does', async () => {
    const page = await scene.as('kuwait');
    await page.goto(`${scene.running.url}/coalition`);
    await page.getByRole('navigation', { name: 'Communities that you are within' }).waitFor();
    await page.locator('[role=table][aria-label^=Roster] [data-index]').first().waitFor();
    expect(await page.getByText('Foreign fighters cell').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Admit a member' }).count()).toBe(0);
    await page.close();
  });

  it('leads the secretary to table a decision, as the founding has ended: nothing is changed here', async () => {
    const page = await scene.as('alliance');
    await page.goto(`${scene.running.url}/coalition`);
    await page.getByRole('link', { name: 'Foreign fighters cell' }).first().click();
    const decide = page.getByRole('link', { name: 'Table a decision' });
    await decide.waitFor();
    expect(await page.getByRole('button', { name: /off the roster|Admit a member/ }).count()).toBe(0);
    await decide.click();
    await page.getByRole('heading', { name: 'Draft a text' }).waitFor();
    await page.close();
  });

  it('walks through all members by keyboard, of whom those in sight alone stand in the page', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/coalition`);
    const members = page.getByRole('table', { name: 'Coalition', exact: true });
    await members.getByRole('row').nth(1).waitFor();
    const all = Number(await members.getAttribute('aria-rowcount')) - 1;
    expect(all).toBe(35);
    expect(await members.locator('[data-index]').count()).toBeLessThan(all);
    await members.focus();
    await page.keyboard.press('End');
    const focused = members.locator('[data-index]').filter({ has: page.locator(':focus') });
    await expect.poll(() => focused.getAttribute('data-index')).toBe(String(all - 1));
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused.getAttribute('data-index')).toBe(String(all - 2));
    await page.keyboard.press('Home');
    await expect.poll(() => focused.getAttribute('data-index')).toBe('0');
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const page = await scene.as('alliance', { scheme });
      await page.goto(`${scene.running.url}/coalition`);
      await page.locator('[role=table][aria-label^=Roster] [data-index]').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
