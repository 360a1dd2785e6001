/** Lists of hundreds: few of their rows are in the page, and the last is reached by keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { personExtensionId } from '@entente/core/extension/identifiers';
import { notify } from '@entente/store/message/writer';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const many = 500;
/** Requests are asked one by one. */
const asked = 200;
/** Rows that are in the page at most: those in sight, some before and after, and the one that has the focus. */
const most = 60;
const numbers = Array.from({ length: many }, (_, place) => place + 1);

let scene: Scene;
let jordan: Page;
let belgium: Page;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
  await call('belgium', 'PUT', '/review-rules/contact/*', { months: 1, graceDays: 30 });
  const any = [[`member:${memberOf('jordan').id}`]];
  await call('belgium', 'POST', '/contributions', { objects: numbers.map(person), label: { any } });
  await call('belgium', 'POST', '/contributions', { objects: linked.map(link), label: { any } });
  for (let done = 0; done < asked; done += 10)
    await Promise.all(numbers.slice(done, done + 10).map((place) => ask(place)));
  const { cell } = scene.running.open;
  // Members were told of the accession, which is not what is looked at here.
  await cell.database.writer.query('delete from message');
  const told = {
    member: memberOf('jordan').id,
    roles: [],
    kind: 'label-waits',
    params: {},
    waits: true,
  } as const;
  await cell.actAsHub('tell', {}, (change) =>
    notify(
      change,
      numbers.map((place) => ({ ...told, about: `label ${place}` })),
    ),
  );
  [belgium, jordan] = await Promise.all([scene.as('belgium'), scene.as('jordan')]);
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const ask = (place: number): Promise<void> =>
  call('belgium', 'POST', '/requests', {
    title: `Question ${place}`,
    text: 'Who travels with him?',
    by: new Date(Date.UTC(2031, 0, 1, 0, place)).toISOString(),
    addressees: [`member:${memberOf('france').id}`],
  });

/** From the first person to every other, and from some of these back: more than come at one go. */
const linked = [
  ...numbers.slice(1).map((place) => [1, place]),
  ...numbers.slice(1, 31).map((place) => [place, 1]),
];
const link = ([from = 1, to = 1]: number[], index: number) => ({
  type: 'relationship',
  spec_version: '2.1',
  id: `relationship--99999999-0000-4000-8000-${String(index).padStart(12, '0')}`,
  created: '2026-11-01T00:00:00.000Z',
  modified: '2026-11-01T00:00:00.000Z',
  relationship_type: 'related-to',
  source_ref: person(from).id,
  target_ref: person(to).id,
});

const person = (place: number) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--99999999-0000-4000-8000-${String(place).padStart(12, '0')}`,
  created: '2026-11-01T00:00:00.000Z',
  modified: '2026-11-01T00:00:00.000Z',
  name: `Person ${place}`,
  identity_class: 'individual',
  extensions: {
    [personExtensionId]: { extension_type: 'property-extension', subject_categories: ['contact'] },
  },
});

async function call(member: MemberKey, method: string, path: string, body: object): Promise<void> {
  const { url, accounts } = scene.running;
  const account = accounts.find(({ id }) => id === memberOf(member).id);
  const headers = { authorization: `Bearer ${account?.token ?? ''}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const lists = [
  {
    name: 'the inbox',
    whose: () => jordan,
    path: '/inbox',
    rows: '[role=listitem]',
    place: 'aria-posinset',
    last: many,
  },
  {
    name: 'requests',
    whose: () => belgium,
    path: '/requests?board=mine',
    rows: '[role=listitem]',
    place: 'aria-posinset',
    last: asked,
  },
  {
    name: 'reviews that are due',
    whose: () => belgium,
    path: '/protection?tab=reviews',
    rows: '[role=row][data-index]',
    place: 'aria-rowindex',
    // The head is the first row.
    last: many + 1,
  },
];

/** Of the row that has the focus, or in which it is. */
const placeOfFocus = (page: Page, place: string): Promise<number> =>
  page.evaluate<number>(
    `Number(document.activeElement.closest('[${place}]')?.getAttribute('${place}') ?? -1)`,
  );

describe.each(lists)('$name, where there are hundreds', ({ whose, path, rows, place, last }) => {
  let page: Page;
  beforeAll(() => {
    page = whose();
  });
  const press = async (key: string): Promise<number> => {
    await page.keyboard.press(key);
    expect(await page.locator(rows).count()).toBeLessThan(most);
    return placeOfFocus(page, place);
  };

  it('has few rows in the page, and says that there are more', async () => {
    await page.goto(`${scene.running.url}${path}`);
    await page.locator(rows).nth(5).waitFor();
    expect(await page.locator(rows).count()).toBeLessThan(most);
    expect(await page.locator('[aria-setsize="-1"], [aria-rowcount="-1"]').count()).toBeGreaterThan(0);
  });

  it('is gone through to the last by keyboard, and then says how many there are', async () => {
    await page.locator(rows).first().locator('a').first().focus();
    await expect.poll(() => press('End'), { timeout: 60_000 }).toBe(last);
    const counted = page.locator(`[aria-setsize="${last}"], [aria-rowcount="${last}"]`);
    await counted.first().waitFor();
  });

  it('keeps the focus where one scrolls away from it', async () => {
    await page.evaluate(`(document.querySelector('.long-table') ?? window).scrollTo(0, 0)`);
    await page.locator(`${rows}[data-index="0"]`).waitFor();
    expect(await placeOfFocus(page, place)).toBe(last);
    expect(await page.locator(rows).count()).toBeLessThan(most);
    await expect.poll(() => press('ArrowUp'), { timeout: 20_000 }).toBeLessThan(last);
    expect(await placeOfFocus(page, place)).toBeGreaterThan(last - 100);
    await expect.poll(() => press('Home'), { timeout: 20_000 }).toBeLessThan(3);
  });

  it('has no serious fault of access', async () => {
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('long lists', () => {
  it('of the situation go on by themselves once one asks for more, each arrival once', async () => {
    await jordan.goto(`${scene.running.url}/?period=month`);
    const section = jordan.locator('section', { hasText: 'What came into your view' });
    const rows = section.locator('.virtual [role=listitem]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(12);
    await section.getByRole('button', { name: 'Show more' }).click();
    await rows.first().locator('a').first().focus();
    const last = section.locator(`[aria-setsize="${many + linked.length}"]`).first();
    await expect
      .poll(
        async () => {
          await jordan.keyboard.press('End');
          expect(await rows.count()).toBeLessThan(most);
          return last.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    expect(await section.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });

  it('of links are whole, so that each group says how many it has', async () => {
    await jordan.goto(`${scene.running.url}/record/${person(1).id}?tab=links`);
    // The heads of its two groups stand among them.
    await jordan
      .locator(`[aria-setsize="${linked.length + 2}"]`)
      .first()
      .waitFor();
    await jordan.getByText(`from this record to · ${many - 1}`).waitFor();
    expect(await jordan.getByRole('listitem').count()).toBeLessThan(most);
  });

  it('of where and when say that there are more, and have them once they are asked for', async () => {
    await belgium.goto(`${scene.running.url}/record/${person(1).id}?tab=places`);
    await belgium.getByText(/^The first [\d,]+ records; there are more$/).waitFor();
    await belgium.getByRole('button', { name: 'Load more' }).click();
    await belgium.getByRole('button', { name: 'Load more' }).waitFor({ state: 'detached' });
    expect(await belgium.getByText(/there are more$/).count()).toBe(0);
  });

  it('have the focus go to what takes the place of a row that leaves', async () => {
    await jordan.goto(`${scene.running.url}/inbox?show=unread`);
    const row = jordan.locator('[aria-posinset="2"]');
    await row.getByRole('button', { name: 'Mark as read' }).focus();
    await jordan.evaluate(`window.row = document.activeElement.closest('[role=listitem]')`);
    await jordan.keyboard.press('Enter');
    await expect.poll(() => jordan.evaluate('window.row.isConnected')).toBe(false);
    await expect.poll(() => placeOfFocus(jordan, 'aria-posinset')).toBe(2);
  });

  it('give the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
