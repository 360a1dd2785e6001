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
    await page.locator('.roster tbody tr').first().waitFor();
    expect(await page.getByText('Foreign fighters cell').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Admit a member' }).count()).toBe(0);
    await page.close();
  });

  it('leads the secretary to table a decision, as the founding has ended: nothing is changed here', async () => {
    const page = await scene.as('alliance');
    await page.goto(`${scene.running.url}/coalition`);
    await page.getByRole('link', { name: 'Foreign fighters cell' }).first().click();
    await page.locator('.roster tbody tr').first().waitFor();
    const decide = page.getByRole('link', { name: 'Table a decision' });
    await decide.waitFor();
    expect(await page.getByRole('button', { name: /off the roster|Admit a member/ }).count()).toBe(0);
    await decide.click();
    await page.getByRole('heading', { name: 'Draft a text' }).waitFor();
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const page = await scene.as('alliance', { scheme });
      await page.goto(`${scene.running.url}/coalition`);
      await page.locator('.roster tbody tr').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
