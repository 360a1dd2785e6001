import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
const texts = {
  'Title in English': 'Mandate of the cell',
  'Title in French': 'Mandat de la cellule',
  'Text in English': 'The cell shares information. It selects no targets.',
  'Text in French': 'La cellule partage des informations. Elle ne désigne aucune cible.',
};

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const board = async (page: Page): Promise<void> => {
  await page.goto(`${scene.running.url}/decisions`);
  await page.getByRole('heading', { name: /Decisions|Décisions/ }).waitFor();
};

describe('decisions in the browser', () => {
  it('lets the secretary set working days, by which all go, and names the line that is no day', async () => {
    const secretary = await scene.as('alliance', { scheme: 'dark' });
    await secretary.goto(`${scene.running.url}/settings?tab=deciding`);
    await secretary.getByRole('button', { name: 'Change the working days' }).click();
    const dialogue = secretary.getByRole('dialog');
    await dialogue.getByLabel('Holidays').fill('2026-12-25\n2026-02-30');
    await dialogue.getByText('Line 2: “2026-02-30” is no day. Write it as 2026-12-25.').waitFor();
    expect(await dialogue.getByRole('button', { name: 'Keep' }).isDisabled()).toBe(true);
    expect(await seriousFaults(secretary)).toEqual([]);
    await dialogue.getByLabel('Holidays').fill('2026-12-25\n2026-12-26');
    await dialogue.getByRole('button', { name: 'Keep' }).click();
    await secretary.getByRole('row', { name: 'Holidays 25 Dec 2026 · 26 Dec 2026' }).waitFor();
    const member = await scene.as('france', { language: 'fr' });
    await member.goto(`${scene.running.url}/settings?tab=deciding`);
    await member.getByRole('row', { name: 'Jours fériés 25 déc. 2026 · 26 déc. 2026' }).waitFor();
    expect(await member.getByRole('button', { name: 'Modifier les jours ouvrés' }).count()).toBe(0);
    expect(await seriousFaults(member)).toEqual([]);
    await Promise.all([secretary.close(), member.close()]);
  });

  it('lets the secretary write a text in both languages and table it', async () => {
    const page = await scene.as('alliance');
    await page.goto(`${scene.running.url}/decisions/new`);
    for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).fill(text);
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16);
    await page.getByLabel('End of the silence').fill(later);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByText('Under silence').waitFor();
    await page.getByRole('timer').waitFor();
    await page.close();
  });

  it('shows a member the clock, who has seen the text, and has it break silence by one key, with a reason', async () => {
    const page = await scene.as('greece');
    await board(page);
    await page.getByRole('link', { name: 'Mandate of the cell' }).click();
    await page.getByRole('timer').waitFor();
    await page.getByRole('list', { name: 'Members with a voice' }).getByText('has seen it').first().waitFor();
    await page.getByText(/^First shown to your account on .+: the receipt stands/).waitFor();
    await page.keyboard.press('b');
    const dialogue = page.getByRole('dialog');
    const confirm = dialogue.getByRole('button', { name: 'Break silence' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialogue.getByLabel('Reason').fill('Targets are for others to speak of.');
    await dialogue.getByLabel('A text in English').fill('The cell shares information.');
    await confirm.click();
    await page.getByText('Broken: in consultation').waitFor();
    await page.close();
  });

  it('shows the text with the amendment beside it, and what was said, in the language of the reader', async () => {
    const page = await scene.as('france', { language: 'fr' });
    await board(page);
    await page.getByRole('link', { name: 'Mandat de la cellule' }).click();
    await page.getByLabel('Comparer avec').first().click();
    await page.getByRole('option', { name: /Greece/ }).click();
    await page.locator('del').filter({ hasText: 'It selects no targets.' }).waitFor();
    await page.getByText('Targets are for others to speak of.').waitFor();
    await page.getByText(/^Présenté à votre compte pour la première fois le .+\s: le récépissé/).waitFor();
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const page = await scene.as('belgium', { scheme });
      await page.goto(`${scene.running.url}/decisions?board=all`);
      const link = page.getByRole('link', { name: 'Mandate of the cell' });
      await link.waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await link.click();
      await page.getByRole('heading', { name: 'Record' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
