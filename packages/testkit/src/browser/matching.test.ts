/** Hit/no-hit: proposed by one member, accepted by another, and from an answered run to a request in the open. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcementOf, answerOf, gatewayOf, keyTextOf, runOf } from '../matching-messages.ts';
import { openScene, seriousFaults, type Scene } from './scene.ts';

const [ours, theirs] = [gatewayOf('belgium'), gatewayOf('france')];
const run = '5eed'.padEnd(32, '0');
const set = 'what France published';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ isEmpty: true });
}, 240_000);
afterAll(async () => {
  await scene?.close();
});

/** What a gateway does, with the session of whoever is signed in on the page. */
async function call(page: Page, method: 'POST' | 'PUT', path: string, data: object | string): Promise<void> {
  const headers = {
    'content-type': typeof data === 'string' ? 'application/octet-stream' : 'application/json',
  };
  const url = `${scene.running.url}/api/v1/matching/agreements/${path}`;
  const answer = await page.request.fetch(url, { method, headers, data });
  expect([path, answer.status()]).toEqual([path, expect.toBeOneOf([200, 201])]);
}

describe('hit/no-hit', () => {
  let address = '';
  const id = (): string => address.split('/').at(-1) ?? '';

  it('is proposed to one member, with the key of one’s gateway', async () => {
    const page = await scene.as('belgium');
    await page.goto(`${scene.running.url}/matching`);
    await page.getByText('No agreement yet').waitFor();
    await page.getByRole('link', { name: 'Propose an agreement' }).click();
    await page.getByRole('button', { name: 'Propose' }).click();
    expect(await page.getByText('This is needed.').count()).toBe(3);
    await page.getByLabel('With whom').and(page.locator('input')).fill('France');
    await page.getByRole('option', { name: 'France', exact: true }).click();
    await page.getByLabel('Purposes').and(page.locator('input')).fill('border');
    await page.keyboard.press('Enter');
    await page.getByLabel('Key of your gateway').fill(keyTextOf(ours));
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('heading', { level: 1, name: 'With France' }).waitFor();
    address = page.url();
    await page.close();
  });

  it('is accepted from the message that it waits, and shows both keys to compare', async () => {
    const page = await scene.as('france', { language: 'fr', scheme: 'dark' });
    await page.goto(`${scene.running.url}/inbox`);
    await page.getByRole('link', { name: /propose un accord/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Avec Belgium' }).waitFor();
    await page.getByText(keyTextOf(ours)).waitFor();
    await page.getByRole('button', { name: 'Accepter' }).click();
    const key = page.getByRole('dialog').getByLabel('Clé publique de votre passerelle');
    await key.fill(keyTextOf(theirs).slice(0, -1));
    await page.getByText('Ce n’est pas une clé de passerelle, ou elle est incomplète.').waitFor();
    await key.fill(keyTextOf(theirs));
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter' }).click();
    await page.getByText(keyTextOf(theirs)).waitFor();
    await page.getByText('En vigueur', { exact: true }).waitFor();
    await page.close();
  });

  it('shows what the gateways do, says that hits stay with them, and leads to a request on the same ground', async () => {
    const [page, france] = await Promise.all([scene.as('belgium'), scene.as('france', { scheme: 'dark' })]);
    const announcement = announcementOf(theirs, { agreement: id(), number: 1, set: Buffer.from(set) });
    const query = new URLSearchParams({ announcement }).toString();
    await call(france, 'PUT', `${id()}/epoch?${query}`, set);
    const message = runOf(ours, { run, announcement });
    await call(page, 'POST', `${id()}/runs`, { message });
    await page.goto(address);
    await page.getByText('Their gateway has not answered yet.').waitFor();
    await france.goto(address);
    await france.getByRole('button', { name: 'Refuse' }).click();
    const refusing = france.getByRole('dialog', { name: `Refuse run ${run.slice(0, 8)}` });
    expect(await refusing.getByRole('button', { name: 'Refuse' }).isDisabled()).toBe(true);
    await refusing.getByRole('button', { name: 'Cancel' }).click();
    await refusing.waitFor({ state: 'hidden' });
    expect(await seriousFaults(france)).toEqual([]);
    await call(france, 'POST', `${id()}/runs/${run}/answer`, { message: answerOf(theirs, message) });
    await page.reload();
    await page.getByText('Hits are found by the gateways and stay there').waitFor();
    await page.getByText('64 of 20,000 used today').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ask them in the open' }).click();
    await page.getByText('FOR France').waitFor();
    expect(await page.getByLabel('Why it is asked').inputValue()).toBe(`Hit/no-hit, case 7, run ${run}`);
    expect(await page.getByLabel('What the answer will be used for').inputValue()).toBe('border');
    await Promise.all([page.close(), france.close()]);
  });

  it('is ended by either of the two', async () => {
    const page = await scene.as('belgium');
    await page.goto(address);
    await page.getByRole('button', { name: 'End the agreement' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the agreement' }).click();
    await page.getByText('Ended', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'What was agreed' }).waitFor();
    await page.close();
  });

  it('gives the browser nothing to complain of', () => {
    expect(scene.complaints).toEqual([]);
  });
});
