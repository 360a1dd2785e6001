/** An administrator that sees less than its member, and everything by which it could come to see more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coalitionActs } from '@entente/server/acts/coalition';
import type { Caller, Role } from '@entente/server/caller';
import { createPolicy, grantClearance } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { founded, norland, secretOf, startCast, type Cast } from '../account/cast.ts';

const secrecy = 'ffffffff-0000-4000-8000-000000000000';
const crypto = 'dddddddd-0000-4000-8000-000000000000';
const password = 'seven grey herons';
const address = '192.0.2.7';

let cast: Cast;
let chief: Caller;
/** What the narrow administrator is: rank 1 of secrecy at most. */
let low: string;
let narrow: Caller;
/** Accounts of the whole member and of a class that is narrower in another thing only. */
let wide: string;
let aside: string;

beforeAll(async () => {
  cast = await startCast();
  ({ chief } = await founded(cast));
  await cast.cell.act(callerOf('hub'), 'grant', {}, async (change) => {
    await createPolicy(change, secrecy, norland, 'Secrecy');
    await grantClearance(change, secrecy, norland, 3);
  });
  low = await cast.acts.createReader(chief, { levels: { [secrecy]: 1 } });
  narrow = await enter(await made(chief, 'nina', low, ['administrator']));
  wide = (await made(chief, 'wim', undefined, ['integrator'], 'service')).account;
  const other = await cast.acts.createReader(chief, { without: [crypto] });
  aside = (await made(chief, 'asa', other, ['integrator'], 'service')).account;
});
afterAll(() => cast.close());

interface Made {
  account: string;
  login: string;
  secret: string;
  reader: string;
}

async function made(
  by: Caller,
  login: string,
  reader: string | undefined,
  roles: Role[],
  kind: 'person' | 'service' = 'person',
): Promise<Made> {
  const { account, link } = await cast.acts.createAccount(by, { login, name: login, kind, roles, reader });
  const secret = link === undefined ? '' : secretOf(link);
  return { account: account.id, login: account.login, secret, reader: account.reader };
}

async function enter({ login, secret }: Made): Promise<Caller> {
  await cast.acts.redeemLink({ secret, password, address });
  const answer = await cast.acts.signIn({ login, password, address });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  return (await cast.authenticate({ authorization: undefined, cookie, address })) as Caller;
}

const invalid = { code: 'invalid' };
const notFound = { code: 'not-found', message: 'There is no such account.' };
const forbidden = { code: 'forbidden' };
const token = { name: 't', scopes: ['read'], purpose: 'p', days: 1 } as const;

test('it makes no account of a class wider than its own, and its own where it names none', async () => {
  await expect(made(narrow, 'ann', norland, ['analyst'])).rejects.toMatchObject(invalid);
  await expect(made(narrow, 'ann', norland, ['integrator'], 'service')).rejects.toMatchObject(invalid);
  expect(await made(narrow, 'ann', undefined, ['analyst'])).toMatchObject({ reader: low });
});

test('it widens no account, least of all its own', async () => {
  const { account } = await made(narrow, 'bea', low, ['analyst']);
  await expect(cast.acts.changeAccount(narrow, account, { reader: norland })).rejects.toMatchObject(invalid);
  await expect(cast.acts.changeAccount(narrow, narrow.account, { reader: norland })).rejects.toMatchObject(
    invalid,
  );
});

test('a class that it makes is cut down to its own', async () => {
  const reader = await cast.acts.createReader(narrow, { levels: { [secrecy]: 3 }, without: [crypto] });
  await made(narrow, 'cleo', reader, ['analyst']);
  const levels = await cast.cell.view(reader, ({ reader: { rights } }) => Promise.resolve(rights.levels));
  expect(levels).toEqual({ [secrecy]: 1 });
});

test('to it, accounts whose class is not within its own are not there', async () => {
  const listed = await cast.acts.listAccounts(narrow);
  expect(listed.map(({ reader }) => reader)).not.toContain(norland);
  expect(listed.map(({ id }) => id)).toContain(narrow.account);
  const never = '99999999-0000-4000-8000-000000000000';
  for (const account of [wide, aside, chief.account, never]) {
    const acts = [
      () => cast.acts.changeAccount(narrow, account, { name: 'Mine' }),
      () => cast.acts.changeAccount(narrow, account, { disabled: true }),
      () => cast.acts.resetAccount(narrow, account),
      () => cast.acts.revokeSessionsOf(narrow, account),
      () => cast.acts.listTokens(narrow, account),
      () => cast.acts.createToken(narrow, { ...token, account }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject(notFound);
  }
});

test('it rotates and revokes no token of a wider account, and is not told that there is one', async () => {
  const { id } = (await cast.acts.createToken(chief, { ...token, account: wide })).token;
  const never = '99999999-0000-4000-8000-000000000000';
  for (const one of [id, never]) {
    const none = { code: 'not-found', message: 'There is no such token.' };
    await expect(cast.acts.rotateToken(narrow, one, 1)).rejects.toMatchObject(none);
    await expect(cast.acts.revokeToken(narrow, one)).rejects.toMatchObject(none);
  }
});

test('it gets no recovery code, which makes an account of the whole member', async () => {
  await expect(cast.acts.renewRecoveryCode(narrow, password)).rejects.toMatchObject(forbidden);
});

test('it grants no clearance and no attribute, its own member’s included', async () => {
  const acts = coalitionActs(cast.cell, () => Promise.resolve(true));
  const act = async (): Promise<void> => acts.grantClearance(narrow, secrecy, norland, 9);
  await expect(act()).rejects.toMatchObject(forbidden);
  const grant = async (): Promise<void> => acts.grantAttribute(narrow, crypto, norland, true);
  await expect(grant()).rejects.toMatchObject(forbidden);
});

test('it is no last administrator: one of the whole member stays', async () => {
  for (const update of [{ disabled: true }, { roles: ['analyst'] as const }, { reader: low }]) {
    await expect(cast.acts.changeAccount(chief, chief.account, update)).rejects.toMatchObject({
      code: 'conflict',
    });
  }
});

test('the recovery code makes no administrator of a part of the member', async () => {
  const { codes } = await founded(cast);
  const command = { login: 'nina@norland', password: 'nine red foxes', address, code: codes.norland };
  await expect(cast.acts.recover(command)).rejects.toMatchObject({ code: 'conflict' });
});

test('within its class it administers: accounts, tokens, resets', async () => {
  const { account } = await made(narrow, 'dina', low, ['analyst']);
  const service = await made(narrow, 'dobot', undefined, ['integrator'], 'service');
  expect(await cast.acts.createToken(narrow, { ...token, account: service.account })).toMatchObject({
    token: { account: service.account },
  });
  await cast.acts.resetAccount(narrow, account);
  expect(await cast.acts.changeAccount(narrow, account, { disabled: true })).toMatchObject({ id: account });
});
