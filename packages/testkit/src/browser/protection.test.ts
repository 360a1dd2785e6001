import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { personExtensionId } from '@entente/core/extension/identifiers';
import { memberOf, type MemberKey } from '@entente/cli/demonstration/members';
import { setSupervision } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const person = (place: number): string => `identity--9999999${place}-0000-4000-8000-000000000000`;
const day = 86_400_000;

let scene: Scene;
let belgium: Page;
let france: Page;

beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
  await call('belgium', 'PUT', '/review-rules/contact/*', { months: 1, graceDays: 30 });
  const objects = [1, 2, 3].map((place) => ({
    type: 'identity',
    spec_version: '2.1',
    id: person(place),
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-01T00:00:00.000Z',
    name: `Person ${place}`,
    identity_class: 'individual',
    extensions: {
      [personExtensionId]: { extension_type: 'property-extension', subject_categories: ['contact'] },
    },
  }));
  const any = [[`member:${memberOf('france').id}`]];
  await call('belgium', 'POST', '/contributions', { objects, label: { any } });
  belgium = await scene.as('belgium');
  france = await scene.as('france');
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

async function call(member: MemberKey, method: string, path: string, body: object): Promise<void> {
  const { url, accounts } = scene.running;
  const account = accounts.find(({ id }) => id === memberOf(member).id);
  const headers = {
    authorization: `Bearer ${account?.token ?? ''}`,
    'content-type': 'application/json',
  };
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

const goTo = (page: Page, path: string): Promise<unknown> => page.goto(`${scene.running.url}${path}`);

describe('data protection', () => {
  it('tells the contributor who opened its record', async () => {
    await goTo(france, `/record/${person(1)}`);
    await france.getByRole('heading', { name: 'Person 1' }).waitFor();
    await goTo(belgium, `/record/${person(1)}?tab=who-sees`);
    const told = belgium.getByText(/Opened by France on/);
    // What was read is written half a second later.
    await expect
      .poll(
        async () => {
          await belgium.reload();
          await belgium.getByRole('tab', { name: 'Who sees this?' }).waitFor();
          await belgium.getByText('Under this label').waitFor();
          return told.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
  });

  it('has a recall acknowledged, and says so to its contributor', async () => {
    await call('belgium', 'POST', '/contributions/recall', { selection: [{ object: person(2) }] });
    await goTo(france, '/protection');
    await france.getByText('1 record taken back').waitFor();
    await france.getByRole('button', { name: 'What was taken, and what rests on it' }).click();
    await france.getByText(person(2)).waitFor();
    await france.getByRole('button', { name: 'Acknowledge' }).click();
    const dialog = france.getByRole('dialog');
    await dialog.getByRole('textbox').fill('removed');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await france.getByText('No recall waits for you').waitFor();
    await goTo(belgium, '/protection?tab=own');
    await belgium.getByText(/acknowledged on/).waitFor();
  });

  it('lists what is to be reviewed, and confirms it', async () => {
    await goTo(belgium, '/protection?tab=reviews');
    await belgium.getByText('Within a year').click();
    await belgium.getByRole('link', { name: 'Person 3' }).waitFor();
    await belgium.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
    await belgium.getByRole('button', { name: 'Confirm 2 records' }).click();
    const dialog = belgium.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Open the calendar' }).click();
    const calendar = belgium.getByRole('dialog', { name: 'Open the calendar' });
    await calendar.getByRole('button', { name: 'Next month' }).press('Escape');
    await calendar.waitFor({ state: 'detached' });
    // Escape closed the calendar alone.
    await dialog
      .getByLabel(/Look at them again by/)
      .fill(new Date(Date.now() + 800 * day).toISOString().slice(0, 10));
    await dialog.getByLabel(/Why they stay/).fill('still in contact');
    await dialog.getByRole('button', { name: 'Confirm 2 records' }).click();
    await belgium.getByText('Nothing is to be reviewed in this time').waitFor();
    await goTo(belgium, `/record/${person(3)}?tab=who-sees`);
    await belgium.getByText(/^Reviewed on .+, to be looked at again by .+: still in contact$/).waitFor();
  });

  it('keeps a register of what data subjects ask, with a file', async () => {
    await goTo(belgium, '/protection?tab=subjects');
    await belgium.getByRole('button', { name: 'Enter a request' }).click();
    const dialog = belgium.getByRole('dialog');
    await dialog.getByLabel(/Name, as it is known to you/).fill('Person 1');
    await dialog.getByLabel(/Records that it is about/).fill(person(1));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await belgium.getByRole('link', { name: 'File of the person' }).click();
    await belgium.getByText('What Belgium holds').waitFor();
    await belgium.locator('section', { hasText: 'Given to' }).getByText('France').waitFor();
    await goTo(france, '/protection?tab=subjects');
    await france.getByText('No request waits for an answer').waitFor();
  });

  it('enters in the register what a supervisor asks, and links the two', async () => {
    const { cell } = scene.running.open;
    await cell.act(callerOf(memberOf('belgium').id), 'decision', {}, (change) =>
      setSupervision(change, memberOf('france').id, true),
    );
    await call('france', 'POST', '/requests', {
      title: 'In the place of Person 1',
      text: 'What do you hold?',
      by: new Date(Date.now() + 30 * day).toISOString(),
      addressees: [`member:${memberOf('belgium').id}`],
    });
    await goTo(belgium, '/requests');
    await belgium.getByRole('link', { name: 'In the place of Person 1' }).click();
    const register = belgium.getByRole('region', { name: 'Data subjects' });
    await register.getByRole('button', { name: 'Enter it in the register' }).click();
    await belgium.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await belgium.getByRole('link', { name: /The request for information/ }).click();
    await register.getByRole('link', { name: 'Access · In the place of Person 1' }).waitFor();
    expect(await register.getByRole('button').count()).toBe(0);
    expect(await seriousFaults(belgium)).toEqual([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const language = scheme === 'dark' ? 'fr' : 'en';
      const page = await scene.as('belgium', { scheme, language });
      for (const tab of ['recalls', 'own', 'reviews', 'subjects']) {
        await goTo(page, `/protection?tab=${tab}`);
        await page.getByRole('tabpanel').locator('p').first().waitFor();
        expect([tab, await seriousFaults(page)]).toEqual([tab, []]);
      }
      await page.close();
    });
  }

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
