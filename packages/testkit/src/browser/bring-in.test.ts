import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const data = process.env['ENTENTE_DATA'] ?? '';
let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const tool = (letter: string, name: string): string =>
  JSON.stringify({
    type: 'tool',
    spec_version: '2.1',
    id: `tool--${letter.repeat(8)}-0000-4000-8000-000000000000`,
    created: '2017-05-01T00:00:00.000Z',
    modified: '2017-05-01T00:00:00.000Z',
    name,
  });

const unnamed = tool('2', 'x').replace(',"name":"x"', '');

const give = async (page: Page, name: string, content: string): Promise<void> => {
  await page.goto(`${scene.running.url}/bring-in`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
};

/** The numbers that the page shows of what came or would come of objects. */
const numbersOf = async (page: Page, section: string): Promise<Record<string, string>> => {
  const list = page.getByRole('region', { name: section, exact: true }).locator('dl.bring-in-counts');
  await list.waitFor();
  const [names, numbers] = await Promise.all([
    list.locator('dt').allInnerTexts(),
    list.locator('dd').allInnerTexts(),
  ]);
  return Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? '']));
};

const put = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Put it in' }).click();
  await page.getByRole('link', { name: /See what was put in/ }).waitFor();
};

const table = [
  'Ref,Full name,Name in original script,DOB,Nationality,City,Country,Remarks',
  'K-1,Selim Karam,سليم كرم,c. 1980,Jordanian,Irbid,Jordan,"one, two"',
  'K-2,Anne Leroy,,12/03/80,Belgian,,,',
  'K-3,,,1980,,,,',
  'K-1,Somebody,,,,,,',
].join('\n');

describe('bringing in', () => {
  it('says what a file of STIX holds before anything goes in, errors by line, and takes it back', async () => {
    const page = await scene.as('belgium');
    await give(
      page,
      'tools.json',
      `{"type":"bundle","id":"bundle--1","objects":[${tool('1', 'Crowbar')},\n${unnamed}]}`,
    );
    expect(await numbersOf(page, 'What it holds')).toEqual({
      Added: '1',
      Changed: '0',
      Unchanged: '0',
      Rejected: '1',
    });
    const row = page.getByRole('table', { name: 'Problems by line' }).getByRole('row').nth(1);
    expect(await row.getByRole('cell').allInnerTexts()).toMatchObject(['2', 'name', expect.any(String)]);
    await page.getByText('Nothing was brought in yet').waitFor();
    await put(page);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /See what was put in/ }).click();
    await page.getByRole('link', { name: 'Crowbar' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 contribution that this batch put in is recalled').waitFor();
    // Its colours are judged once it has faded in.
    await expect.poll(() => seriousFaults(page), { timeout: 5000 }).toEqual([]);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Everything was taken back').waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.close();
  });

  it('reads a table by its headers, shows its rows as records, and changes nothing with the same file', async () => {
    const page = await scene.as('belgium', { scheme: 'dark' });
    for (const wanted of [
      { Added: '4', Changed: '0', Unchanged: '0', Rejected: '0' },
      { Added: '0', Changed: '0', Unchanged: '4', Rejected: '0' },
    ]) {
      await give(page, 'persons.csv', table);
      const preview = page.getByRole('table').filter({ hasText: 'Made beside it' });
      await preview.getByText('Selim Karam').waitFor();
      expect(await preview.getByText('سليم كرم').count()).toBe(1);
      await page.getByRole('button', { name: 'Read the whole table' }).click();
      await page.getByText('2 rows make no record').waitFor();
      const faults = page.getByRole('table', { name: 'Problems by line' }).getByRole('row');
      expect(await faults.filter({ hasText: 'The same key stands in line 2' }).count()).toBe(1);
      expect(await numbersOf(page, 'What it holds')).toEqual(wanted);
      expect(await seriousFaults(page)).toEqual([]);
      await put(page);
    }
    await page.getByRole('link', { name: 'persons' }).last().click();
    await page.getByRole('row', { name: /^Person Selim Karam/ }).waitFor();
    await give(page, 'persons.csv', table.replace('Selim Karam', 'Salim Karam'));
    await page.getByRole('button', { name: 'Read the whole table' }).click();
    expect(await numbersOf(page, 'What it holds')).toEqual({
      Added: '0',
      Changed: '1',
      Unchanged: '3',
      Rejected: '0',
    });
    await page.close();
  });

  it('remembers how a table is read, which is said in a narrow window without scrolling sideways', async () => {
    const page = await scene.as('belgium');
    await page.setViewportSize({ width: 390, height: 844 });
    await give(page, 'first.csv', 'Kolumn,Född\nA,1980\n');
    const meaning = await page.getByRole('combobox', { name: 'Meaning of the column Född' }).boundingBox();
    expect((meaning?.x ?? Infinity) + (meaning?.width ?? 0)).toBeLessThan(390);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Meaning of the column Kolumn' }).click();
    await page.getByRole('option', { name: 'Name', exact: true }).click();
    await page.getByRole('textbox', { name: 'Remember this mapping as' }).fill('Swedish');
    await page.getByRole('button', { name: 'Remember', exact: true }).click();
    await give(page, 'second.csv', 'Född;Kolumn\n1981;B\n');
    await page
      .getByRole('table')
      .filter({ hasText: 'Made beside it' })
      .getByText('B', { exact: true })
      .waitFor();
    await page.close();
  });

  it('says of a transfer that broke off how to go on, and goes on', async () => {
    const page = await scene.as('belgium');
    await give(page, 'more.json', `[${tool('3', 'Saw')}]`);
    await page.getByRole('button', { name: 'Check again' }).waitFor();
    await page.route('**/api/v1/imports?**', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Put it in' }).click();
    await page.getByText('Send the same file again to go on from there').waitFor();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('1 contribution put in').waitFor();
    // The browser tells of the request that was cut, as it should.
    const cut = scene.complaints.splice(0).filter((said) => !said.includes('ERR_FAILED'));
    expect(cut).toEqual([]);
    await page.close();
  });

  it('takes an invented list in the form of that of the United Nations in, and shows what it remarks on its entries', async () => {
    const page = await scene.as('france');
    const file = new URL('../../fixtures/unlist/edition-1.xml', import.meta.url);
    // An edition of years to come would be refused.
    await give(
      page,
      'list.xml',
      (await readFile(file, 'utf8')).replace('dateGenerated="2031-01-15T18', 'dateGenerated="2024-01-15T23'),
    );
    await put(page);
    await page.getByRole('link', { name: /See what was put in/ }).click();
    // In the zone that it is written in; in others it may be another day.
    await page.getByText('Edition of 15 Jan 2024').waitFor();
    await page.getByRole('table').getByRole('link', { name: 'ILYAS HARUN AL-MARWANI', exact: true }).click();
    for (const said of [
      'Said to have paid QDe.999.',
      'As the source calls it: National Identification Number; harbour card',
      'Remark: nom de guerre',
      'Under the name: Abu Nuh',
      'previous address',
      'expired on 28 Feb. 2030',
    ])
      await page.getByText(said).first().waitFor();
    await page.close();
  });

  it.skipIf(data === '')(
    'takes the list of the United Nations in, and a person of it is found by a name in Arabic (ENTENTE_DATA)',
    async () => {
      const page = await scene.as('belgium');
      await page.goto(`${scene.running.url}/bring-in`);
      await page.locator('input[type=file]').setInputFiles(join(data, 'data/un-consolidated-2020-11-30.xml'));
      await page.getByText('United Nations list').waitFor();
      await page.getByRole('button', { name: 'Put it in' }).click();
      await page.getByText('1,546 contributions put in').waitFor({ timeout: 60_000 });
      await page.getByRole('link', { name: /See what was put in/ }).click();
      await page.getByRole('table').getByRole('link').nth(5).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('عبدالخالق الحوثي');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(?:record|search)/);
      await page
        .getByText(/AL-HOUTHI/)
        .first()
        .waitFor();
      await page.close();
    },
    120_000,
  );

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
