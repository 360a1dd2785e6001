/** The bell, the inbox and its settings in a real browser, with a real mail server behind them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@entente/cli/demonstration/members';
import { notify, settleMessages } from '@entente/store/message/writer';
import { startMailServer, type MailServer } from '../message/mail-server.ts';
import { startWebhookServer, type WebhookServer } from '../message/webhook-server.ts';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const belgium = memberOf('belgium').id;

let mail: MailServer;
let hook: WebhookServer;
let scene: Scene;
let page: Page;

beforeAll(async () => {
  [mail, hook] = await Promise.all([startMailServer(), startWebhookServer()]);
  scene = await openScene({
    isEmpty: true,
    settings: {
      ENTENTE_SMTP_URL: mail.url,
      ENTENTE_MAIL_FROM: 'Entente <entente@cell.example>',
      ENTENTE_WEBHOOK_ALLOW: `127.0.0.1:${hook.port}`,
    },
  });
  // Members were told of the accession, which is not what is looked at here.
  await scene.running.open.cell.database.writer.query('delete from message');
  page = await scene.as('belgium');
}, 240_000);

afterAll(async () => {
  await scene?.close();
  await Promise.all([mail.close(), hook.close()]);
});

const tell = (about: string): Promise<void> =>
  scene.running.open.cell.actAsHub('tell', {}, (change) =>
    notify(change, [{ member: belgium, roles: [], kind: 'label-waits', about, params: {}, waits: true }]),
  );

const bell = (name: RegExp) => page.locator('header').getByRole('link', { name });

describe('the inbox', () => {
  it('says what to expect where there is nothing', async () => {
    await page.goto(`${scene.running.url}/inbox`);
    await page.getByText('There is no message').waitFor();
    await bell(/none unread/).waitFor();
  });

  it('shows what comes by itself: a number at the bell, a line in the list', async () => {
    await tell('one');
    await bell(/1 unread/).waitFor();
    await page.getByRole('link', { name: 'A label waits for your agreement.' }).waitFor();
  });

  it('takes a message as read, and all of them, by keyboard', async () => {
    await tell('two');
    await tell('three');
    await bell(/3 unread/).waitFor();
    await page.getByRole('button', { name: 'Mark as read' }).first().press('Enter');
    await bell(/2 unread/).waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).press('Enter');
    await bell(/none unread/).waitFor();
    await page.getByText('Unread', { exact: true }).click();
    await page.getByText('You have read everything').waitFor();
  });

  it('says where somebody has acted', async () => {
    await page.goto(`${scene.running.url}/inbox`);
    await page.locator('.message').nth(2).waitFor();
    await scene.running.open.cell.actAsHub('settle', {}, (change) => settleMessages(change, 'one'));
    await page.getByText('Done', { exact: true }).waitFor();
  });

  it('leads to what a message is about', async () => {
    await page.getByRole('link', { name: 'A label waits for your agreement.' }).first().click();
    await page.waitForURL(/settings\?tab=proposals/);
  });
});

describe('its settings', () => {
  it('take an address once the code has come back', async () => {
    await page.goto(`${scene.running.url}/settings?tab=notices`);
    await page.locator('input[type=email]').fill('desk@belgium.example');
    await page.locator('input[autocomplete=current-password]').fill(scene.running.password);
    await page.getByRole('button', { name: 'Send a code to this address' }).click();
    const field = page.getByLabel('Code that was sent to desk@belgium.example');
    await field.waitFor();
    const code = /\b\d{8}\b/.exec(mail.mails[0]?.text ?? '')?.[0] ?? '';
    await field.fill(code);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('The address is confirmed').waitFor();
  });

  it('add a webhook, show its secret once, and try it', async () => {
    await page.getByLabel('Another address').fill('https://10.0.0.1/');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Another address').fill(hook.url);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('It took the call (204).').waitFor();
    expect(hook.received).not.toHaveLength(0);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`have no serious fault of access in ${scheme}, nor has the inbox`, async () => {
      const shown = await scene.as('belgium', { scheme, language: scheme === 'dark' ? 'fr' : 'en' });
      await tell(`for ${scheme}`);
      await shown.goto(`${scene.running.url}/inbox`);
      await shown.locator('.message').first().waitFor();
      expect(await seriousFaults(shown)).toEqual([]);
      await shown.goto(`${scene.running.url}/settings?tab=notices`);
      await shown.locator('section[aria-labelledby=webhooks] tbody tr').waitFor();
      expect(await seriousFaults(shown)).toEqual([]);
      await shown.close();
    });
  }

  it('give the browser nothing to complain of', () => {
    // That an address inside was refused is what was tried.
    expect(scene.complaints.filter((text) => !text.includes('400'))).toEqual([]);
  });
});
