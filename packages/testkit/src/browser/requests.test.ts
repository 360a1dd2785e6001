/** Requests: one member asks two others, who do not see each other, and reads what each says. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchPoints } from '@entente/cli/demonstration/watch';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const record = watchPoints.find(({ contributor }) => contributor === 'france')?.object ?? '';
const title = 'Who travels with him?';

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).first().fill(name);
  await page.getByRole('option', { name, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Opens the request from the board that one is asked on. */
async function openAsked(page: Page): Promise<void> {
  await page.goto(`${scene.running.url}/requests`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('requests', () => {
  it('are asked from a record, under a label that the addressees make, and kept as a draft meanwhile', async () => {
    const page = await scene.as('france');
    await page.goto(`${scene.running.url}/record/${record}`);
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page.getByRole('menuitem', { name: 'Ask other members about this' }).click();
    await page.getByLabel('About what').fill(title);
    await page.getByLabel('What do you want to know?').fill('We saw him near Sandport.');
    await page.reload();
    expect(await page.getByLabel('About what').inputValue()).toBe(title);
    await page.getByLabel('Answer by').fill('2031-05-25T12:00');
    await page.getByLabel('Why it is asked').fill('A trial');
    await choose(page, 'Members and communities', 'Jordan');
    await choose(page, 'Members and communities', 'Kuwait');
    await page.keyboard.press('Escape');
    await page.getByText(/FOR (Jordan OR Kuwait|Kuwait OR Jordan)/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'How it stands' }).waitFor();
    expect(await page.locator('.request-standing').allInnerTexts()).toEqual(
      ['Jordan', 'Kuwait'].map((name) => expect.stringMatching(new RegExp(`^${name}\\s+Open$`))),
    );
    await page.close();
  });

  it('are answered by each addressee, who is not told of the other', async () => {
    const jordan = await scene.as('jordan', { scheme: 'dark' });
    await openAsked(jordan);
    expect(await jordan.getByText('Kuwait').count()).toBe(0);
    await jordan.getByRole('button', { name: 'Acknowledge' }).click();
    await jordan.getByText('Acknowledged').waitFor();
    await jordan.getByRole('button', { name: 'Answer' }).click();
    await jordan.getByLabel('Your answer in words').fill('He was with two cousins.');
    await jordan.getByText('FOR France').waitFor();
    expect(await seriousFaults(jordan)).toEqual([]);
    await jordan.getByRole('button', { name: 'Send the answer' }).click();
    await jordan.getByRole('heading', { name: 'What your member answered' }).waitFor();
    const kuwait = await scene.as('kuwait', { language: 'fr' });
    await openAsked(kuwait);
    expect(await kuwait.getByText('Jordan').count()).toBe(0);
    expect(await kuwait.getByText('two cousins').count()).toBe(0);
    await kuwait.getByRole('button', { name: 'Rien à ce sujet' }).click();
    const dialog = kuwait.getByRole('dialog');
    await dialog.getByLabel('Message au demandeur').fill('Rien depuis 2015.');
    expect(await seriousFaults(kuwait)).toEqual([]);
    await dialog.getByRole('button', { name: 'Rien à ce sujet' }).click();
    await dialog.waitFor({ state: 'detached' });
    await kuwait.locator('.state-sign', { hasText: 'Rien à ce sujet' }).waitFor();
    await Promise.all([jordan.close(), kuwait.close()]);
  });

  it('show whoever asked the state and the words of each, and are closed', async () => {
    const page = await scene.as('france');
    await page.goto(`${scene.running.url}/requests?board=mine&state=nothing-held`);
    await page.getByRole('link', { name: title }).click();
    await page.getByText('He was with two cousins.').waitFor();
    await page.getByText('Rien depuis 2015.').waitFor();
    expect(await page.locator('.request-standing').allInnerTexts()).toEqual([
      expect.stringMatching(/^Jordan\s+Answered$/),
      expect.stringMatching(/^Kuwait\s+Nothing held$/),
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close the request' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the request' }).click();
    await page.locator('.state-sign', { hasText: 'Closed' }).first().waitFor();
    await page.goto(`${scene.running.url}/requests?board=mine`);
    await page.getByText('Your member asks nothing').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('give the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
