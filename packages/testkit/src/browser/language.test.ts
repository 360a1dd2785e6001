/** French throughout: on no screen is there a word of English but in what members wrote; and no screen without words. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordId } from '@entente/cli/demonstration/identifier';
import { openScene, type Scene } from './scene.ts';

const record = `/record/${recordId('identity', 'karim-france')}`;
const tabsOf = (path: string, ...tabs: string[]): string[] => tabs.map((tab) => `${path}?tab=${tab}`);
const screens = [
  '/',
  '/search?q=karim',
  '/search?q=zzz',
  ...tabsOf('/screening', 'one', 'list', 'review'),
  ...tabsOf(record, 'claims', 'history', 'links', 'places', 'who-sees'),
  `${record}?act=revise`,
  '/record/new',
  '/record/new?kind=incident',
  '/graph',
  '/places',
  '/reports',
  '/reports/new',
  '/bring-in',
  '/decisions?board=all',
  '/decisions/new',
  ...tabsOf('/consent', 'received', 'asked'),
  '/requests',
  '/requests/new',
  '/matching',
  '/matching/new',
  ...tabsOf('/protection', 'recalls', 'own', 'reviews', 'subjects'),
  '/coalition',
  '/ledger',
  '/inbox',
  ...tabsOf('/settings', 'account', 'sessions', 'tokens', 'notices', 'systems', 'deciding', 'policy'),
  ...tabsOf('/settings', 'proposals', 'accounts', 'provider', 'access'),
];
/** Of these the first that is listed is looked at too. */
const boards = ['/reports', '/decisions?board=all', '/requests?board=mine'];

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.stranger({ language: 'fr' });
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

/** Words that no French sentence has. */
const english = String.raw`\b(?:the|and|of|with|your|this|that|from|not|has|was|are|what|who|which|you|is)\b`;

/** What stands on the page, also for those who do not see it, with a word of English; what others wrote stands apart. */
const wordsOn = `(() => {
  const apart = 'bdi, textarea, code, pre, script, style, [lang]:not(html, [lang=fr])';
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    if (walk.currentNode.parentElement.closest(apart) === null) found.push(walk.currentNode.textContent);
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const one of document.querySelectorAll('[' + name + ']')) found.push(one.getAttribute(name));
  return found.filter((text) => new RegExp(${JSON.stringify(english)}, 'i').test(text));
})()`;

/** Names and texts of the view, which stand also where no element can: in options and in labels. */
const textsOfView = `(async () => {
  const texts = [];
  const add = (value) => {
    if (typeof value === 'string') texts.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(add);
  };
  for (const path of ['search?limit=1000', 'members', 'communities', 'tokens'])
    add(await (await fetch('api/v1/' + path)).json());
  return texts.filter((text) => text.length > 8 && text.includes(' '));
})()`;

async function firstOn(path: string): Promise<string> {
  await page.goto(`${scene.running.url}${path}`);
  const link = page.locator('#content [role=listitem] a, #content li a').first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

it('French is spoken from the door on, on every screen', async () => {
  await page.goto(`${scene.running.url}/sign-in`);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).waitFor();
  expect(await page.evaluate(wordsOn)).toEqual([]);
  const belgium = await scene.home('belgium', { language: 'fr' });
  await page.close();
  page = belgium;
  const written = await page.evaluate<string[]>(textsOfView);
  expect(written.length).toBeGreaterThan(50);
  const isWritten = (text: string): boolean => {
    const beginning = text.split('…')[0]?.trim() ?? '';
    return written.some((one) => text.includes(one) || (beginning.length > 8 && one.includes(beginning)));
  };
  const listed: string[] = [];
  for (const board of boards) listed.push(await firstOn(board));
  const left: Record<string, string[]> = {};
  for (const path of [...screens, ...listed]) {
    await page.goto(`${scene.running.url}${path}`);
    await page.locator('h1').first().waitFor();
    await expect.poll(() => page.locator('.loading').count(), { timeout: 10_000 }).toBe(0);
    const words = (await page.evaluate<string[]>(wordsOn)).filter((text) => !isWritten(text));
    if (words.length > 0) left[path] = words;
  }
  expect(left).toEqual({});
}, 300_000);

it('no keys are shown where words cannot be fetched: the screen says so, and a language stays as it was', async () => {
  const page = await scene.home('france');
  await page.getByRole('heading', { name: 'Situation' }).waitFor();
  // It would load the page anew by itself where the cell can be reached.
  const withoutCell = () =>
    page.route(`${scene.running.url}/`, (route) =>
      route.request().method() === 'HEAD' ? route.abort() : route.continue(),
    );
  await withoutCell();
  // The words and the screen are files of one name.
  await page.route(/\/ledger-[^/]*\.js$/, async (route) => {
    const file = await route.fetch();
    if ((await file.text()).includes('as default}')) await route.abort();
    else await route.fulfill({ response: file });
  });
  await page.getByRole('link', { name: 'Ledger' }).click();
  await page.getByRole('alert').getByText('The cell cannot be reached now.').waitFor();
  await page.getByRole('link', { name: 'Situation' }).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  const heading = page.getByRole('heading', { name: 'Receipts of your acts' });
  await heading.waitFor();
  await withoutCell();
  await page.route(/\/common-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: 'Français' }).click();
  await page.locator('.mantine-Notification-root').getByText('The cell cannot be reached now.').waitFor();
  await heading.waitFor();
  await page.reload();
  await page.getByRole('alert').getByText('Vérifiez la connexion, puis réessayez').waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await heading.waitFor();
  await page.close();
});
