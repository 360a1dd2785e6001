import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignInAnswer } from '@entente/server/account/sign-in';
import type { Caller } from '@entente/server/caller';
import { codeAt as codeOfTime } from './code-at.ts';
import { founded, letIn, norland, startCast, welcome, type Cast } from './cast.ts';

let cast: Cast;
const password = 'seven grey herons';
const address = '192.0.2.7';

beforeAll(async () => {
  cast = await startCast();
  await founded(cast);
});
afterAll(() => cast.close());

const signIn = (login: string, more: object = {}): Promise<SignInAnswer> =>
  cast.acts.signIn({ login, password, address, ...more });

async function signedIn(login: string, more: object = {}) {
  const answer = await signIn(login, more);
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  return answer;
}

const withCookie = (secret: string) =>
  cast.authenticate({ authorization: undefined, cookie: `other=1; entente_session=${secret}`, address });

const callerOf = async (login: string, more: object = {}): Promise<Caller> =>
  (await withCookie((await signedIn(login, more)).session.secret)) as Caller;

const wait = (seconds: number): void => {
  cast.world.at += seconds * 1_000_000;
};

const codeAt = (secret: string, at = cast.world.at): string => codeOfTime(secret, at);

async function enrolled(login: string): Promise<{ caller: Caller; secret: string }> {
  const caller = await callerOf(login);
  const { secret } = await cast.acts.enrolTotp(caller, password);
  await cast.acts.confirmTotp(caller, codeAt(secret));
  wait(30);
  return { caller, secret };
}

test('a session carries the purpose that was declared, and ends at sign-out', async () => {
  await welcome(cast, 'mara', password);
  const { session } = await signedIn('Mara@Norland', { purpose: 'foreign fighters', caseReference: 'N-1' });
  const caller = await withCookie(session.secret);
  expect(caller).toMatchObject({ member: norland, purpose: 'foreign fighters', caseReference: 'N-1' });
  await cast.acts.declarePurpose(caller as Caller, { purpose: 'training' });
  expect(await withCookie(session.secret)).toMatchObject({ purpose: 'training', caseReference: undefined });
  await cast.acts.signOut(caller as Caller);
  expect(await withCookie(session.secret)).toBeUndefined();
});

test('a sign-in is an act of its member, recorded with what proved it', async () => {
  await welcome(cast, 'rune', password);
  const { account } = await signedIn('rune@norland');
  const { rows } = await cast.cell.database.writer.query<{ member: string; body: string }>(
    `select member, body from act where kind = 'sign-in' and actor = $1`,
    [account.id],
  );
  expect(rows.map(({ member }) => member)).toEqual([norland]);
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ 'second-factor': false, 'known-browser': false });
});

test('a session ends when it was not used for two hours, and after twelve in any case', async () => {
  await welcome(cast, 'ida', password);
  const idle = await signedIn('ida@norland');
  wait(2 * 3600 - 1);
  expect(await withCookie(idle.session.secret)).toBeDefined();
  wait(2 * 3600);
  expect(await withCookie(idle.session.secret)).toBeUndefined();
  const busy = await signedIn('ida@norland');
  for (let hours = 1; hours < 12; hours++) {
    wait(3600);
    expect(await withCookie(busy.session.secret)).toBeDefined();
  }
  wait(3600);
  expect(await withCookie(busy.session.secret)).toBeUndefined();
});

test('an unknown login, a wrong password, a service and a disabled account are refused alike', async () => {
  const { chief } = await founded(cast);
  const mallory = await welcome(cast, 'mallory', password);
  await cast.acts.changeAccount(chief, mallory.id, { disabled: true });
  await letIn(cast, { login: 'robot@norland', kind: 'service', roles: ['integrator'] });
  for (const login of ['nobody@norland', 'mallory@norland', 'robot@norland', 'x@nowhere', '']) {
    expect(await signIn(login)).toEqual({ outcome: 'refused' });
  }
  expect(await signIn('mara@norland', { password: 'wrong as can be' })).toEqual({ outcome: 'refused' });
});

test('guesses wait longer and longer, and wait nowhere else', async () => {
  await welcome(cast, 'olav', password);
  const guess = (from: string) => signIn('olav@norland', { password: 'not the right one', address: from });
  for (let count = 0; count < 3; count++) expect(await guess('198.51.100.1')).toEqual({ outcome: 'refused' });
  const waits: number[] = [];
  for (let count = 0; count < 4; count++) {
    const answer = await guess('198.51.100.1');
    if (answer.outcome !== 'wait') throw new Error(answer.outcome);
    waits.push(answer.seconds);
    wait(answer.seconds);
    expect(await guess('198.51.100.1')).toEqual({ outcome: 'refused' });
  }
  expect(waits).toEqual([1, 2, 4, 8]);
  expect((await signIn('olav@norland', { address: '198.51.100.1' })).outcome).toBe('wait');
  expect(await signIn('olav@norland', { address: '203.0.113.5' })).toMatchObject({
    outcome: 'signed-in',
    failedBefore: 7,
  });
});

test('what was tried more than a week ago is told to nobody, whether anybody signed in since or not', async () => {
  for (const name of ['aud', 'bera', 'cato']) await welcome(cast, name, password);
  const guess = (name: string) => signIn(`${name}@norland`, { password: 'not the right one' });
  for (const name of ['aud', 'bera']) await guess(name);
  wait(7 * 86_400 + 1);
  expect(await signIn('aud@norland')).toMatchObject({ outcome: 'signed-in', failedBefore: 0 });
  expect(await signIn('bera@norland')).toMatchObject({ outcome: 'signed-in', failedBefore: 0 });
  await guess('cato');
  wait(7 * 86_400 + 1);
  await guess('cato');
  expect(await signIn('cato@norland')).toMatchObject({ outcome: 'signed-in', failedBefore: 1 });
});

test('attempts that come at once are counted one by one', async () => {
  await welcome(cast, 'siri', password);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => signIn('siri@norland', { password: 'not the right one' })),
  );
  expect(answers.filter(({ outcome }) => outcome === 'refused').length).toBe(3);
  expect(answers.filter(({ outcome }) => outcome === 'wait').length).toBe(3);
});

test('a network of IPv6 counts as one', async () => {
  await welcome(cast, 'tove', password);
  for (const end of ['1', '2', '3']) {
    const from = { password: 'not the right one', address: `2001:db8:0:7::${end}` };
    expect(await signIn('tove@norland', from)).toEqual({ outcome: 'refused' });
  }
  expect((await signIn('tove@norland', { address: '2001:db8::7:0:0:0:4' })).outcome).toBe('wait');
  expect((await signIn('tove@norland', { address: '2001:db8:0:8::1' })).outcome).toBe('signed-in');
});

test('guesses from everywhere slow strange browsers down, and leave known ones alone', async () => {
  await welcome(cast, 'leif', password);
  const { device } = await signedIn('leif@norland');
  for (let count = 0; count < 12; count++) {
    await signIn('leif@norland', { password: 'not the right one', address: `198.51.100.${count}` });
  }
  cast.pauses.length = 0;
  expect((await signIn('leif@norland', { address: '198.51.100.1', device })).outcome).toBe('signed-in');
  expect(cast.pauses).toEqual([]);
  for (let count = 0; count < 12; count++) {
    await signIn('leif@norland', { password: 'not the right one', address: `203.0.113.${count}` });
  }
  cast.pauses.length = 0;
  expect((await signIn('leif@norland', { address: '203.0.113.99' })).outcome).toBe('signed-in');
  expect(cast.pauses).toEqual([400]);
});

test('a browser that is known for one account is strange to another', async () => {
  await welcome(cast, 'nils', password);
  const { device } = await signedIn('mara@norland');
  const answer = await signedIn('nils@norland', { device });
  expect(answer.device).not.toBe(device);
  expect((await signedIn('mara@norland', { device })).device).toBe(device);
});

test('with one-time codes, a sign-in wants one, takes each once, and none before it', async () => {
  await welcome(cast, 'vera', password);
  const { secret } = await enrolled('vera@norland');
  expect(await signIn('vera@norland')).toEqual({ outcome: 'code-required' });
  expect(await signIn('vera@norland', { code: '000000', password: 'wrong as can be' })).toEqual({
    outcome: 'refused',
  });
  const code = codeAt(secret);
  const previous = codeAt(secret, cast.world.at - 30_000_000);
  await signedIn('vera@norland', { code });
  expect(await signIn('vera@norland', { code })).toEqual({ outcome: 'refused' });
  expect(await signIn('vera@norland', { code: previous })).toEqual({ outcome: 'refused' });
  wait(30);
  await signedIn('vera@norland', { code: codeAt(secret) });
});

test('one code that comes twice at once lets in once', async () => {
  await welcome(cast, 'wim', password);
  const { secret } = await enrolled('wim@norland');
  const answers = await Promise.all([1, 2].map(() => signIn('wim@norland', { code: codeAt(secret) })));
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'signed-in']);
});

test('the secret of the codes is sealed where it is stored', async () => {
  const caller = await callerOf('rune@norland');
  const { secret, address: shown } = await cast.acts.enrolTotp(caller, password);
  expect(shown).toContain(`secret=${secret}`);
  const { rows } = await cast.cell.database.writer.query<{ text: string }>(
    'select a::text as text from account a',
  );
  expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
});

test('a change of password ends the other sessions, and wants the one before', async () => {
  await welcome(cast, 'yrsa', password);
  const [one, other] = [await signedIn('yrsa@norland'), await signedIn('yrsa@norland')];
  const caller = (await withCookie(one.session.secret)) as Caller;
  await expect(
    cast.acts.changePassword(caller, { current: 'wrong as can be', next: 'nine red foxes' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(cast.acts.changePassword(caller, { current: password, next: 'short' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await cast.acts.changePassword(caller, { current: password, next: 'nine red foxes' });
  expect(await withCookie(one.session.secret)).toBeDefined();
  expect(await withCookie(other.session.secret)).toBeUndefined();
  expect(await signIn('yrsa@norland')).toEqual({ outcome: 'refused' });
  expect((await signIn('yrsa@norland', { password: 'nine red foxes' })).outcome).toBe('signed-in');
});

test('sessions are listed and revoked by their account, and by nobody else', async () => {
  await welcome(cast, 'ziv', password);
  const [one, other] = [await signedIn('ziv@norland'), await signedIn('ziv@norland')];
  const caller = (await withCookie(one.session.secret)) as Caller;
  const listed = await cast.acts.listSessions(caller);
  expect(new Map(listed.map(({ id, current }) => [id, current]))).toEqual(
    new Map([
      [one.session.id, true],
      [other.session.id, false],
    ]),
  );
  const stranger = await callerOf('mara@norland');
  await expect(cast.acts.revokeSession(stranger, other.session.id)).rejects.toMatchObject({
    code: 'not-found',
  });
  await cast.acts.revokeSession(caller, other.session.id);
  expect(await withCookie(other.session.secret)).toBeUndefined();
  expect(await withCookie(one.session.secret)).toBeDefined();
});
