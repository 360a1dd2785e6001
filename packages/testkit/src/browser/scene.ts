/** A demonstration with real browsers before it, for the tests of the web interface. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import type { Demonstration } from '@entente/cli/demonstration/run';
import { openDemonstration } from './kept-demonstration.ts';
import { openBrowser } from './open-browser.ts';

export interface SceneOptions {
  /** Members and accounts, no records. */
  isEmpty?: boolean;
  /** Settings of the cell besides those of the demonstration. */
  settings?: Readonly<Record<string, string>>;
}

export interface PageOptions {
  language?: 'en' | 'fr';
  scheme?: 'light' | 'dark';
}

/** What browsers complained of, and where they asked. */
export interface Watch {
  readonly complaints: string[];
  readonly requests: string[];
}

export interface Scene extends Watch {
  readonly running: Demonstration;
  /** A browser of its own, signed in as the desk of a member; nothing is on its page yet. */
  as(member: MemberKey, options?: PageOptions): Promise<Page>;
  /** The same, on the home screen. */
  home(member: MemberKey, options?: PageOptions): Promise<Page>;
  /** A browser of its own that is signed out. */
  stranger(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts it; the caller closes it. */
export async function openScene({ isEmpty = false, settings = {} }: SceneOptions = {}): Promise<Scene> {
  const browser = await openBrowser();
  const running = await openDemonstration(isEmpty, settings);
  const watch: Watch = { complaints: [], requests: [] };
  const stranger = async (options: PageOptions = {}): Promise<Page> => {
    const context = await contextOf(browser, options);
    const page = await context.newPage();
    watchPage(page, watch);
    return page;
  };
  const as: Scene['as'] = async (member, options) => {
    const page = await stranger(options);
    await signIn(page, running, member);
    return page;
  };
  return {
    ...watch,
    running,
    stranger,
    as,
    async home(member, options) {
      const page = await as(member, options);
      await page.goto(running.url);
      await page.locator('nav').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await running.close();
    },
  };
}

const contextOf = (
  browser: Browser,
  { language = 'en', scheme = 'light' }: PageOptions,
): Promise<BrowserContext> =>
  browser.newContext({
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: scheme,
    viewport: { width: 1360, height: 860 },
  });

function watchPage(page: Page, { complaints, requests }: Watch): void {
  page.on('console', (message) => {
    // Whoever is not signed in is asked to: the answer to the first question says so.
    // A wrong address is what a test goes to.
    const isMeant = message.text().includes('401') || message.location().url.endsWith('/nowhere');
    if (message.type() === 'error' && !isMeant) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
}

/** By a request of the page's browser: the form of the door, and loading all behind it, are another test's. */
async function signIn(
  page: Page,
  { url, accounts, password }: Demonstration,
  member: MemberKey,
): Promise<void> {
  const account = accounts.find(({ id }) => id === memberOf(member).id);
  if (account === undefined) throw new Error(`the demonstration has no account of ${member}`);
  const data = { login: account.user, password };
  const answer = await page.request.post(`${url}/api/v1/sessions`, { data });
  if (!answer.ok()) throw new Error(`${account.user} could not sign in: ${await answer.text()}`);
}

/** Waits until nothing fades or slides any more: what is half there has other colours than a moment later. */
async function atRest(page: Page): Promise<void> {
  const moves = `document.getAnimations().some((one) =>
    one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity)`;
  while (await page.evaluate<boolean>(moves)) await page.waitForTimeout(50);
}

/** What axe finds on the page that is serious or worse (WCAG 2.2, A and AA): rule and place of each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
