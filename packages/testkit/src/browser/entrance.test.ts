import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../account/code-at.ts';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const chosen = 'a sentence that is long enough';

async function ask(page: Page, names: { login: string; code: string; as: string }): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(names.login);
  await page.locator('input[autocomplete=off]').fill(names.code);
  for (const field of await page.locator('input[autocomplete=new-password]').all()) await field.fill(chosen);
  await page.getByRole('button', { name: names.as }).click();
}

describe('recovery by code in the browser', () => {
  let code: string;
  let next: string;

  it('an administrator makes a code in the settings', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/settings?tab=accounts`);
    await page.locator('input[autocomplete=current-password]').fill(scene.running.password);
    await page.getByRole('button', { name: 'Make a new one' }).click();
    code = await page.locator('.copyable').innerText();
    expect(code).toMatch(/^(?:[A-Z2-9]{4}-){7}[A-Z2-9]{4}$/);
    await page.close();
  });

  it('the door leads to it; with the code one chooses a password, is shown the next code, and signs in', async () => {
    const page = await scene.stranger();
    await page.goto(`${scene.running.url}/sign-in`);
    await page.getByRole('link', { name: /no administrator any more/ }).click();
    await page.getByRole('heading', { name: 'Become administrator again' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await ask(page, {
      login: 'deputy@belgium.example',
      code: code.toLowerCase().replaceAll('-', ' '),
      as: 'Become',
    });
    // The login is new, and a person has a name.
    await page.getByRole('alert').waitFor();
    await page.locator('input[autocomplete=name]').fill('The deputy');
    await page.getByRole('button', { name: 'Become administrator' }).click();
    await page.getByRole('heading', { name: 'Keep this recovery code' }).waitFor();
    next = await page.locator('.copyable').innerText();
    expect(next).not.toBe(code);
    await page.getByRole('button', { name: 'I have put it away' }).click();
    await page.locator('input[autocomplete=username]').fill('deputy@belgium.example');
    await page.locator('input[autocomplete=current-password]').fill(chosen);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('nav').waitFor();
    await page.goto(`${scene.running.url}/settings?tab=accounts`);
    await page.getByRole('cell', { name: 'deputy@belgium.example' }).waitFor();
    await page.close();
  });

  it('a code that was used is refused, in French too, and nothing that was typed is lost', async () => {
    const page = await scene.stranger({ language: 'fr', scheme: 'dark' });
    await page.goto(`${scene.running.url}/sign-in/recovery`);
    await ask(page, { login: 'desk@belgium.example', code, as: 'Devenir administrateur' });
    await page.getByText('L’identifiant ou le code de secours est incorrect.').waitFor();
    expect(await page.locator('input[autocomplete=off]').inputValue()).toBe(code);
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

describe('signing in', () => {
  /** The code of so many steps from now. */
  const codeOf = (secret: string, steps: number): string =>
    codeAt(secret, (Date.now() + steps * 30_000) * 1000);

  it('says how an account begins, the first of a cell too, and tells nothing of whether there are any', async () => {
    const page = await scene.stranger();
    const answers = new Set<number>();
    page.on('response', (answer) => answer.url().includes('/api/') && answers.add(answer.status()));
    await page.goto(scene.running.url);
    await page
      .getByText('The link to the first account of a cell is printed where the cell is started.')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect([...answers]).toEqual([401]);
    await page.close();
  });

  it('asks for a one-time code where the account has set them up, and lets nobody in with another', async () => {
    const page = await scene.as('france');
    await page.goto(`${scene.running.url}/settings?tab=account`);
    await page.getByLabel('Your password').fill(scene.running.password);
    await page.getByRole('button', { name: 'Set up one-time codes' }).click();
    const secret = await page.locator('.copyable').innerText();
    await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, -1));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('A code of your authenticator is asked for').waitFor();
    await page.getByRole('button', { name: 'France' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.locator('input[autocomplete=username]').fill('desk@france.example');
    await page.locator('input[autocomplete=current-password]').fill(scene.running.password);
    const enter = page.getByRole('button', { name: 'Sign in', exact: true });
    await enter.click();
    const code = page.locator('input[autocomplete=one-time-code]');
    await code.fill(codeOf(secret, -9));
    await enter.click();
    await page.getByText('The login, the password or the code is not right.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // That of the step after is right as well, and was surely not used.
    await code.fill(codeOf(secret, 1));
    await enter.click();
    await page.getByRole('link', { name: 'Situation' }).waitFor();
    await page.close();
  });

  it('remembers appearance and language on the device, at the door too', async () => {
    const page = await scene.home('germany');
    const scheme = (): Promise<string | null> => page.getAttribute('html', 'data-mantine-color-scheme');
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('link', { name: 'Recherche' }).waitFor();
    await page.context().clearCookies();
    await page.goto(`${scene.running.url}/sign-in`);
    await page.getByRole('button', { name: 'Se connecter', exact: true }).waitFor();
    expect([await scheme(), await page.getAttribute('html', 'lang')]).toEqual(['dark', 'fr']);
    await page.close();
  });
});

describe('the health of the cell', () => {
  it('the host sees versions, settings and where the rest is read', async () => {
    const page = await scene.as('alliance');
    await page.goto(`${scene.running.url}/settings`);
    await page.getByRole('tab', { name: 'Health of the cell' }).click();
    await page.getByText('Ready: requests are answered').waitFor();
    await page.getByRole('row', { name: /Node\.js/ }).waitFor();
    await page.getByText(/could tell when another member puts something in/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('an administrator of another member has no such tab, and is told so', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/settings?tab=health`);
    await page.getByRole('tab', { name: 'Accounts of my member' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Health of the cell' }).count()).toBe(0);
    await page.getByText('This part is not for your account').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});

it('gives the browser nothing to complain of but what was refused on purpose', () => {
  expect(scene.complaints.filter((one) => !/status of (?:400|403|422)/.test(one))).toEqual([]);
});
