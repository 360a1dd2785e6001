import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { labelExtensionId, reportTextExtensionId } from '@entente/core/extension/identifiers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfPages } from './pdf-text.ts';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
let [belgium, france, jordan]: Page[] = [];
let id: string;

beforeAll(async () => {
  scene = await openScene();
  [belgium, france, jordan] = await Promise.all([
    scene.as('belgium'),
    scene.as('france', { scheme: 'dark' }),
    scene.as('jordan', { language: 'fr' }),
  ]);
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const label = (...members: MemberKey[]) => ({
  any: [members.map((member) => `member:${memberOf(member).id}`)],
  handling: members.length > 1 ? ['TLP:AMBER'] : ['TLP:RED'],
});
const naming = 'Karim Elkarnabi passed the mill.';
const drivers = 'Two drivers were seen with him.';
const secret = 'A source of ours told where he slept.';
const arabic = 'وصل كريم القرنبي إلى الميناء ليلا، ثم غادر.';
const filling = Array.from({ length: 4 }, (_none, place) =>
  `Day ${place}: ${'the road was quiet. '.repeat(60)}`.trim(),
);

/** A draft that was begun on this device: its second last paragraph is for France alone. */
async function begin(page: Page): Promise<void> {
  const paragraphs = [naming, drivers, arabic, ...filling, secret, 'The end of it.'].map((text, place) => ({
    key: `k${place}`,
    text,
    ...(text === secret && { label: label('france') }),
  }));
  const draft = {
    title: 'The mill / الطاحونة',
    language: 'en',
    subjects: ['identity'],
    published: '2017-06-20',
  };
  const kept = { draft: { ...draft, paragraphs, objects: [], label: label('france', 'jordan') } };
  const { account } = await get(page, 'me');
  await page.evaluate(
    ({ name, text }) => {
      const { localStorage } = globalThis as unknown as { localStorage: Record<string, string> };
      localStorage[name] = text;
    },
    {
      name: `entente.report.${String(account)}.new`,
      text: JSON.stringify({ ...kept, at: '2026-01-01T00:00:00.000Z' }),
    },
  );
}

const paragraphsOn = (page: Page): Promise<string[]> => page.locator('.report-paragraph').allTextContents();
const get = (page: Page, path: string): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (url) => (await (await fetch(url)).json()) as Record<string, unknown>,
    `api/v1/${path}`,
  );
const objectOf = async (page: Page): Promise<Record<string, unknown>> =>
  (await get(page, `objects/${id}`))['object'] as Record<string, unknown>;

const directionOf = (element: unknown): string =>
  (globalThis as unknown as { getComputedStyle(of: unknown): { direction: string } }).getComputedStyle(
    element,
  ).direction;

describe('reports', () => {
  it('are written on from a draft; what is known is lit, and linked by one key', async () => {
    const page = belgium as Page;
    await page.goto(`${scene.running.url}/reports`);
    await begin(page);
    await page.reload();
    await page.getByRole('link', { name: 'The mill / الطاحونة' }).click();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    const first = page.getByRole('textbox', { name: 'Paragraph 1', exact: true });
    await page.locator('mark.known', { hasText: 'Karim Elkarnabi' }).waitFor();
    expect(await page.getByRole('button', { name: 'Put in' }).isDisabled()).toBe(true);
    await first.press('Control+Enter');
    await page.locator('mark.linked', { hasText: 'Karim Elkarnabi' }).waitFor();
    await first.press('End');
    await page.keyboard.type(' Wouter Klaverman told so.');
    await page.locator('mark.known', { hasText: 'Wouter Klaverman' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put in' }).click();
    await page.waitForURL(/\/reports\/report--/);
    id = new URL(page.url()).pathname.split('/').at(-1) as string;
    await page.getByRole('link', { name: 'Karim Elkarnabi' }).first().waitFor();
    expect(await paragraphsOn(page)).toContain(`TLP:RED ${secret}`);
  });

  it('stand in the list, are found by their words, and are read in their own direction', async () => {
    const page = france as Page;
    await page.goto(`${scene.running.url}/reports?q=${encodeURIComponent('الطاحونة')}`);
    await page.getByRole('link', { name: 'The mill' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'The mill' }).click();
    await page.getByText(secret).waitFor();
    const direction = await page.locator('p', { hasText: arabic }).evaluate(directionOf);
    expect(direction).toBe('rtl');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('show nothing of a paragraph to whom it is not released, nor that there is one', async () => {
    const page = jordan as Page;
    await page.goto(`${scene.running.url}/reports/${id}`);
    await page.getByText(drivers).waitFor();
    expect((await paragraphsOn(page)).slice(-2)).toEqual([filling.at(-1), 'The end of it.']);
    const report = await objectOf(page);
    const shown = [`${naming} Wouter Klaverman told so.`, drivers, arabic, ...filling, 'The end of it.'];
    expect(report['description']).toBe(shown.join('\n\n'));
    expect(report['granular_markings']).toBeUndefined();
    const extensions = report['extensions'] as Record<string, Record<string, unknown>>;
    expect(extensions[reportTextExtensionId]?.['paragraphs']).toEqual(shown);
    expect(extensions[labelExtensionId]?.['portions']).toBeUndefined();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.content()).not.toMatch(/TLP:RED|source of ours/);
    expect((await get(page, `search?q=${encodeURIComponent('source ours slept')}`))['items']).toEqual([]);
  });

  it('lose a paragraph in another’s browser when it gets a label of its own', async () => {
    const page = belgium as Page;
    await page.getByRole('link', { name: 'Write this report anew' }).click();
    await page.getByRole('button', { name: 'Label of paragraph 2', exact: true }).click();
    await page.getByRole('menuitem', { name: 'TLP:RED' }).click();
    await page.getByRole('button', { name: 'Put in' }).click();
    await page.waitForURL(/\/reports\/report--[^/]*$/);
    await (jordan as Page).getByText(drivers).waitFor({ state: 'detached' });
    expect((await paragraphsOn(jordan as Page))[1]).toBe(arabic);
    await (france as Page).locator('p', { hasText: drivers }).getByText('TLP:RED').waitFor();
  });

  it('are printed with the highest marking of what is on them at head and foot of each page', async () => {
    const pages = pdfPages(await (france as Page).pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const [place, text] of pages.entries()) {
      const marked = text.split('TLP:RED').length - 1;
      expect(marked).toBeGreaterThanOrEqual(2);
      expect(text).toContain(`Page ${place + 1} of ${pages.length}`);
      expect(text).not.toMatch(/Situation|Search your view|All reports/);
    }
    const others = pdfPages(await (jordan as Page).pdf({ preferCSSPageSize: true }));
    for (const text of others) expect(text.split('TLP:AMBER').length - 1).toBeGreaterThanOrEqual(2);
    expect(others.join('')).not.toContain('TLP:RED');
  });

  it('are listed and written without a serious fault of access in the other appearance too', async () => {
    const [dark, light] = [france as Page, jordan as Page];
    await dark.goto(`${scene.running.url}/reports/new`);
    await dark.getByRole('textbox', { name: 'Paragraph 1', exact: true }).waitFor();
    expect(await seriousFaults(dark)).toEqual([]);
    await light.goto(`${scene.running.url}/reports`);
    await light.locator('.entry-row').first().waitFor();
    expect(await seriousFaults(light)).toEqual([]);
  });

  it('ask nothing of other hosts, and give the browser nothing to complain of', () => {
    const strange = scene.requests.filter(
      (url) => !url.startsWith(scene.running.url) && !url.startsWith('blob:'),
    );
    expect({ strange, complaints: scene.complaints }).toEqual({ strange: [], complaints: [] });
  });
});
