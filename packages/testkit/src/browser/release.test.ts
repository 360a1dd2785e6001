/** Who sees this: the matrix, another member's eyes, and a label that is changed with its effect known. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@entente/cli/demonstration/members';
import { watchPoints } from '@entente/cli/demonstration/watch';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

/** France's record of the traveller, for the coalition, with two portions. */
const record = watchPoints.find(({ contributor }) => contributor === 'france')?.object ?? '';

async function openMatrix(page: Page): Promise<void> {
  await page.goto(`${scene.running.url}/record/${record}?tab=who-sees`);
  await page.getByRole('grid').waitFor();
}

describe('who sees this', () => {
  it('says of each member and part whether and why, goes from cell to cell by keyboard, and views as another', async () => {
    const page = await scene.as('france');
    await openMatrix(page);
    const row = page.getByRole('row', { name: /Bahrain/ });
    expect(await row.innerText()).toMatch(/within Coalition[^]*not named[^]*not named/);
    await page.getByLabel('Find a member').fill('bahr');
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(2);
    await page.getByRole('button', { name: 'View as Bahrain' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TD');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const beside = page.getByRole('dialog').getByRole('row', { name: /^Description/ });
    await beside.waitFor();
    expect(await beside.innerText()).toMatch(/cut$/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('says by name who loses what before a label is changed, and the label then holds', async () => {
    const page = await scene.as('france');
    await openMatrix(page);
    await page.getByRole('button', { name: 'Change the label' }).click();
    const dialog = page.getByRole('dialog');
    const audiences = dialog.getByLabel('Who may see it: one of');
    await audiences.click();
    await page.keyboard.press('Backspace');
    await audiences.fill('Alliance nations');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await dialog.getByText('FOR Alliance nations // TLP:AMBER').waitFor();
    await dialog.getByText(/Loses it \(6\): .*Jordan/).waitFor();
    await dialog
      .getByText(/Leads here no longer:.*Jordan/)
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Give this label' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /Jordan/ })
      .getByText('not named')
      .waitFor();
    // The object still says as which it was put in; what is printed of it is what is in force.
    const head = page.locator('.record-head .marking-line');
    expect(await head.innerText()).toMatch(/TLP:AMBER\s+Released to Alliance nations/);
    await page.getByRole('tab', { name: 'Claims' }).click();
    const claim = page.getByRole('columnheader', { name: 'Your member' }).locator('.marking-line');
    expect(await claim.innerText()).toBe(await head.innerText());
    await page.close();
  });

  it('says of a selection who sees which record, shows a cell as that member, and has one label for all of one’s own', async () => {
    const page = await scene.as('france');
    await page.goto(`${scene.running.url}/search?contributor=${memberOf('france').id}`);
    await page.getByRole('checkbox', { name: /Select all/ }).check();
    await page.getByRole('button', { name: 'Who sees these?' }).click();
    const panel = page.getByRole('region', { name: /^Who sees the \d+ selected records\?/ });
    const grid = panel.getByRole('grid');
    await grid.waitFor();
    await panel.getByLabel('Find a member').fill('bulgaria');
    await expect.poll(() => grid.getByRole('row').count()).toBe(2);
    const cells = grid.getByRole('row', { name: /Bulgaria/ }).getByRole('button');
    const said = await cells.allInnerTexts();
    expect(said.length).toBeGreaterThan(1);
    expect(said.join(' ')).toMatch(/within|not named/);
    expect(await seriousFaults(page)).toEqual([]);
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.dataset.place')).toBe('0 1');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'As Bulgaria would get it of you' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Change the label' }).click();
    const dialog = page.getByRole('dialog', { name: /^Change the label of \d+ contributions/ });
    await dialog.getByText('What this changes').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.close();
  });

  it('keeps what goes beyond the ceiling for a second person, who is told, and lets the proposer take it back', async () => {
    const page = await scene.as('germany', { scheme: 'dark' });
    await page.goto(`${scene.running.url}/settings?tab=policy`);
    await page.getByRole('switch', { name: 'There is a ceiling' }).click();
    await page.getByRole('switch', { name: 'Anything wider waits for a second person' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It holds from now on.').waitFor();
    const germans = watchPoints.find(({ contributor }) => contributor === 'germany')?.object ?? '';
    await page.goto(`${scene.running.url}/record/${germans}?tab=who-sees`);
    await page.getByRole('button', { name: 'Change the label' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give this label' }).click();
    await page.getByRole('dialog').getByText('The label waits for a second person').waitFor();
    await page.goto(`${scene.running.url}/settings?tab=proposals`);
    await page.getByText('Holds until then').waitFor();
    expect(await page.getByRole('button', { name: 'Agree' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('No label waits for a second person').waitFor();
    await page.close();
  });

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
