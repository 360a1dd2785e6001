/** Screening: a name in another script finds its record, with the parts of both names side by side. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { makeClient } from '@entente/contract/client';
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

const goTo = (path: string, on = page): Promise<unknown> => on.goto(`${scene.running.url}${path}`);

/** What stands beside each other, from the left to the right. */
const pairs = (on: Page): Promise<string[][]> =>
  on
    .locator('.candidate')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('bdi')].map((one) => one.textContent ?? '')),
    );

/** Has a member tell everybody of bodies and others, by type, class and name. */
async function tell(member: MemberKey, bodies: readonly [string, string | undefined, string][]) {
  const { url, accounts } = scene.running;
  const token = accounts.find(({ id }) => id === memberOf(member).id)?.token;
  const time = '2017-05-26T00:00:00.000Z';
  const objects = bodies.map(([type, identityClass, name]) => ({
    type,
    spec_version: '2.1',
    id: `${type}--${crypto.randomUUID()}`,
    created: time,
    modified: time,
    name,
    ...(identityClass && { identity_class: identityClass }),
  }));
  const answer = await makeClient({ url, token }).putContributions({
    objects,
    label: { any: [['public']] },
  });
  expect(answer.answers.map(({ outcome }) => outcome)).toEqual(objects.map(() => 'added'));
}

const titlesOf = (pair: Locator): Promise<string[]> => pair.locator('.candidate-title a').allInnerTexts();

describe('screening', () => {
  it('finds a person by a name in Arabic, which begins at the right, and says in words what speaks for it', async () => {
    const french = await scene.as('belgium', { language: 'fr', scheme: 'dark' });
    await goTo('/screening', french);
    const name = french.getByLabel('Nom', { exact: true });
    await name.fill('كريم القرنبي');
    await french.getByLabel('Numéro de document').fill('XF 00 417');
    await french.getByText('Même numéro de document').waitFor();
    expect(await pairs(french)).toEqual([['كريم', 'Karim'], ['القرنبي', 'Karnabi'], ['El']]);
    const direction = 'getComputedStyle(document.activeElement).unicodeBidi';
    await name.focus();
    expect(await french.evaluate<string>(direction)).toBe('plaintext');
    await french.getByText('plus de 99 %').first().waitFor();
    expect(await seriousFaults(french)).toEqual([]);
    await french.getByRole('link', { name: 'Karim El Karnabi' }).click();
    await french.waitForURL(/\/record\/identity--/);
    await french.goBack();
    expect(await name.inputValue()).toBe('كريم القرنبي');
    await french.close();
  });

  it('screens a table, and exports what it found without formulas, marked with member and account', async () => {
    await goTo('/screening?tab=list');
    const rows = ['name,born', 'Karim al-Qarnabi,1991', '=1+1 Benali,1990', 'سميرة دخان,not known', ',1990'];
    const buffer = Buffer.from(rows.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
    await page.getByText('3 persons screened').waitFor();
    await page.getByText('1 line has no name. 1 birth date could not be read').waitFor();
    await page.getByRole('button', { name: 'Why' }).first().click();
    await page.locator('.aligned').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV table' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toMatch(/^\u{feff}.?From the view of Belgium, exported by account .*desk@belgium\.example/u);
    expect(file).toContain(",'=1+1 Benali,1990");
    expect(file).toMatch(/4,سميرة دخان,.*Very likely.*identity--/);
  });

  it('offers likely same persons while one is written, and puts the proposal in with the record', async () => {
    await goTo('/record/new?kind=person');
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Karim el-Qarnabi');
    await page.getByText('Perhaps known already').waitFor();
    await page.getByLabel('Propose that these are the same').first().check();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Contribute', exact: true }).click();
    await page.waitForURL(/\/record\/identity--/);
    const proposal = page.locator('.same');
    await proposal.getByText('may be the same as').waitFor();
    await proposal.getByRole('link', { name: 'كريم القرنبي' }).waitFor();
  });

  it('offers likely same organisations while one is written, and no person who is called so', async () => {
    await tell('france', [
      ['identity', 'organization', 'Fondation Miséricorde Zelgora'],
      ['identity', 'individual', 'Zelgora Mercy Foundation'],
    ]);
    await goTo('/record/new?kind=group');
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Zelgora Mercy Foundation');
    const offered = page.getByRole('region', { name: 'Perhaps known already' });
    await offered.getByRole('link', { name: 'Fondation Miséricorde Zelgora' }).waitFor();
    expect(await offered.getByRole('checkbox').count()).toBe(1);
    await offered.getByLabel('Propose that these are the same organisation').waitFor();
    await offered.getByText('Why', { exact: true }).click();
    expect(await offered.locator('[data-how=translation]').count()).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('is asked beneath the search, where the words read as the name of a person', async () => {
    await goTo(`/search?q=${encodeURIComponent('Hamed Essarmady')}`);
    await page.getByText('Nothing in your view has all of these words').waitFor();
    const like = page.getByRole('region', { name: 'Names like this' });
    await like.getByRole('link', { name: 'حامد السرمدي' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await like.getByRole('link', { name: 'Say more of the person' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Hamed Essarmady');
  });

  it('is asked by the box that opens from anywhere: behind what the words find, and marked as such', async () => {
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: /Names, places/ });
    await box.fill('Karim El Karnabi');
    const like = page.getByRole('group', { name: 'Names like this' }).getByRole('option');
    await like.filter({ hasText: 'كريم القرنبي' }).filter({ hasText: 'Very likely' }).waitFor();
    const titles = (of: typeof like): Promise<string[]> =>
      of.locator('.anywhere-title > bdi').allInnerTexts();
    const alike = await titles(like);
    expect((await titles(page.getByRole('option'))).slice(0, -alike.length)).toContain('Karim El Karnabi');
    expect(alike).not.toContain('Karim El Karnabi');
    expect(await seriousFaults(page)).toEqual([]);
    await box.press('ArrowUp');
    const last = await like.last().getAttribute('id');
    expect(await box.getAttribute('aria-activedescendant')).toBe(last);
    await box.press('Enter');
    await page.waitForURL(/\/record\/identity--/);
  });

  it('leads through likely pairs by keys: not the same is kept for one’s own member, the same is proposed', async () => {
    await goTo('/screening?tab=review');
    const pair = page.getByRole('group', { name: 'A likely pair' });
    const other = pair.locator('.candidate-title a').nth(1);
    const first = await other.innerText();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('d');
    await page.getByText('Kept for your member alone').waitFor();
    await expect.poll(() => other.innerText()).not.toBe(first);
    const second = await other.innerText();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByText('FOR Belgium').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => other.innerText()).not.toBe(second);
    await pair.locator('.candidate-title a').first().click();
    const said = page.locator('.same > div');
    await said.filter({ hasText: 'Kept as not the same as' }).getByText(first).waitFor();
    await said.filter({ hasText: 'May be the same as' }).getByText(second).waitFor();
    expect(await said.filter({ hasText: first }).innerText()).toContain('Your member alone');
  });

  it('leads through organisations and threat actors by the same keys, in their own words', async () => {
    await tell('france', [
      ['threat-actor', undefined, 'كتيبة شهداء كرناب'],
      ['identity', 'organization', 'Banque de la Vallée du Nord SARL'],
      ['identity', 'individual', 'Brilex Zonta'],
    ]);
    await tell('belgium', [
      ['threat-actor', undefined, 'Karnab Martyrs Brigade'],
      ['identity', 'organization', 'Northern Valley Bank LLC'],
      ['identity', 'group', 'Brilex Zonta'],
    ]);
    await goTo('/screening?tab=review');
    const pair = page.getByRole('group', { name: 'A likely pair' });
    const share = (name: string): Locator => page.getByRole('radio', { name });
    await share('All').press('ArrowRight');
    await expect.poll(() => share('Persons').isChecked()).toBe(true);
    await share('Persons').press('ArrowRight');
    await expect.poll(() => share('Groups and threat actors').isChecked()).toBe(true);
    // A person and a group make no pair, though their names are the same: so what came last is not there.
    await expect
      .poll(() => titlesOf(pair))
      .toEqual(['Northern Valley Bank LLC', expect.stringContaining('Banque')]);
    expect((await pairs(page)).map((row) => row.join(' = '))).toEqual(
      expect.arrayContaining(['Northern = Nord', 'Bank = Banque', 'LLC = SARL']),
    );
    expect(await pair.locator('[data-how=translation]').count()).toBeGreaterThan(1);
    expect(await pair.locator('[data-how=legal-form]').innerText()).toContain('legal form');
    await pair.getByRole('button', { name: 'The same organisation…' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await pair.focus();
    await page.keyboard.press('d');
    await page.getByText('these two are not the same organisation').waitFor();
    // Of a threat actor nobody says that it is an organisation.
    await expect.poll(() => titlesOf(pair)).toEqual(['Karnab Martyrs Brigade', 'كتيبة شهداء كرناب']);
    await pair.getByRole('button', { name: 'The same…' }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByText('FOR Belgium').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('No likely pair is left').waitFor();
    await page.getByText(/^\d+ groups and threat actors looked at$/).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => titlesOf(pair)).toContain('Northern Valley Bank LLC');
    await share('Groups and threat actors').press('ArrowLeft');
    await expect.poll(() => titlesOf(pair)).not.toContain('Northern Valley Bank LLC');
  });

  it('says so without a zero where one’s member contributed none, in French', async () => {
    const french = await scene.as('estonia', { language: 'fr' });
    await goTo('/screening?tab=review', french);
    await french.getByText('Votre vue ne contient aucune fiche de ce genre').waitFor();
    expect(await french.getByText(/^0/).count()).toBe(0);
    await french.close();
  });

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
