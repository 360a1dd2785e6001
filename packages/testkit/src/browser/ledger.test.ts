/** The ledger in the browser: the check is made in the page, and says in words what it finds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { memberOf } from '@entente/cli/demonstration/members';
import { openScene, seriousFaults, type Scene } from './scene.ts';

let scene: Scene;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  page = await scene.as('belgium');
}, 240_000);

afterAll(async () => {
  await scene?.close();
});

const check = (shown: Page): Promise<void> =>
  shown.getByRole('button', { name: /Check now|Vérifier/ }).click();

describe('the ledger', () => {
  it('is checked in the page, which keeps the key and the checkpoint from then on', async () => {
    await page.goto(`${scene.running.url}/ledger`);
    await page.getByText('Never checked on this device.').waitFor();
    // The first tick after all members have entered comes within five seconds.
    await expect
      .poll(
        async () => {
          await check(page);
          await page.locator('.ledger-found').or(page.getByText('has not come')).first().waitFor();
          return page.getByText('The ledger holds').count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.getByText('This was the first check on this device.').waitFor();
    await check(page);
    await page.getByText('This was the first check on this device.').waitFor({ state: 'detached' });
    await page.getByText('Last found good on this device').waitFor();
  });

  it('finds that a checkpoint is not the hub’s, and says so', async () => {
    const own = await page.locator('pre.ledger-note').first().innerText();
    const other = page.getByLabel('Checkpoint of another member, if you have one');
    await other.fill(own);
    await check(page);
    await page.getByText('The ledger holds').waitFor();
    await other.fill(own.replace(/\n\d+\n/, '\n7000\n'));
    await check(page);
    await page.getByText('The ledger does not hold').waitFor();
    await page.getByText('The other member’s checkpoint is not signed by the hub’s key.').waitFor();
    await other.fill('');
  });

  it('lists receipts of what the account did, and keeps those that its acts are answered with', async () => {
    await page.goto(`${scene.running.url}/ledger`);
    await page.getByRole('cell', { name: 'Signed in' }).first().waitFor();
    const answered = page.waitForResponse((one) => one.headers()['entente-receipt'] !== undefined);
    await page.goto(`${scene.running.url}/settings`);
    await page.getByRole('textbox', { name: /^Name/ }).fill('The desk in Brussels');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await answered;
    const kept = await page.evaluate<string>(`localStorage.getItem('entente.receipts./') ?? ''`);
    expect(JSON.parse(kept)).toHaveLength(1);
    expect(kept).toContain('entente/receipt/v1');
    await page.goto(`${scene.running.url}/ledger`);
    await check(page);
    await page.getByText(/Receipts kept on this device: (1 in the log, 0|0 in the log, 1)/).waitFor();
  });

  it('finds a record that was changed on the disk, and says so in French', async () => {
    const { writer } = scene.running.open.cell.database;
    const shown = await scene.as('france', { language: 'fr' });
    const { rows } = await writer.query<{ id: string; body: string }>(
      `select a.id, a.body from act a join account k on k.id = a.actor
       where k.member = $1 and a.kind = 'contribute' limit 1`,
      [memberOf('france').id],
    );
    const [act] = rows;
    await writer.query(`update act set body = '{}' where id = $1`, [act?.id]);
    await shown.goto(`${scene.running.url}/ledger`);
    await check(shown);
    await shown.getByText('Le registre ne tient pas').waitFor();
    await shown.getByText(/porte sur autre chose que ce que dit la cellule/).waitFor();
    await writer.query('update act set body = $2 where id = $1', [act?.id, act?.body]);
    await check(shown);
    await shown.getByText('Le registre tient').waitFor();
    await shown.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no serious fault of access in ${scheme}`, async () => {
      const shown = await scene.as('belgium', { scheme, language: scheme === 'dark' ? 'fr' : 'en' });
      await shown.goto(`${scene.running.url}/ledger`);
      await shown.locator('pre.ledger-note').first().waitFor();
      await check(shown);
      await shown.locator('.ledger-found').waitFor();
      expect(await seriousFaults(shown)).toEqual([]);
    });
  }

  it('and browsers complain of nothing', () => {
    expect(scene.complaints).toEqual([]);
  });
});
