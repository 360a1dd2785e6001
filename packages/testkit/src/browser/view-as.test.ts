/** What “View as…” says of a record stands beside what that member's own browser shows of it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { makeClient } from '@entente/contract/client';
import { labelExtensionId, personExtensionId } from '@entente/core/extension/identifiers';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
let france: Page;
let jordan: Page;

const ids = {
  person: `identity--${crypto.randomUUID()}`,
  hidden: `identity--${crypto.randomUUID()}`,
  report: `report--${crypto.randomUUID()}`,
  shared: `identity--${crypto.randomUUID()}`,
  kept: `identity--${crypto.randomUUID()}`,
};

beforeAll(async () => {
  scene = await openScene();
  await put('belgium', [
    company(ids.shared, 'Anvil company', ['france', 'jordan']),
    company(ids.kept, 'Beacon company', ['france']),
  ]);
  await put('france', [
    person(),
    company(ids.hidden, 'Ravenne brothers', ['belgium']),
    {
      ...base(ids.report, ['jordan']),
      name: 'On a journey',
      description: 'What is known of the journey.',
      published: time,
      object_refs: [ids.person, ids.hidden, ids.shared, ids.kept],
    },
  ]);
  [france, jordan] = await Promise.all([scene.as('france'), scene.as('jordan')]);
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const time = '2017-05-26T00:00:00.000Z';
const audience = (...members: MemberKey[]) => [members.map((one) => `member:${memberOf(one).id}`)];

const base = (id: string, members: MemberKey[], portions?: object[]) => ({
  type: id.split('--')[0] ?? '',
  spec_version: '2.1',
  id,
  created: time,
  modified: time,
  extensions: {
    [labelExtensionId]: {
      extension_type: 'property-extension',
      any: audience(...members),
      ...(portions && { portions }),
    },
  },
});

const company = (id: string, name: string, members: MemberKey[]) => ({
  ...base(id, members),
  name,
  identity_class: 'organization',
});

/** For two members, with two parts for one of them alone. */
function person() {
  const detail = `extensions.${personExtensionId}.documents`;
  const stated = base(
    ids.person,
    ['jordan', 'belgium'],
    [{ selectors: ['description', detail], any: audience('belgium') }],
  );
  const details = {
    extension_type: 'property-extension',
    subject_categories: ['contact'],
    documents: [{ type: 'passport', number: 'XF 00 999' }],
    addresses: [{ street: '9, quai des Ormes' }],
  };
  return {
    ...stated,
    name: 'Tarek Valmont',
    identity_class: 'individual',
    description: 'Seen at the quay.',
    extensions: { ...stated.extensions, [personExtensionId]: details },
  };
}

async function put(member: MemberKey, objects: object[]): Promise<void> {
  const { url, accounts } = scene.running;
  const token = accounts.find(({ id }) => id === memberOf(member).id)?.token;
  const { answers } = await makeClient({ url, token }).putContributions({ objects });
  expect(answers.map(({ outcome }) => outcome)).toEqual(objects.map(() => 'added'));
}

const open = (page: Page, path: string) => page.goto(`${scene.running.url}${path}`);

interface Row {
  name: string;
  own: string;
  theirs: string;
  /** “cut” and the like. */
  marks: string[];
}

/** What France is told of Jordan's view of a record, row by row; nothing where it would get nothing. */
async function asJordan(id: string): Promise<Row[] | undefined> {
  await open(france, `/record/${id}?tab=who-sees`);
  await france.getByRole('button', { name: 'View as Jordan' }).click();
  const dialog = france.getByRole('dialog');
  const table = dialog.getByRole('table');
  await table.or(dialog.getByText('It gets nothing of this')).waitFor();
  if ((await table.count()) === 0) return undefined;
  // Titles of what is referred to are asked for one by one.
  await expect.poll(() => table.locator('a .unknown').count()).toBe(0);
  return france.evaluate<Row[]>(`[...document.querySelectorAll('[role=dialog] tbody tr')].map((row) => {
    const [own, theirs] = row.querySelectorAll('td');
    const marks = [...theirs.querySelectorAll('.release-mark')].map((mark) => mark.innerText);
    const said = [...theirs.children].filter((one) => !one.matches('.release-mark'));
    const text = said.map((one) => one.innerText).join('\\n').trim();
    return { name: row.querySelector('th').innerText.trim(), own: own.innerText.trim(), theirs: text, marks };
  })`);
}

const cellOf = (rows: readonly Row[] | undefined, name: string): Row | undefined =>
  rows?.find((row) => row.name.endsWith(name));

/** What Jordan's own browser shows of a record, or that there is nothing to see. */
async function inJordan(id: string): Promise<string | undefined> {
  await open(jordan, id.startsWith('report--') ? `/reports/${id}` : `/record/${id}`);
  const nothing = jordan.getByText('that you can see');
  await jordan.getByRole('heading', { level: 1 }).or(nothing).first().waitFor();
  await jordan.locator('.loading').first().waitFor({ state: 'detached' });
  return (await nothing.count()) > 0 ? undefined : jordan.locator('#content').innerText();
}

describe('view as another member', () => {
  it('says of a record that is one’s own alone what that member’s browser shows, part by part', async () => {
    const rows = await asJordan(ids.person);
    expect(cellOf(rows, 'Name')).toMatchObject({ theirs: 'Tarek Valmont', marks: [] });
    expect(cellOf(rows, 'Description')).toMatchObject({
      own: 'Seen at the quay.',
      theirs: '',
      marks: ['cut'],
    });
    expect(cellOf(rows, 'Documents')).toMatchObject({ theirs: '', marks: ['cut'] });
    expect(cellOf(rows, 'Addresses')?.theirs).toContain('9, quai des Ormes');
    expect(rows?.flatMap(({ marks }) => marks)).not.toContain('Depends on others');
    const shown = await inJordan(ids.person);
    expect(shown).toMatch(/Tarek Valmont[^]*9, quai des Ormes/);
    expect(shown).not.toMatch(/Seen at the quay|XF 00 999/);
  });

  it('says that it gets nothing where its browser says that there is nothing to see', async () => {
    expect(await asJordan(ids.hidden)).toBeUndefined();
    expect(await inJordan(ids.hidden)).toBeUndefined();
  });

  it('says that it depends on others where others decide: their word alone makes the one appear there, and the other not', async () => {
    const refs = cellOf(await asJordan(ids.report), 'About');
    expect(refs?.theirs.split('\n').filter((one) => one.trim() !== '')).toEqual([
      'Tarek Valmont',
      'Anvil company',
      'Beacon company',
    ]);
    expect(refs?.marks).toEqual(['cut in part', 'Depends on others']);
    await france.getByRole('dialog').getByText('Parts of this depend on others').waitFor();
    await inJordan(ids.report);
    const list = jordan.locator('.report-object-list');
    await list.waitFor();
    expect(await list.locator('a').allInnerTexts()).toEqual(['Tarek Valmont', 'Anvil company']);
  });

  it('agrees with that browser on everything that the member put in', async () => {
    const own = await france.evaluate<string[]>(`fetch('api/v1/search?limit=1000&contributor=${
      memberOf('france').id
    }')
      .then((answer) => answer.json()).then(({ items }) => items.map(({ object }) => object.id))`);
    const texts = ['Name', 'Description', 'In short', 'Text', 'Explanation'];
    let [compared, withheld] = [0, 0];
    for (const id of own.filter((one) => !Object.values(ids).includes(one))) {
      const [rows, shown] = [await asJordan(id), await inJordan(id)];
      expect({ id, isShown: shown !== undefined }).toEqual({ id, isShown: rows !== undefined });
      if (rows === undefined) withheld += 1;
      for (const { theirs, own: mine } of rows?.filter(({ name }) => texts.includes(name)) ?? []) {
        expect(shown).toContain(theirs);
        if (theirs !== mine) expect(shown).not.toContain(mine);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(5);
    expect(withheld).toBeGreaterThan(0);
  }, 300_000);

  it('gives the browsers nothing to complain of but what is not there', () => {
    expect(scene.complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
