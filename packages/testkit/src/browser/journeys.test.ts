/** What people do from end to end, across screens and members. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@entente/cli/demonstration/members';
import { recordId } from '@entente/cli/demonstration/identifier';
import { watchPoints } from '@entente/cli/demonstration/watch';
import { readConfig } from '@entente/server/config';
import { initCell } from '@entente/server/init';
import { startServer } from '@entente/server/main';
import { openBrowser } from './open-browser.ts';
import { openScene, type Scene } from './scene.ts';

const karim = recordId('identity', 'karim-france');
const password = 'seven grey herons';

describe('the first start of a cell', () => {
  it('leads from the one-time link to a first contribution', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-first-'));
    const config = readConfig({
      ENTENTE_DATA_FOLDER: folder,
      ENTENTE_LISTEN: '127.0.0.1:0',
      ENTENTE_LOG_LEVEL: 'error',
    });
    await initCell(config, { name: 'Norland', realm: 'norland.example', kind: 'nation' });
    const running = await startServer(config);
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      await page.goto(running.firstLink ?? '');
      await page.getByRole('textbox', { name: 'Your name' }).fill('Anna');
      await page.getByRole('textbox', { name: 'Login' }).fill('anna');
      for (const field of await page.locator('input[autocomplete=new-password]').all())
        await field.fill(password);
      await page.getByRole('button', { name: 'Set the password' }).click();
      await page.getByText('then sign in with the login that you chose').waitFor();
      await page.getByRole('button', { name: 'I have put it away' }).click();
      await signIn(page, 'anna');
      await page.getByText('Nothing has come in this time').waitFor();
      await page.getByRole('link', { name: 'Map and timeline' }).click();
      await page.getByText('Nothing in your view says where or when yet').waitFor();
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      await page.getByText('Nothing is in your view yet').waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Bring in' }).click();
      await page.getByRole('link', { name: 'Give a role' }).click();
      await takeRoles(page, 'Analyst', 'Secretary');
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      await page.getByRole('link', { name: 'New record' }).click();
      await page.getByRole('link', { name: 'Person' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Ilyas al-Marwani');
      await page.getByRole('button', { name: 'Contribute' }).click();
      await page.getByRole('heading', { name: 'Ilyas al-Marwani' }).waitFor();
      await page.getByRole('link', { name: 'Situation' }).click();
      await page.getByRole('link', { name: 'Ilyas al-Marwani' }).first().waitFor();
      await endFounding(page, running.url);
    } finally {
      await browser.close();
      await running.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function signIn(page: Page, login: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation').waitFor();
}

/** An administrator does not read by being one: the role is given first, and holds at once. */
async function takeRoles(page: Page, ...roles: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  for (const name of roles) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function endFounding(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings?tab=deciding`);
  await page.getByRole('button', { name: 'End the founding' }).click();
  const dialogue = page.getByRole('dialog');
  const confirm = dialogue.getByRole('button', { name: 'End the founding' });
  await dialogue.getByLabel('Shortest silence, in hours').fill('48');
  expect(await confirm.isDisabled()).toBe(true);
  await dialogue.getByLabel('Every member and every community is there').check();
  await confirm.click();
  await page.getByRole('row', { name: /The members, by decision alone, since/ }).waitFor();
  await page.getByRole('row', { name: /Shortest silence 2 days/ }).waitFor();
  await page.getByRole('button', { name: 'End the founding' }).waitFor({ state: 'detached' });
}

/** Milliseconds. */
const longestWay = 15_000;

/** Goes on by Tab until what has that name has the focus; the screen may still be on its way. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = `(({ activeElement: one }) =>
    one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText)(document)`;
  const until = Date.now() + longestWay;
  while (Date.now() < until) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate<string>(focused);
    if (said.replace('*', '').trim() === name) return;
  }
  throw new Error(`no Tab leads to “${name}”`);
}

describe('two members side by side', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  }, 240_000);
  afterAll(async () => {
    await scene?.close();
  });
  const open = (page: Page, path: string) => page.goto(`${scene.running.url}${path}`);

  it('one labels a property for a third alone, and it vanishes in the browser of the other, without a reload', async () => {
    const [france, belgium] = [await scene.as('france'), await scene.as('belgium')];
    await open(belgium, `/record/${karim}`);
    const birth = belgium.getByRole('row', { name: 'Dates of birth' });
    await birth.waitFor();
    expect(await birth.innerText()).toContain('14 Mar 1991');
    await open(france, `/record/${karim}?act=revise`);
    await france.getByRole('button', { name: 'Narrower label: Dates of birth' }).click();
    const dialog = france.getByRole('dialog');
    await dialog.getByLabel('Who may see it: one of').fill('Jordan');
    await france.keyboard.press('ArrowDown');
    await france.keyboard.press('Enter');
    await france.keyboard.press('Tab');
    await dialog.getByRole('button', { name: 'Use for this part' }).click();
    await dialog.waitFor({ state: 'detached' });
    await france.getByRole('button', { name: 'Contribute' }).click();
    await france.getByRole('tab', { name: 'History' }).waitFor();
    await belgium.getByText('14 Mar 1991').waitFor({ state: 'detached' });
    await Promise.all([france.close(), belgium.close()]);
  });

  it('one reads what the other finds under no address, where it is told the same as of what never was', async () => {
    const hidden = watchPoints.find(
      ({ object, outcome }) =>
        outcome.belgium === 'withheld' &&
        !watchPoints.some((other) => other.object === object && other.outcome.belgium !== 'withheld'),
    );
    if (hidden === undefined) throw new Error('nothing is withheld from Belgium');
    const { object, contributor } = hidden;
    const [owner, belgium] = [await scene.as(contributor), await scene.as('belgium')];
    await open(owner, `/record/${object}`);
    const title = await owner.getByRole('heading', { level: 1 }).innerText();
    expect(title).not.toBe('Nothing here');
    const never = `${object.split('--')[0]}--00000000-0000-4000-8000-0000000000aa`;
    const told = async (path: string, id: string): Promise<string> => {
      await open(belgium, path.replace('…', id));
      const said = belgium.locator('.empty, [role=alert]').filter({ hasText: 'that you can see' });
      await said.first().waitFor();
      expect(await belgium.content()).not.toContain(title);
      return (await said.first().innerText()).replaceAll(id, '…');
    };
    for (const path of ['/record/…', '/record/…?tab=who-sees', '/reports/…', '/graph?start=…'])
      expect({ path, said: await told(path, object) }).toEqual({ path, said: await told(path, never) });
    const answered = (id: string): Promise<string> =>
      belgium.evaluate(`Promise.all(['api/v1/objects/${id}', 'api/v1/objects/${id}/versions',
        'api/v1/objects/${id}/claims', 'api/v1/objects/${id}/neighbours'].map((path) => fetch(path)
          .then(async (answer) => answer.status + ' ' + (await answer.text()).replaceAll('${id}', '…'))))
        .then((answers) => answers.join())`);
    expect(await answered(object)).toBe(await answered(never));
    await Promise.all([owner.close(), belgium.close()]);
  });

  it('one goes from the door to a contribution by keyboard alone', async () => {
    const page = await scene.stranger();
    await open(page, '/sign-in');
    const { user } = scene.running.accounts.find(({ id }) => id === memberOf('belgium').id) ?? { user: '' };
    await tabTo(page, 'Login');
    await page.keyboard.type(user);
    await tabTo(page, 'Password');
    await page.keyboard.type(scene.running.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /Names, places/ }).waitFor();
    await page.keyboard.type('Karim El Karnabi');
    await page.locator('#anywhere').getByRole('option').nth(1).waitFor();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/record\//);
    await tabTo(page, 'Claims');
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.waitForURL(/tab=links/);
    await tabTo(page, 'New record');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Person' }).waitFor();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/record\/new\?kind=person/);
    await tabTo(page, 'Name');
    await page.keyboard.type('Nadia Keyworth');
    await tabTo(page, 'Contribute');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nadia Keyworth', level: 1 }).waitFor();
    await page.close();
  });

  it('gives the browsers nothing to complain of', () => {
    expect(scene.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
