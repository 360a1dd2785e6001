import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

describe('the frame of the web interface', () => {
  it('leads whoever is not signed in to the door, and back to where they wanted to go', async () => {
    const page = await scene.stranger();
    await page.goto(`${scene.running.url}/search?q=karim`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.close();
  });

  it('brings no more than 250 kB of script to the door', async () => {
    const page = await scene.stranger();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') scripts.push(answer.body());
    });
    await page.goto(scene.running.url, { waitUntil: 'networkidle' });
    await page.locator('input[autocomplete=username]').waitFor();
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
    await page.close();
  });

  it('says that there is no such page, in the language of the browser, and leads home', async () => {
    const page = await scene.home('belgium', { language: 'fr' });
    for (const path of ['nowhere', 'graph/nowhere']) {
      await page.goto(`${scene.running.url}/${path}`);
      await page.getByRole('heading', { name: 'Cette page n’existe pas' }).waitFor();
    }
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Revenir à la situation' }).click();
    await page.getByRole('link', { name: 'Recherche' }).waitFor();
    await page.goto(`${scene.running.url}/nowhere`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.close();
  });

  it('speaks French throughout where the browser does, and changes to English and back', async () => {
    const page = await scene.home('belgium', { language: 'fr' });
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Search' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.close();
  });

  it('speaks the language of the account on a new device, unless another was chosen there', async () => {
    const first = await scene.home('kuwait');
    await first.evaluate(`fetch('api/v1/account', {
      method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"fr"}',
    })`);
    await first.close();
    const page = await scene.home('kuwait');
    await page.getByRole('link', { name: 'Recherche' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Search' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Search' }).waitFor();
    await page.close();
  });

  it('leaves nothing out in a narrow window, and needs no scrolling sideways', async () => {
    const page = await scene.home('belgium');
    await page.setViewportSize({ width: 390, height: 844 });
    const links = page.locator('nav a');
    await links.first().waitFor({ state: 'attached' });
    const many = await links.count();
    expect(many).toBeGreaterThan(12);
    for (let place = 0; place < many; place += 1) {
      await page.getByRole('button', { name: 'Open the menu' }).click();
      const path = (await links.nth(place).getAttribute('href')) ?? '';
      await links.nth(place).click();
      await page.waitForURL((url) => url.pathname === path);
      await page.locator('h1').first().waitFor();
      await page.locator('main .loading').first().waitFor({ state: 'detached' });
      const outside = await page.evaluate(`[document.scrollingElement.scrollWidth,
        ...[...document.querySelectorAll('header button, header a')].map((one) => one.getBoundingClientRect().right),
      ].filter((right) => right > innerWidth)`);
      expect({ path, outside }).toEqual({ path, outside: [] });
    }
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('link', { name: 'Graph' }).click();
    await page.waitForURL(/\/graph$/);
    await page.goto(`${scene.running.url}/settings`);
    const part = page.getByRole('combobox', { name: 'What to look at' });
    await part.focus();
    await page.keyboard.type('Access');
    await page.waitForURL(/tab=access/);
    await page.getByRole('table', { name: 'Access records' }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('stays where a screen cannot be fetched offline, says so, and opens it by itself once online', async () => {
    const page = await scene.home('belgium');
    // Its own screen stands whole; of the others nothing was fetched.
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.locator('.trends-picture canvas, .trends-picture svg').first().waitFor();
    const before = scene.complaints.length;
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.getByRole('alert').getByText('The cell cannot be reached now.').waitFor();
    await page.getByText('You are offline.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Situation' }).click();
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.getByRole('alert').getByText('The cell cannot be reached now.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Ledger' }).waitFor();
    // What a browser says of itself while it is offline is meant.
    scene.complaints.splice(before);
    await page.close();
  });

  it('stands without a part that cannot be fetched, says so in its place, and has it once it is tried again', async () => {
    const page = await scene.as('belgium');
    const before = scene.complaints.length;
    const missing = /\/(?:week-picture|search-anywhere)-[^/]*\.js$/;
    await page.route(missing, (route) => route.abort());
    // It would load the page anew where the cell can be reached.
    const home = `${scene.running.url}/`;
    await page.route(home, (route) =>
      route.request().method() === 'HEAD' ? route.abort() : route.continue(),
    );
    await page.goto(home);
    const place = page.locator('.trends-picture');
    await place.getByRole('alert').getByText('The cell cannot be reached now.').waitFor();
    await page.locator('.trends-table tbody a').first().waitFor();
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.keyboard.press('/');
    await page.locator('.mantine-Notification-root').getByText('The cell cannot be reached now.').waitFor();
    await page.unroute(missing);
    await page.unroute(home);
    await place.getByRole('button', { name: 'Try again' }).click();
    await place.locator('svg').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /Names, places/ }).waitFor();
    // The browser says of each file that it was not had.
    scene.complaints.splice(before);
    await page.close();
  });

  it('loses no letter that is typed before the search box is there, and keeps their order', async () => {
    const page = await scene.as('belgium');
    const box = page.getByRole('combobox', { name: /Names, places/ });
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/search-anywhere-[^/]*\.js$/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(scene.running.url);
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kari');
    expect(await box.count()).toBe(0);
    release();
    // Some of these come before it is there, some after.
    await page.keyboard.type('m el karnabi', { delay: 20 });
    await box.waitFor();
    expect(await box.inputValue()).toBe('karim el karnabi');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    // Its file is there by now.
    await page.keyboard.press('/');
    await page.keyboard.type('lantern');
    expect(await box.inputValue()).toBe('lantern');
    await page.close();
  });

  it('says of what is not there that it cannot be seen, and leads to where there is more', async () => {
    const page = await scene.as('belgium');
    const before = scene.complaints.length;
    const none = '00000000-0000-4000-8000-000000000000';
    for (const [path, list] of [
      [`record/identity--${none}`, 'search'],
      [`reports/report--${none}`, 'reports'],
      [`requests/note--${none}`, 'requests'],
      [`decisions/${none}`, 'decisions'],
      [`matching/${none}`, 'matching'],
    ]) {
      await page.goto(`${scene.running.url}/${path}`);
      await page.getByRole('heading', { name: 'Nothing here', level: 1 }).waitFor();
      await page.locator(`.empty a[href$="/${list}"]`).waitFor();
    }
    expect(await seriousFaults(page)).toEqual([]);
    // The browser says of each that it was not found.
    scene.complaints.splice(before);
    await page.close();
  });

  it('says on a form whose right it is, before anything is filled in', async () => {
    const page = await scene.home('albania');
    const status = await page.evaluate(`fetch('api/v1/account').then((own) => own.json()).then(({ id }) =>
      fetch('api/v1/accounts/' + id, {
        method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"roles":["auditor","administrator"]}',
      })).then(({ status }) => status)`);
    expect(status).toBe(200);
    for (const [path, why, list] of [
      ['requests/new', 'Analysts and release officers ask other members', 'requests'],
      ['record/new', 'Your account reads and does not contribute', 'search'],
      ['reports/new', 'Your account reads and does not contribute', 'reports'],
      ['decisions/new', 'This text cannot be written here', 'decisions'],
    ] as const) {
      await page.goto(`${scene.running.url}/${path}`);
      await page.getByText(why).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.locator('main form').count()).toBe(0);
      await page.locator(`.empty a[href$="/${list}"]`).waitFor();
    }
    await page.close();
  });

  it('searches from anywhere by keyboard alone', async () => {
    const page = await scene.home('belgium');
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /Names, places/ }).fill('karim');
    await page.locator('#anywhere').getByRole('option').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record\//);
    await page.goto(scene.running.url);
    await page.locator('.entry-row a').first().focus();
    const here = await page.evaluate('document.activeElement.href');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Names, places/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.href')).toBe(here);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /Names, places/ }).fill('karim');
    await page.getByRole('option', { name: 'All results' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=karim/);
    await page.locator('.results-body [role=row]').first().waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('karim');
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.waitForURL(/\/record\//);
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const page = await scene.home('belgium', { scheme });
      await page.locator('.entry-row').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    });
  }

  it('asks nothing of other hosts, and gives the browser nothing to complain of', () => {
    const strange = scene.requests.filter(
      (url) => !url.startsWith(scene.running.url) && !url.startsWith('blob:'),
    );
    expect({ strange, complaints: scene.complaints }).toEqual({ strange: [], complaints: [] });
  });
});
