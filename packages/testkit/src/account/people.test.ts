import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstStart, hostReader } from '@entente/server/account/first-start';
import type { Caller } from '@entente/server/caller';
import { founded, letIn, norland, secretOf, startCast, sundland, welcome, type Cast } from './cast.ts';

let cast: Cast;
const password = 'seven grey herons';
const address = '192.0.2.7';
const url = 'https://cell.example.org';

beforeAll(async () => {
  cast = await startCast();
});
afterAll(() => cast.close());

test('the first start founds the host and gives a link that makes the first account, once', async () => {
  const fresh = await startCast('first');
  const lost = await firstStart(fresh.cell, url);
  const made = await firstStart(fresh.cell, url);
  expect(made?.link).toMatch(/^https:\/\/cell\.example\.org\/welcome#[\w-]{43}$/);
  const first = { password, login: 'Elin', name: 'Elin', address };
  await expect(fresh.acts.redeemLink({ ...first, secret: secretOf(lost) })).rejects.toMatchObject({
    code: 'not-found',
  });
  const secret = secretOf(made);
  expect(await fresh.acts.findLink(secret)).toMatchObject({ realm: 'host', login: undefined });
  const { account, recoveryCode } = await fresh.acts.redeemLink({ ...first, secret });
  expect(account).toMatchObject({ login: 'elin@host', roles: ['secretary', 'administrator'] });
  expect(recoveryCode).toMatch(/^(?:[A-Z2-9]{4}-){7}[A-Z2-9]{4}$/);
  await expect(fresh.acts.redeemLink({ ...first, secret })).rejects.toMatchObject({ code: 'not-found' });
  expect(await firstStart(fresh.cell, url)).toBeUndefined();
  expect(await hostReader(fresh.cell)(account.member)).toBe(true);
  expect(await hostReader(fresh.cell)(norland)).toBe(false);
  expect(await fresh.acts.signIn({ login: 'elin', password, address })).toMatchObject({
    outcome: 'signed-in',
  });
  await fresh.close();
});

test('a link runs out after a week', async () => {
  const fresh = await startCast('week');
  const made = await firstStart(fresh.cell, url);
  fresh.world.at += 7 * 86_400_000_000;
  expect(await fresh.acts.findLink(secretOf(made))).toBeUndefined();
  await fresh.close();
});

test('an administrator makes accounts of its own member, with a link that sets the password', async () => {
  const { chief } = await founded(cast);
  const { account, link } = await cast.acts.createAccount(chief, {
    login: 'anna',
    name: 'Anna',
    kind: 'person',
    roles: ['analyst'],
  });
  expect(account).toMatchObject({
    login: 'anna@norland',
    member: norland,
    reader: norland,
    hasPassword: false,
  });
  expect(await cast.acts.findLink(secretOf(link))).toMatchObject({
    login: 'anna@norland',
    roles: ['analyst'],
  });
  const redeemed = await cast.acts.redeemLink({ secret: secretOf(link), password, address });
  expect(redeemed).toMatchObject({ account: { id: account.id }, recoveryCode: undefined });
  const again = { login: 'anna', name: 'Anna', kind: 'person', roles: ['analyst'] } as const;
  await expect(cast.acts.createAccount(chief, again)).rejects.toMatchObject({ code: 'conflict' });
});

test('two members give the same name without learning of it', async () => {
  const { chief, other } = await founded(cast);
  const both = { login: 'liv', name: 'Liv', kind: 'person', roles: ['analyst'] } as const;
  const one = await cast.acts.createAccount(chief, both);
  const two = await cast.acts.createAccount(other, both);
  expect([one.account.login, two.account.login]).toEqual(['liv@norland', 'liv@sundland']);
  await expect(cast.acts.createAccount(chief, { ...both, login: 'liv@sundland' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('nobody but an administrator keeps accounts, and none those of another member', async () => {
  const { chief, other } = await founded(cast);
  const analyst = await letIn(cast, { login: 'dag@norland' });
  await expect(cast.acts.listAccounts(analyst)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(cast.acts.listAccounts({ ...chief, scopes: new Set(['read']) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  for (const act of [
    (who: Caller) => cast.acts.changeAccount(who, analyst.account, { disabled: true }),
    (who: Caller) => cast.acts.resetAccount(who, analyst.account),
    (who: Caller) => cast.acts.revokeSessionsOf(who, analyst.account),
  ]) {
    await expect(act(other)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no such account.',
    });
  }
  const logins = (await cast.acts.listAccounts(other)).map(({ login }) => login);
  expect(logins.every((login) => login.endsWith('@sundland'))).toBe(true);
});

test('the secretary lets in the first administrator of a member that has none, and nobody later', async () => {
  const fresh = await startCast('invite');
  const { chief } = await founded(fresh, { invite: false });
  const invitation = { member: sundland, realm: 'sundland' };
  const plain = { ...chief, roles: new Set(['administrator'] as const) };
  await expect(fresh.acts.inviteMember(plain, invitation)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(fresh.acts.inviteMember(chief, { ...invitation, realm: 'norland' })).rejects.toMatchObject({
    code: 'conflict',
  });
  const link = await fresh.acts.inviteMember(chief, invitation);
  const redeemed = await fresh.acts.redeemLink({
    secret: secretOf(link),
    login: 'ivo',
    name: 'Ivo',
    password,
    address,
  });
  expect(redeemed.account).toMatchObject({ login: 'ivo@sundland', roles: ['administrator'] });
  expect(redeemed.recoveryCode).toBeDefined();
  await expect(fresh.acts.inviteMember(chief, invitation)).rejects.toMatchObject({ code: 'conflict' });
  await fresh.close();
});

test('a secretary of another member than the host is none', async () => {
  const { other } = await founded(cast);
  const command = { login: 'eva', name: 'Eva', kind: 'person', roles: ['secretary'] } as const;
  await expect(cast.acts.createAccount(other, command)).rejects.toMatchObject({ code: 'invalid' });
  const forged = { ...other, roles: new Set(['secretary'] as const) };
  await expect(cast.acts.inviteMember(forged, { member: norland, realm: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the last administrator of a member can be neither disabled nor reset nor made less', async () => {
  const { other } = await founded(cast);
  for (const act of [
    () => cast.acts.changeAccount(other, other.account, { disabled: true }),
    () => cast.acts.changeAccount(other, other.account, { roles: ['analyst'] }),
    () => cast.acts.resetAccount(other, other.account),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('whoever is disabled is out at once, and stays out of the old sessions and tokens afterwards', async () => {
  const { chief } = await founded(cast);
  const { id } = await welcome(cast, 'kari', password);
  const answer = await cast.acts.signIn({ login: 'kari@norland', password, address });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  const enter = () => cast.authenticate({ authorization: undefined, cookie, address });
  expect(await enter()).toBeDefined();
  await cast.acts.changeAccount(chief, id, { disabled: true });
  expect(await enter()).toBeUndefined();
  await cast.acts.changeAccount(chief, id, { disabled: false });
  expect(await enter()).toBeUndefined();
});

test('a change of roles holds at once, in sessions under way too', async () => {
  const { chief } = await founded(cast);
  const { id } = await welcome(cast, 'jon', password);
  const answer = await cast.acts.signIn({ login: 'jon@norland', password, address });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  const scopes = async () => [
    ...((await cast.authenticate({ authorization: undefined, cookie, address }))?.scopes ?? []),
  ];
  expect(await scopes()).toEqual(['read', 'write', 'label']);
  await cast.acts.changeAccount(chief, id, { roles: ['auditor'] });
  expect(await scopes()).toEqual(['read']);
});

test('an account of a narrower reader class calls as that class; the class of another member is refused', async () => {
  const { chief, other } = await founded(cast);
  const reader = await cast.acts.createReader(chief, { without: ['crypto'] });
  const command = { login: 'pia', name: 'Pia', kind: 'person', roles: ['analyst'], reader } as const;
  const { account, link } = await cast.acts.createAccount(chief, command);
  await cast.acts.redeemLink({ secret: secretOf(link), password, address });
  const answer = await cast.acts.signIn({ login: account.login, password, address });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  const caller = await cast.authenticate({ authorization: undefined, cookie, address });
  expect(caller).toMatchObject({ member: norland, reader });
  await expect(cast.acts.createAccount(other, command)).rejects.toMatchObject({ code: 'invalid' });
});

test('a reset takes password, codes and sessions, and gives a new link', async () => {
  const { chief } = await founded(cast);
  const { id } = await welcome(cast, 'gro', password);
  const link = await cast.acts.resetAccount(chief, id);
  expect(await cast.acts.signIn({ login: 'gro@norland', password, address })).toEqual({ outcome: 'refused' });
  await cast.acts.redeemLink({ secret: secretOf(link), password: 'nine red foxes', address });
  expect(await cast.acts.signIn({ login: 'gro@norland', password: 'nine red foxes', address })).toMatchObject(
    { outcome: 'signed-in' },
  );
});

test('with its recovery code a member gets an administrator again; the code is good once, and nothing else helps', async () => {
  const fresh = await startCast('recovery');
  const { chief, other, codes } = await founded(fresh);
  const command = { login: 'ivo@sundland', password: 'nine red foxes', address };
  await expect(fresh.acts.recover({ ...command, code: codes.norland })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(chief.member).not.toBe(sundland);
  const code = codes.sundland.toLowerCase().replaceAll('-', ' ');
  const { recoveryCode } = await fresh.acts.recover({ ...command, code });
  expect(await fresh.acts.signIn({ ...command })).toMatchObject({
    outcome: 'signed-in',
    account: { id: other.account, roles: ['administrator'] },
  });
  await expect(fresh.acts.recover({ ...command, code })).rejects.toMatchObject({ code: 'forbidden' });
  const made = await fresh.acts.recover({
    ...command,
    login: 'ada@sundland',
    name: 'Ada',
    code: recoveryCode,
  });
  expect(made.recoveryCode).not.toBe(recoveryCode);
  expect(await fresh.acts.signIn({ ...command, login: 'ada@sundland' })).toMatchObject({
    outcome: 'signed-in',
  });
  await fresh.close();
});

test('guesses of a recovery code wait', async () => {
  const command = {
    login: 'ivo@sundland',
    password: 'nine red foxes',
    code: 'AAAA',
    address: '198.51.100.9',
  };
  for (let count = 0; count < 3; count++) {
    await expect(cast.acts.recover(command)).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(cast.acts.recover(command)).rejects.toMatchObject({ code: 'too-many' });
});

test('the role that serves reads cannot read accounts', async () => {
  for (const table of [
    'account',
    'token',
    'session',
    'device',
    'one_time_link',
    'recovery_code',
    'realm',
    'sign_in_attempt',
  ]) {
    await expect(cast.cell.database.reader.query(`select from ${table}`)).rejects.toMatchObject({
      code: '42501',
    });
  }
});
