/** Consent in the interface: a member holds back what two others own, asks both, and each answers for its part. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const otter = 'malware--0f2d6c1a-0000-4000-8000-00000000c0de';
let scene: Scene;
let pages: Record<'belgium' | 'france' | 'germany' | 'italy', Page>;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
  pages = {
    belgium: await scene.home('belgium'),
    france: await scene.home('france', { scheme: 'dark' }),
    germany: await scene.home('germany', { language: 'fr' }),
    italy: await scene.home('italy'),
  };
  for (const owner of ['france', 'germany'] as const)
    await put(pages[owner], object({ any: [[audience('belgium')]], owners: [memberOf(owner).id] }));
  await put(pages.belgium, object({}));
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const audience = (member: MemberKey): string => `member:${memberOf(member).id}`;

const object = (label: object): object => ({
  type: 'malware',
  spec_version: '2.1',
  id: otter,
  created: '2017-05-01T00:00:00.000Z',
  modified: '2017-05-01T00:00:00.000Z',
  name: 'Amber otter',
  description: 'Seen in the harbour.',
  is_family: false,
  extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...label } },
});

/** As the page itself would send it. */
const put = (page: Page, one: object): Promise<void> =>
  page.evaluate(
    async (text) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/contributions', { method: 'POST', headers, body: text });
      if (!answer.ok) throw new Error(await answer.text());
    },
    JSON.stringify({ objects: [one] }),
  );

const open = (page: Page, path: string): Promise<unknown> => page.goto(`${scene.running.url}${path}`);
const status = (page: Page): Promise<number> =>
  page.evaluate(async (id) => (await fetch(`/api/v1/objects/${id}`)).status, otter);

describe('consent of owners', () => {
  it('a record that is held back says whose it is, and its owners are asked from there', async () => {
    const page = pages.belgium;
    await open(page, `/record/${otter}?tab=who-sees`);
    await page.getByText('Held back for its owners').waitFor();
    await page.getByText(/until its owners consent: (France, Germany|Germany, France)/).waitFor();
    await page.getByRole('button', { name: 'Ask the owners' }).click();
    const dialog = page.getByRole('dialog');
    const audiences = dialog.getByLabel('Who may see it: one of');
    await audiences.click();
    await audiences.fill('Italy');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await audiences.fill('Jordan');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await dialog.getByLabel('Purpose').fill('Border checks in June');
    await dialog.getByLabel('To be answered by').fill('2099-06-30');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ask the owners' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'What we asked' }).click();
    await page.getByText('Waits for owners').waitFor();
    expect(await page.getByText('No answer yet').count()).toBe(2);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('an owner consents under conditions, and is told nothing of another owner', async () => {
    const page = pages.france;
    await open(page, '/consent');
    await page.getByText('Waits for you').waitFor();
    await page.getByText('Border checks in June').waitFor();
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByLabel('Consent', { exact: true }).check();
    const parts = page.getByRole('combobox', { name: /without these properties/ });
    await parts.click();
    await parts.fill('description');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Give this answer' }).click();
    await page.getByText('You consented', { exact: true }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Germany');
    expect(await status(pages.italy)).toBe(404);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('with the last consent it is released at once, without what was taken out', async () => {
    const page = pages.germany;
    await open(page, '/consent');
    await page.getByRole('button', { name: 'Répondre' }).click();
    await page.getByLabel('Consentir').check();
    await page.getByRole('button', { name: 'Donner cette réponse' }).click();
    await page.getByText('Vous avez consenti', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await status(pages.italy)).toBe(200);
    await open(pages.italy, `/record/${otter}`);
    await pages.italy.getByRole('heading', { name: 'Amber otter' }).waitFor();
    expect(await pages.italy.getByText('Seen in the harbour.').count()).toBe(0);
    await open(pages.belgium, '/consent?tab=asked');
    await pages.belgium.getByText('In force', { exact: true }).waitFor();
    expect(await seriousFaults(pages.belgium)).toEqual([]);
  });

  it('an owner withdraws, everybody loses it, and who asked is told which owner it was', async () => {
    const page = pages.france;
    await page.getByRole('button', { name: 'Withdraw the consent' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the consent' }).click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
    expect(await status(pages.italy)).toBe(404);
    await open(pages.belgium, '/consent?tab=asked');
    await pages.belgium.getByText('Was in force; it is held back again').waitFor();
    expect(await seriousFaults(pages.belgium)).toEqual([]);
  });

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
