import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { recordId } from '@entente/cli/demonstration/identifier';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
const karim = recordId('identity', 'karim-france');

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${scene.running.url}${path}`);
};
const row = (page: Page, name: string) => page.getByRole('row', { name });
const act = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Contribute' }).click();
  await page.getByRole('menuitem', { name }).click();
};

/** The list of links is virtual: what is not near the window is not on the page. */
async function goDownTo(page: Page, heading: string): Promise<void> {
  await page.getByRole('list', { name: 'Links' }).waitFor();
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, 300);
        return page.getByRole('heading', { name: heading }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
}

describe('the record', () => {
  it('shows claims side by side, marks what differs, and says dates as exactly as they are known', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}`);
    const born = row(page, 'Dates of birth');
    await born.waitFor();
    expect(await born.innerText()).toMatch(/14 Mar 1991[\s\S]*1990/);
    expect(await born.locator('.disputed').count()).toBe(2);
    expect(await row(page, 'Category of person').locator('.disputed').count()).toBe(0);
    await page.getByRole('switch', { name: 'Only what differs' }).press(' ');
    await row(page, 'Category of person').waitFor({ state: 'detached' });
    expect(await born.count()).toBe(1);
    await page.close();
  });

  it('groups links, and has the proposals that two records are the same', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}?tab=links`);
    await page.getByRole('heading', { name: 'located at' }).waitFor();
    await goDownTo(page, 'Opinion');
    const proposals = page.getByRole('region', { name: 'Proposed as the same' });
    expect(await proposals.innerText()).toContain('Proposed by Germany');
    await page.close();
  });

  it('holds a link back whose date cannot be read, and goes to it', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}`);
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page.getByRole('menuitem', { name: 'Link to another record' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('The other record').fill('Lantern network');
    await page
      .getByRole('option', { name: /Lantern network/ })
      .first()
      .click();
    const since = dialog.getByRole('textbox', { name: 'Since' });
    await since.fill('31/02/2017');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/contributions')) sent.push(request.url());
    });
    await since.press('Enter');
    expect(await page.evaluate('document.activeElement.validationMessage')).toBe(
      'Write a day as 25/12/2026.',
    );
    expect(sent).toEqual([]);
    await since.fill('28/02/2017');
    await since.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(sent).toHaveLength(1);
    await page.close();
  });

  it('says of a date that cannot be read once a press is over, so that the button below it is hit', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}`);
    await act(page, 'Link to another record');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Since' }).fill('31/02/2017');
    const cancel = dialog.getByRole('button', { name: 'Cancel' });
    await cancel.hover({ position: { x: 10, y: 4 } });
    await page.mouse.down();
    const leftFor = `new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(
      () => shown(document.activeElement.innerText))))`;
    expect(await page.evaluate(leftFor)).toBe('Cancel');
    await page.mouse.up();
    await dialog.waitFor({ state: 'detached' });
    await act(page, 'Link to another record');
    await dialog.getByRole('textbox', { name: 'Since' }).fill('31/02/2017');
    await page.keyboard.press('Tab');
    await dialog.getByText('Write a day as 25/12/2026.').waitFor();
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const page = await scene.as('belgium', { scheme });
      await open(page, `/record/${karim}`);
      await row(page, 'Dates of birth').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await open(page, `/record/${karim}?tab=links`);
      await goDownTo(page, 'Opinion');
      expect(await seriousFaults(page)).toEqual([]);
      await open(page, `/record/${karim}?act=revise`);
      await page.getByRole('group', { name: 'Dates of birth' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('speaks French', async () => {
    const page = await scene.as('belgium', { language: 'fr' });
    await open(page, `/record/${karim}`);
    await row(page, 'Dates de naissance').waitFor();
    expect(await row(page, 'Dates de naissance').innerText()).toContain('14 mars 1991');
    await page.close();
  });

  it('breaks no word of what is said in a narrow window', async () => {
    const page = await scene.as('belgium', { language: 'fr' });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `/record/${recordId('identity', 'wouter')}`);
    await row(page, 'Nationalités').waitFor();
    expect(await page.evaluate<string[]>(brokenWords('.claims-property'))).toEqual([]);
    await page.close();
  });
});

/** Words that stand on two lines within what is selected; in the page. */
const brokenWords = (
  selector: string,
): string => `[...document.querySelectorAll('${selector}')].flatMap((cell) => {
  const broken = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const { 0: word, index } of text.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { right } = range.getBoundingClientRect();
      if (range.getClientRects().length > 1 || right > cell.getBoundingClientRect().right) broken.push(word);
    }
  }
  return broken;
})`;

describe('contributing', () => {
  it('makes a person from scratch: what is missing is said at its field, a draft outlives a reload, a name is told its script', async () => {
    const page = await scene.as('france');
    await open(page, '/record/new?kind=person');
    await page.getByRole('button', { name: 'Contribute' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await page.getByText('This is needed.').waitFor();
    await page.getByText('use the lock beside their name').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await name.fill('Ilyas al-Marwani');
    await page.getByRole('button', { name: 'Add a date' }).click();
    await page.getByRole('textbox', { name: 'Date', exact: true }).fill('1991');
    await page.getByRole('button', { name: 'Add a name' }).click();
    const other = page
      .getByRole('group', { name: 'Name', exact: true })
      .getByRole('textbox', { name: 'Name' });
    await other.last().fill('إلياس المرواني');
    await page.reload();
    await page.getByText('You go on with what you wrote here').waitFor();
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page.getByText('Write the date as exactly').waitFor();
    await page.getByRole('combobox', { name: 'How exactly' }).click();
    await page.getByRole('option', { name: 'year', exact: true }).click();
    await page.getByRole('button', { name: 'Contribute' }).click();
    await row(page, 'Names').waitFor();
    expect(await row(page, 'Names').innerText()).toContain('إلياس المرواني');
    expect(await row(page, 'Names').innerText()).toContain('Arabic');
    expect(await row(page, 'Dates of birth').innerText()).toContain('1991');
    const { origins } = await page.context().storageState();
    const kept = origins.flatMap(({ localStorage }) => localStorage.map(({ name: key }) => key));
    expect(kept.filter((key) => key.startsWith('entente.draft'))).toEqual([]);
    await page.close();
  });

  it('makes an observable of a value, whatever its form, under the label that was chosen', async () => {
    const page = await scene.as('france');
    await open(page, '/record/new?kind=observable');
    const value = page.getByRole('textbox', { name: 'Value' });
    await page.getByText(/your member alone sees it/).waitFor();
    expect(await page.getByText('use the lock beside their name').count()).toBe(0);
    await value.fill('a moped');
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page.getByText('This has the form of no address, domain, URL or hash.').waitFor();
    await value.fill('hxxp://quay[.]example/ferry');
    await page.getByText('http://quay.example/ferry').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Who may see it: one of' }).fill('Jordan');
    for (const key of ['ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page.waitForURL(/record\/url--/);
    await page.getByRole('heading', { level: 1, name: 'http://quay.example/ferry' }).waitFor();
    expect(await page.locator('.record-head .marking-line').innerText()).toContain('Released to Jordan');
    await page.close();
  });

  it('revises its own version, and the history says what changed', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}?act=revise`);
    await page.getByRole('textbox', { name: 'Text' }).fill('The register was checked again.');
    await page.getByRole('button', { name: 'Contribute' }).click();
    await row(page, 'Description').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('combobox', { name: 'Versions of' }).click();
    await page.getByRole('option', { name: 'Your member' }).click();
    const came = page.locator('ins');
    await came.first().waitFor();
    expect(await came.allInnerTexts()).toEqual([expect.stringContaining('The register was checked again.')]);
    await page.close();
  });

  it('says in the history that the label changed where nothing else did', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${recordId('identity', 'wouter')}?act=revise`);
    await page.getByRole('combobox', { name: 'Who may see it: one of' }).fill('Jordan');
    for (const key of ['ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Contribute' }).click();
    await page
      .locator('.record-head .marking-line')
      .getByText(/Jordan/)
      .waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('The same content').waitFor();
    const label = page.locator('.version dl > div').filter({ hasText: 'Label' });
    expect(await label.locator('ins').innerText()).toContain('Jordan');
    expect(await label.locator('del').innerText()).not.toContain('Jordan');
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('proposes that two are the same, and takes it back', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${recordId('identity', 'wouter')}`);
    await act(page, 'Propose that it is the same as another');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'The same as' }).fill('Samira');
    await page.getByRole('option', { name: 'Samira Doukhane' }).click();
    await dialog.getByRole('button', { name: 'Propose' }).click();
    const proposals = page.getByRole('region', { name: 'Proposed as the same' });
    await proposals.waitFor();
    expect(await proposals.innerText()).toContain('Samira Doukhane');
    await proposals.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Recall' }).click();
    await proposals.waitFor({ state: 'detached' });
    await page.close();
  });

  it('offers what the member put in for release to the public, and takes that back', async () => {
    const page = await scene.as('belgium');
    await open(page, `/record/${karim}`);
    await act(page, 'Offer for release to the public');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Until the cell has decided, nothing is released.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Offer' }).click();
    await page.getByText('Offered to the public.').waitFor();
    await act(page, 'Take back the offer to the public');
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByText('The offer was taken back.').waitFor();
    await page.close();
  });

  it('grades what another said, on a version of its own', async () => {
    const page = await scene.as('belgium');
    await open(page, '/search?q=Samira');
    await page.getByRole('link', { name: 'Samira Doukhane' }).first().click();
    await act(page, 'Grade');
    await page.getByRole('combobox', { name: 'Reliability of the source' }).click();
    await page.getByRole('option', { name: /^C:/ }).click();
    await page.getByRole('button', { name: 'Contribute' }).click();
    const own = page.getByRole('columnheader', { name: 'Your member' });
    await own.waitFor();
    expect(await own.innerText()).toContain('source fairly reliable');
    await page.close();
  });

  it('asks nothing of other hosts, and gives the browser nothing to complain of', () => {
    const strange = scene.requests.filter(
      (url) => !url.startsWith(scene.running.url) && !url.startsWith('blob:'),
    );
    expect({ strange, complaints: scene.complaints }).toEqual({ strange: [], complaints: [] });
  });
});
