/** Newcomers of a file: whom of the view they may be, before anything is put in. */
import type { Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordId } from '@entente/cli/demonstration/identifier';
import { samira } from '@entente/cli/demonstration/records/france';
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

const goTo = (path: string, on: Page): Promise<unknown> => on.goto(`${scene.running.url}${path}`);

const fileOf = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

const idOf = (key: string): string => recordId('identity', `stranger-${key}`);

/** A file of persons: one whom nobody knows, one whom the view has in another script, one under the id that it has. */
const strangers = JSON.stringify(
  [
    { id: idOf('zofia'), name: 'Zofia Wymyślona' },
    { id: idOf('karim'), name: 'كريم القرنبي' },
    { id: samira, name: 'Samira Doukhane' },
  ].map((one) => ({
    type: 'identity',
    spec_version: '2.1',
    created: '2017-05-01T00:00:00.000Z',
    modified: '2017-05-01T00:00:00.000Z',
    identity_class: 'individual',
    ...one,
  })),
  null,
  1,
);

/** Chooses the file of strangers; the panel that tells of those who are new. */
async function strangersGiven(on: Page): Promise<Locator> {
  await goTo('/bring-in', on);
  await on.locator('input[type=file]').setInputFiles(fileOf('persons.json', strangers));
  const held = on.getByRole('region', { name: '3 persons and groups of this file are new' });
  await held.waitFor();
  return held;
}

/** Files of the interface that a page has asked for and does not have yet. */
function filesUnderWay(on: Page): ReadonlySet<string> {
  const files = new Set<string>();
  const end = (request: Request): boolean => files.delete(request.url());
  on.on('request', (request) => request.url().endsWith('.js') && files.add(request.url()));
  on.on('requestfinished', end);
  on.on('requestfailed', end);
  return files;
}

const tooMany = JSON.stringify({
  type: 'about:blank',
  title: 'Too many requests',
  status: 429,
  code: 'too-many',
  detail: 'Others of this account are still being answered.',
});

describe('newcomers of a file', () => {
  it('tells of a file whom one may have already under another id, before anything is put in', async () => {
    const held = await strangersGiven(page);
    await held.getByRole('button', { name: 'Look in your view' }).click();
    await held.getByText('May be in your view under another id: 1').waitFor();
    const rows = held.getByRole('table', { name: 'Persons of the list, and whom they may be' });
    const found = (name: string) => rows.getByRole('row').filter({ hasText: name });
    const karim = rows.getByRole('row').nth(1);
    expect(await karim.getByRole('cell').allInnerTexts()).toMatchObject([
      '11',
      'كريم القرنبي',
      expect.stringContaining('Very likely'),
    ]);
    await karim.getByRole('link', { name: 'Karim El Karnabi' }).waitFor();
    // What has the very same id is another's word on it, and no other record.
    expect(await found('Samira Doukhane').innerText()).toContain('Nobody like it');
    expect(await found('Zofia Wymyślona').innerText()).toContain('Nobody like it');
    expect(await seriousFaults(page)).toEqual([]);
    const opened = page.context().waitForEvent('page');
    await karim.getByRole('link', { name: 'Karim El Karnabi' }).click();
    const record = await opened;
    await record.getByRole('heading', { name: 'Karim El Karnabi' }).waitFor();
    await record.close();
    await page.getByRole('button', { name: 'Put it in' }).waitFor();
    const put = await page.request.get(`${scene.running.url}/api/v1/objects/${idOf('karim')}`);
    expect(put.status()).toBe(404);
  });

  it('does so once the network is back, where it is away when one asks, and the file stays chosen', async () => {
    const away = await scene.as('belgium');
    const files = filesUnderWay(away);
    const fetched = away.waitForResponse(/\/newcomers-found-[^/]*\.js$/);
    const held = await strangersGiven(away);
    await fetched;
    await expect.poll(() => files.size).toBe(0);
    const before = scene.complaints.length;
    await away.context().setOffline(true);
    await held.getByRole('button', { name: 'Look in your view' }).click();
    await held.getByText(/^0 of \d+ names looked for/).waitFor();
    await away.getByText('You are offline.').waitFor();
    expect(await seriousFaults(away)).toEqual([]);
    expect(await held.getByText('May be in your view').count()).toBe(0);
    await away.context().setOffline(false);
    await held.getByText('May be in your view under another id: 1').waitFor();
    await away.getByRole('button', { name: 'Put it in' }).waitFor();
    // What a browser says of itself while it is offline is meant.
    scene.complaints.splice(before);
    await away.close();
  });

  it('says that looking for those of a file failed, and why, and looks again when asked to', async () => {
    const refused = await scene.as('belgium');
    const held = await strangersGiven(refused);
    const before = scene.complaints.length;
    const screenings = '**/api/v1/screenings';
    await refused.route(screenings, (route) => route.abort(), { times: 1 });
    await held.getByRole('button', { name: 'Look in your view' }).click();
    await held.getByRole('alert').getByText('The cell cannot be reached now.').waitFor();
    await refused.route(
      screenings,
      (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', body: tooMany }),
      { times: 1 },
    );
    await held.getByRole('button', { name: 'Try again' }).click();
    await held.getByRole('alert').getByText('Too many requests.').waitFor();
    expect(await seriousFaults(refused)).toEqual([]);
    await held.getByRole('button', { name: 'Try again' }).click();
    await held.getByText('May be in your view under another id: 1').waitFor();
    expect(await held.getByRole('alert').count()).toBe(0);
    // What a browser says of calls that fail is meant.
    scene.complaints.splice(before);
    await refused.close();
  });

  it('does so of a table too, in French, in a narrow window', async () => {
    const french = await scene.as('belgium', { language: 'fr', scheme: 'dark' });
    await french.setViewportSize({ width: 390, height: 844 });
    await goTo('/bring-in', french);
    const rows = 'Ref,Full name\nK-1,Zofia Wymyślona\nK-2,كريم القرنبي\n';
    await french.locator('input[type=file]').setInputFiles(fileOf('liste.csv', rows));
    await french.getByRole('button', { name: 'Lire tout le tableau' }).click();
    const held = french.getByRole('region', { name: /groupes que ce fichier ajouterait\s:\s2/ });
    await held.getByText('Votre vue en contient peut-être déjà certains').waitFor();
    await held.getByRole('button', { name: 'Rechercher dans votre vue' }).click();
    await held.getByText(/sous un autre identifiant\s:\s1/).waitFor();
    const first = held.getByRole('row').nth(1);
    // Lines of what a table became are none of the table's.
    expect(await first.innerText()).not.toContain('Ligne');
    await first.getByRole('link', { name: 'Karim El Karnabi' }).waitFor();
    expect(await seriousFaults(french)).toEqual([]);
    await french.close();
  });

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
