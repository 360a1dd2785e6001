import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

describe('the map and the timeline', () => {
  it('show the records of a place that is chosen, and a record of the timeline by keys alone', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/places`);
    await page.locator('.map-spot').first().waitFor();
    await page
      .getByRole('group', { name: 'Places' })
      .getByRole('button', { name: /Klaverhaven/ })
      .click();
    await page
      .getByRole('group', { name: 'Records of what is chosen' })
      .locator('.entry-row')
      .first()
      .waitFor();
    expect(await page.locator('.map-spot[aria-pressed=true]').count()).toBe(1);
    await page.getByRole('button', { name: 'All places' }).click();
    await page.locator('.timeline-event').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-event^="1 "]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.timeline-chosen .entry-row').waitFor();
    await page.close();
  });

  it('share a period, which stands in the address', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/places?since=2016-11-01&before=2016-12-01`);
    await page.locator('.timeline-row').first().waitFor();
    expect(await page.getByRole('button', { name: 'Month' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Later' }).click();
    await page.waitForURL(/since=2016-12-01&before=2017-01-01/);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.waitForURL(/\/places$/);
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`have no serious fault of access in ${scheme}`, async () => {
      const page = await scene.as('belgium', { scheme });
      await page.goto(`${scene.running.url}/places`);
      await page.locator('.map-spot').first().waitFor();
      await page.locator('.timeline-event').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('ask nothing of other hosts, and give the browser nothing to complain of', () => {
    const strange = scene.requests.filter(
      (url) => !url.startsWith(scene.running.url) && !url.startsWith('blob:') && !url.startsWith('data:'),
    );
    expect({ strange, complaints: scene.complaints }).toEqual({ strange: [], complaints: [] });
  });
});
