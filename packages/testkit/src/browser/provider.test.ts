/** Signing in through a real provider of OpenID Connect, in a real browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient } from '@entente/contract/client';
import { readConfig } from '@entente/server/config';
import { initCell } from '@entente/server/init';
import { startServer, type RunningServer } from '@entente/server/main';
import { openBrowser } from './open-browser.ts';

const password = 'seven grey herons';
const groups: Record<string, string[]> = { anna: ['analysts'], bo: ['gardeners'] };

let folder: string;
let provider: Server;
let issuer: string;
let running: RunningServer;
let browser: Browser;
let described = 0;
let page: Page;

/** Whoever is asked for is let in under the name that is typed: the provider's own pages for development. */
async function startProvider(): Promise<void> {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
}

function describeProvider(redirect: string): void {
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'cell', client_secret: 'not known to anybody', redirect_uris: [redirect] }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Person ${id}`, preferred_username: id, groups: groups[id] ?? [] }),
    }),
  });
  const answer = oidc.callback();
  provider.on('request', (request, response) => {
    if (request.url?.endsWith('/openid-configuration') === true) described += 1;
    void answer(request, response);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-provider-'));
  await startProvider();
  const config = readConfig({
    ENTENTE_DATA_FOLDER: folder,
    ENTENTE_LISTEN: '127.0.0.1:0',
    ENTENTE_LOG_LEVEL: 'error',
    ENTENTE_IDENTITY_PROVIDERS: issuer,
  });
  await initCell(config, { name: 'Norland', realm: 'norland.example', kind: 'nation' });
  running = await startServer(config);
  describeProvider(`${running.url}/sign-in/return`);
  const secret = new URL(running.firstLink ?? '').hash.slice(1);
  await makeClient({ url: running.url }).redeemLink({ secret, password, login: 'chief', name: 'Chief' });
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await running?.close();
  provider?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Through the provider's own pages: who one is, then that the cell may know. */
async function comeAs(name: string): Promise<void> {
  await (await browser.newContext({ locale: 'en-GB' })).newPage().then((fresh) => (page = fresh));
  await page.goto(`${running.url}/sign-in`);
  await page.locator('input[autocomplete=username]').fill('anybody@norland.example');
  await page.getByRole('button', { name: 'Sign in through your organisation' }).click();
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe('an identity provider', () => {
  it('is set by an administrator of the member, with the groups that give roles', async () => {
    await page.goto(`${running.url}/sign-in?next=/settings%3Ftab%3Dprovider`);
    await page.locator('input[autocomplete=username]').fill('chief');
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.getByLabel('Client identifier').fill('cell');
    await page.getByLabel('Client secret').fill('not known to anybody');
    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.getByRole('textbox', { name: 'Group', exact: true }).fill('analysts');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
  });

  it('lets a person in whose group has a role, under an account of its own', async () => {
    await comeAs('anna');
    await page.getByRole('link', { name: 'Situation' }).waitFor();
    await page.goto(`${running.url}/settings`);
    await page.getByText('anna@norland.example').waitFor();
    await page.getByText('Analyst', { exact: false }).first().waitFor();
    expect(await page.getByRole('tab', { name: 'Accounts of my member' }).count()).toBe(0);
  });

  it('keeps whoever is in no such group out', async () => {
    await comeAs('bo');
    await page.getByText('did not succeed').waitFor();
    expect((await page.context().cookies()).some(({ name }) => name === 'entente_session')).toBe(false);
  });

  it('is not called where the host has not listed it', async () => {
    const client = await signedIn();
    const refused = client.setIdentityProvider({
      issuer: 'http://127.0.0.1:9',
      clientId: 'cell',
      roles: { analysts: ['analyst'] },
    });
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is asked to describe itself no more often, however many begin', async () => {
    const before = described;
    const stranger = makeClient({ url: running.url });
    for (let time = 0; time < 5; time += 1) {
      const { url } = await stranger.beginProviderSignIn({ realm: 'norland.example' });
      expect(url.startsWith(issuer)).toBe(true);
    }
    expect(described).toBe(before);
  });

  it('lets nobody come back who did not leave from this browser', async () => {
    const stranger = makeClient({ url: running.url });
    const back = stranger.endProviderSignIn({ query: '?code=anything&state=anything' });
    await expect(back).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

/** A client with the session of the chief in its cookies. */
async function signedIn() {
  const entered = await fetch(`${running.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'chief', password }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return makeClient({
    url: running.url,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, cookie, 'sec-fetch-site': 'same-origin' } }),
  });
}
