import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { memberOf } from '@entente/cli/demonstration/members';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.as('belgium');
  page.setDefaultTimeout(10_000);
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const table = (of = page): ReturnType<Page['locator']> =>
  of.getByRole('grid', { name: 'Table of the graph' });
const rowOf = (name: string): ReturnType<Page['locator']> =>
  table().getByRole('row').filter({ hasText: name }).first();

/** Ids of everything in the view of whoever is signed in on a page. */
const viewOf = (one: Page): Promise<string[]> =>
  one.evaluate(`(async () => {
    const ids = [];
    for (let cursor = ''; cursor !== undefined;) {
      const page = await (await fetch('api/v1/search?limit=1000' + cursor)).json();
      ids.push(...page.items.map(({ object }) => object.id));
      cursor = page.next && '&cursor=' + encodeURIComponent(page.next);
    }
    return ids;
  })()`);

/** Puts objects in as Belgium. */
async function put(objects: object[], label: object): Promise<void> {
  const body = JSON.stringify(JSON.stringify({ objects, label }));
  const outcomes = await page.evaluate(`fetch('api/v1/contributions', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body},
  }).then((response) => response.json()).then(({ answers }) => answers.map(({ outcome }) => outcome))`);
  expect(outcomes).toEqual(objects.map(() => 'added'));
}

const isRecord = (id: string): boolean => !/^(?:relationship|sighting|language-content|grouping)--/.test(id);

type Positions = Record<string, number[]>;

/** A saved graph; its records are those that have a place: x, y, and 1 where it is pinned. */
function grouping(id: string, name: string, positions: Positions): object {
  const now = new Date().toISOString();
  return {
    type: 'grouping',
    spec_version: '2.1',
    id,
    created: now,
    modified: now,
    name,
    context: 'unspecified',
    object_refs: Object.keys(positions),
    x_entente_graph: { positions },
  };
}

/** Saves the graph that is open as a new version; the places that it then has. */
async function placesSaved(id: string): Promise<Positions> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return page.evaluate<Positions>(`fetch('api/v1/objects/${id}').then((answer) => answer.json())
    .then(({ object }) => object.x_entente_graph.positions)`);
}

const chosen = (): Promise<string> => page.locator('.graph-panel h2').innerText();

describe('the graph', () => {
  it('begins with a record that one seeks, and shows what joins it', async () => {
    await page.goto(`${scene.running.url}/graph`);
    await page.getByRole('combobox', { name: 'Record' }).fill('Karim El Karnabi');
    await page.getByRole('option', { name: /^Karim El Karnabi · Person/ }).click();
    await rowOf('Karim El Karnabi').waitFor();
    expect(await chosen()).toBe('Karim El Karnabi');
    await page.getByText(/^Records \(1\d\)$/).waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
  });

  it('finds the shortest path between two records, and lights it', async () => {
    await page.getByRole('button', { name: 'Path from here' }).click();
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('Lantern');
    await page.getByRole('option', { name: /^Lantern network/ }).click();
    await page.getByRole('button', { name: 'Find the shortest' }).click();
    await page.getByText(/They are \d links apart|They are joined directly/).waitFor();
    await rowOf('Lantern network').waitFor();
  });

  it('is worked by keys alone, and every act can be undone', async () => {
    await page.locator('.graph-canvas').focus();
    const before = await chosen();
    await page.keyboard.press('ArrowDown');
    await expect.poll(chosen).not.toBe(before);
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Unpin' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Pin', exact: true }).waitFor();
    // The table cuts what is long.
    const name = (await chosen()).slice(0, 40);
    await page.keyboard.press('Delete');
    await page.getByText('Choose a record or a link').waitFor();
    expect(await rowOf(name).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await rowOf(name).waitFor();
  });

  it('hides what a filter leaves out, and colours by community', async () => {
    await page.locator('.graph-side').getByLabel('Kinds').first().click();
    await page.getByRole('option', { name: /^Person/ }).click();
    await page.getByText(/hidden by filters/).waitFor();
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await page.getByRole('switch', { name: 'By community' }).click();
    await page.getByText('Community 1').waitFor();
  });

  it('hides what is not of a period, and takes it with what is chosen to the map and back', async () => {
    await rowOf('Karim El Karnabi').click();
    await page.locator('.graph-side').getByLabel('Since').fill('2016-08-01');
    await page.locator('.graph-side').getByLabel('Before').fill('2016-09-08');
    await page.waitForURL(/since=2016-08-01&before=2016-09-08/);
    await page.waitForURL(/chosen=identity--/);
    const shown = await page.getByText(/^Records \(/).innerText();
    await page.getByRole('link', { name: 'Map and timeline' }).click();
    await page.waitForURL(/\/places\?.*chosen=identity--.*/);
    expect(await page.getByLabel('Before').inputValue()).toBe('08/09/2016');
    await page.locator('.timeline-event').first().click();
    await page.waitForURL(/chosen=relationship--/);
    await page.getByRole('link', { name: 'Graph' }).click();
    await page.getByText(shown, { exact: true }).waitFor();
    await page.locator('.graph-panel').getByText('Link', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await page.waitForURL((url) => !url.search.includes('since='));
  });

  it('is taken along as STIX and as a picture, each saying whose view it is', async () => {
    const take = async (what: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Take along' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(what).click()]);
      return readFile(await download.path());
    };
    const bundle = JSON.parse((await take('As STIX')).toString()) as {
      objects: { id: string; definition?: { statement: string } }[];
    };
    expect(bundle.objects[0]?.definition?.statement).toMatch(/^View of Belgium, by .+TLP:/);
    const view = await viewOf(page);
    expect(bundle.objects.slice(1).filter(({ id }) => !view.includes(id))).toEqual([]);
    const picture = await take('As a picture');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(10_000);
  });

  it('is saved, and opened again as it was', async () => {
    const rows = await page.getByText(/^Records \(/).innerText();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Name').fill('Ways to Lantern');
    await page.getByRole('button', { name: 'Save as a new graph' }).click();
    await page.waitForURL(/view=grouping/);
    await page.goto(`${scene.running.url}/graph`);
    await page.getByRole('button', { name: 'Saved graphs' }).click();
    await page.getByRole('dialog').getByText('Ways to Lantern').waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText(rows).waitFor();
  });

  it('is laid out anew at the press of a button, but for what is pinned, and undone goes back to where it was', async () => {
    const id = 'grouping--6f1a0d2e-4c55-4a0e-9a53-0d1d9e3a7b12';
    const places = (await viewOf(page))
      .filter(isRecord)
      .slice(0, 12)
      .map((one, index): [string, number[]] => [
        one,
        [60 * (index % 4), 60 * Math.floor(index / 4), index === 5 ? 1 : 0],
      ]);
    const before = Object.fromEntries(places);
    await put([grouping(id, 'In rows', before)], {});
    await page.goto(`${scene.running.url}/graph?view=${id}`);
    await page.getByText('Records (12)').waitFor();
    await page.getByRole('button', { name: /^Lay out/ }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    const after = await placesSaved(id);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const stayed = places.filter(([one, place]) => place.join() === after[one]?.join()).map(([one]) => one);
    expect(stayed).toContain(places[5]?.[0]);
    expect(stayed.length).toBeLessThan(6);
    await page.getByRole('button', { name: /^Undo/ }).click();
    expect(await placesSaved(id)).toEqual(before);
  });

  it('is shared under a label: whom that names has it among the saved ones, and nobody else', async () => {
    const jordan = await scene.home('jordan');
    const theirs = await viewOf(jordan);
    const both = (await viewOf(page)).filter((one) => isRecord(one) && theirs.includes(one)).slice(0, 6);
    expect(both.length).toBeGreaterThan(1);
    const own = 'grouping--6f1a0d2e-4c55-4a0e-9a53-0d1d9e3a7b13';
    const places = Object.fromEntries(both.map((one, index) => [one, [60 * index, 0, 0]]));
    await put([grouping(own, 'A draft', places)], {});
    await page.goto(`${scene.running.url}/graph?view=${own}`);
    await page.getByText(`Records (${both.length})`).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Name').fill('For Jordan to look at');
    await page.getByRole('combobox', { name: 'Who may see it: one of' }).fill('Jordan');
    for (const key of ['ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Save as a new graph' }).click();
    await page.waitForURL((url) => !url.search.includes(own));
    const id = new URL(page.url()).searchParams.get('view') ?? '';
    const saved = async (one: Page): Promise<ReturnType<Page['locator']>> => {
      await one.goto(`${scene.running.url}/graph`);
      await one.getByRole('button', { name: 'Saved graphs' }).click();
      const dialog = one.getByRole('dialog');
      const open = dialog.getByRole('button', { name: 'Open', exact: true }).first();
      await open.or(dialog.getByText('No saved graph is in your view')).waitFor();
      return dialog.locator('.graph-saved').filter({ hasText: 'For Jordan to look at' });
    };
    await (await saved(jordan)).getByRole('button', { name: 'Open', exact: true }).click();
    await jordan.getByText(`Records (${both.length})`).waitFor();
    const kuwait = await scene.home('kuwait');
    expect(await (await saved(kuwait)).count()).toBe(0);
    expect(await viewOf(kuwait)).not.toContain(id);
    for (const [one, status] of [
      [jordan, 200],
      [kuwait, 404],
    ] as const) {
      const ask = `fetch('api/v1/objects/${id}').then((answer) => answer.status)`;
      expect(await one.evaluate(ask)).toBe(status);
      await one.close();
    }
    // The browser says of what is not there that it was not found.
    scene.complaints.splice(0);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${scene.running.url}/graph`);
      await page.getByText('Begin with a record').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Saved graphs' }).click();
      await page.getByRole('button', { name: 'Open', exact: true }).first().click();
      await rowOf('').waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // A dialog that closes gives the focus back to where it came from, at some moment.
      const joined = async (): Promise<boolean> => {
        await table().focus();
        await page.keyboard.press('ArrowDown');
        return page.getByRole('heading', { name: 'Joined to' }).isVisible();
      };
      await expect.poll(joined, { timeout: 10_000 }).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
    });
  }

  it('shows another member what its own view has of a saved graph, and leaves no trace of the rest', async () => {
    const now = new Date().toISOString();
    const withheld = [1, 2, 3].map((number) => `tool--6f1a0d2e-4c55-4a0e-9a53-0d1d9e3a7b2${number}`);
    const tools = withheld.map((id) => ({
      type: 'tool',
      spec_version: '2.1',
      id,
      created: now,
      modified: now,
      name: 'For Belgium alone',
    }));
    await put(tools, { any: [[`member:${memberOf('belgium').id}`]] });
    const ours = (await viewOf(page)).filter(isRecord);
    const id = 'grouping--6f1a0d2e-4c55-4a0e-9a53-0d1d9e3a7b11';
    const positions = Object.fromEntries(ours.map((one, index) => [one, [60 * index, 0, 0]]));
    await put([grouping(id, 'For everybody', positions)], { any: [['public']] });
    await page.goto(`${scene.running.url}/graph?view=${id}`);
    await page.getByText(`Records (${ours.length})`).waitFor();
    // The packaged browser keeps one session for all: Belgium leaves before Kuwait signs in.
    await page.goto('about:blank');
    const kuwait = await scene.home('kuwait');
    const theirs = await viewOf(kuwait);
    const both = ours.filter((one) => theirs.includes(one));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThanOrEqual(ours.length - withheld.length);
    await kuwait.goto(`${scene.running.url}/graph?view=${id}`);
    await kuwait.getByText(`Records (${both.length})`).waitFor();
    const served: string = await kuwait.evaluate(
      `fetch('api/v1/objects/${id}').then((answer) => answer.text())`,
    );
    for (const one of withheld) expect(served).not.toContain(one);
    await kuwait.close();
  });

  it('asks nothing of other hosts, and gives the browser nothing to complain of', () => {
    const strange = scene.requests.filter(
      (url) => !url.startsWith(scene.running.url) && !url.startsWith('blob:'),
    );
    expect({ strange, complaints: scene.complaints }).toEqual({ strange: [], complaints: [] });
  });
});
