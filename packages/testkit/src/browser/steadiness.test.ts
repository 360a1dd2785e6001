/** Nothing jumps while a screen comes up (Cumulative Layout Shift), also where each answer of the cell takes its time. */
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchPoints } from '@entente/cli/demonstration/watch';
import { openScene, type Scene } from './scene.ts';

/** Of the window, how much moves how far, in all: a tenth is what counts as good elsewhere. */
const most = 0.01;
/** Milliseconds by which each answer is held back, so that what waits for it is shown waiting. */
const late = 150;

const record = `/record/${watchPoints.find(({ contributor }) => contributor === 'france')?.object ?? ''}`;
const tabsOf = (path: string, ...tabs: string[]): string[] => tabs.map((tab) => `${path}?tab=${tab}`);
/** Those on which something is awaited in more than one place. */
const screens = [
  '/',
  '/search',
  '/search?q=car',
  '/screening?tab=review',
  ...tabsOf(record, 'claims', 'links', 'places', 'who-sees'),
  '/graph',
  '/places',
  '/reports',
  '/decisions?board=all',
  '/consent',
  '/requests',
  '/matching',
  ...tabsOf('/protection', 'own', 'reviews'),
  '/coalition',
  '/ledger',
  '/inbox',
  ...tabsOf('/settings', 'tokens', 'notices', 'policy', 'access'),
];
/** Of these the first that is listed is looked at too. */
const boards = ['/reports', '/decisions?board=all'];

interface Shift {
  value: number;
  what: string[];
}

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const watch = `
  window.shifts = [];
  const named = ({ node, previousRect: from, currentRect: to }) =>
    [node?.nodeName, node?.className, node?.textContent?.slice(0, 40), from.y, from.height, to.y, to.height].join(' ');
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) window.shifts.push({ value, what: sources.map(named) });
  }).observe({ type: 'layout-shift', buffered: true });`;

/** A page whose answers come late; what it says is whether it still waits for one. */
async function latePage(member: 'france' | 'belgium', language: 'en' | 'fr') {
  const page = await scene.as(member, { language });
  await page.addInitScript(watch);
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late));
    // The page may be elsewhere by now.
    await route.continue().catch(() => undefined);
  });
  const asked = new Set<Request>();
  page.on('request', (request) => void asked.add(request));
  page.on('requestfinished', (request) => void asked.delete(request));
  page.on('requestfailed', (request) => void asked.delete(request));
  const waits = (): boolean =>
    [...asked].some((request) => !new URL(request.url()).pathname.endsWith('/events'));
  return { page, waits };
}

/** Until nothing has been awaited for a while. */
async function allThere(page: Page, waits: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < 4; quiet += 1) {
    await page.waitForTimeout(100);
    if (waits() || (await page.locator('.loading').count()) > 0) quiet = -1;
  }
}

/** Those on which most is awaited, where words are longer; each is looked at once. */
const inFrench = screens.filter((path) =>
  /^\/($|search$|record\/.*=|places|.*=reviews|.*=notices)/.test(path),
);
const inEnglish = screens.filter((path) => !inFrench.includes(path));

describe.each([
  { member: 'france', language: 'en', paths: inEnglish, lists: boards },
  { member: 'belgium', language: 'fr', paths: inFrench, lists: [] },
] as const)('screens of $member in $language', ({ member, language, paths, lists }) => {
  it('stand where they stand once they are there', async () => {
    const { page, waits } = await latePage(member, language);
    const jumped: Record<string, Shift[]> = {};
    const look = async (path: string): Promise<void> => {
      await page.goto(`${scene.running.url}${path}`);
      await allThere(page, waits);
      const shifts = await page.evaluate<Shift[]>('window.shifts');
      if (shifts.reduce((sum, { value }) => sum + value, 0) >= most) jumped[path] = shifts;
    };
    for (const path of paths) await look(path);
    for (const path of lists) {
      await page.goto(`${scene.running.url}${path}`);
      await allThere(page, waits);
      const first = page.locator('#content [role=listitem] a, #content li a').first();
      if ((await first.count()) === 1) await look((await first.getAttribute('href')) ?? '');
    }
    expect(jumped).toEqual({});
    await page.close();
  }, 600_000);
});
