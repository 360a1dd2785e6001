/** E-mail over a real mail server: what it says, to whom it goes, and when. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { notify, type NewMessage } from '@entente/store/message/writer';
import { Courier } from '@entente/server/message/courier';
import { openPost } from '@entente/server/message/post';
import type { Caller } from '@entente/server/caller';
import { addReader } from '@entente/store/coalition/writer';
import { founded, norland, startCast, welcome, type Cast } from '../account/cast.ts';
import { bringIn, stix } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';
import { startMailServer, type Mail, type MailServer } from './mail-server.ts';

const password = 'nine amber otters';
const minute = 60_000_000;

let server: MailServer;
let cast: Cast;
let courier: Courier;
let anna: Caller;
let chief: Caller;

beforeAll(async () => {
  server = await startMailServer();
  const post = openPost({
    mail: { server: new URL(server.url), from: 'Entente <entente@cell.example>' },
    calls: { allowed: [], proxy: undefined },
    extraAuthorities: undefined,
    host: 'cell.example',
  });
  cast = await startCast('mail', post);
  courier = new Courier(cast.cell, post, 'https://cell.example');
  cast.cell.duty(courier);
  ({ chief } = await founded(cast));
  await welcome(cast, 'anna', password);
  anna = await enter();
});
beforeEach(async () => {
  await later(minute);
  server.mails.length = 0;
});
afterAll(async () => {
  await courier.close();
  await cast.close();
  await server.close();
});

async function enter(device?: string): Promise<Caller> {
  const answer = await cast.acts.signIn({
    login: 'anna@norland',
    password,
    address: '192.0.2.9',
    ...(device === undefined ? {} : { device }),
  });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  return (await cast.authenticate({ authorization: undefined, cookie, address: '' })) as Caller;
}

/** Time passes, and what is due is sent. */
async function later(micros: number): Promise<void> {
  cast.world.at += micros;
  await cast.cell.settle();
  await courier.rest();
  await cast.cell.settle();
}

let told = 0;
async function tell(message: Partial<NewMessage> = {}): Promise<void> {
  const whole = {
    member: norland,
    roles: [],
    kind: 'label-waits',
    about: `thing ${(told += 1)}`,
    params: {},
    waits: true,
    ...message,
  };
  cast.world.at += 1000;
  await cast.cell.act(callerOf('hub'), 'tell', {}, (change) => notify(change, [whole as NewMessage]));
}

/** The id of the letter that waits for Anna's account. */
async function nextLetter(): Promise<string> {
  const { rows } = await cast.cell.database.writer.query<{ id: string }>(
    'select id from delivery where account = $1',
    [anna.account],
  );
  const [{ id }] = rows as [{ id: string }];
  return id;
}
let givenUp: string;

const codeIn = ({ text }: Mail): string => /\b\d{8}\b/.exec(text)?.[0] ?? '';

async function setAnna(address = 'anna@norland.example', rhythm: 'soon' | 'daily' = 'soon'): Promise<void> {
  await cast.acts.setMail(anna, { address, rhythm, password });
  const code = server.mails.at(-1);
  if (code !== undefined) await cast.acts.confirmMail(anna, codeIn(code));
  server.mails.length = 0;
}

test('An address counts once the code that was sent to it has come back', async () => {
  await cast.acts.setMail(anna, { address: 'anna@norland.example', rhythm: 'soon', password });
  const [mail] = server.mails as [Mail];
  expect(mail.to).toEqual(['anna@norland.example']);
  expect(await cast.acts.mail(anna)).toMatchObject({ address: null, pending: 'anna@norland.example' });
  await tell();
  await later(minute);
  expect(server.mails).toHaveLength(1);
  await expect(cast.acts.confirmMail(anna, '00000000')).rejects.toMatchObject({ code: 'invalid' });
  expect(await cast.acts.confirmMail(anna, codeIn(mail))).toMatchObject({
    address: 'anna@norland.example',
    pending: null,
  });
  await expect(cast.acts.confirmMail(anna, codeIn(mail))).rejects.toMatchObject({ code: 'invalid' });
});

test('An e-mail says how many wait and where, in plain text, and nothing else', async () => {
  await setAnna();
  await cast.acts.changeProfile(anna, { language: 'en' });
  await tell({ about: 'a secret name' });
  await tell();
  await later(minute);
  const [mail, ...more] = server.mails as [Mail];
  expect(more).toEqual([]);
  expect(mail.head.get('subject')).toBe('Something waits for you');
  expect(mail.head.get('from')).toBe('Entente <entente@cell.example>');
  expect(mail.head.get('list-id')).toBe('<notices.cell.example>');
  expect(mail.head.get('auto-submitted')).toBe('auto-generated');
  expect(mail.head.get('content-type')).toContain('text/plain');
  expect(mail.head.get('message-id')).toMatch(/^<[0-9a-f-]{36}@cell\.example>$/);
  expect(mail.text).toMatch(/^\d+ messages that you have not read\.\r?\nOn \d+, somebody has to act\./);
  expect(mail.text).toContain('https://cell.example/inbox');
  expect(mail.raw).not.toMatch(/secret name|label|agreement|<html|<img/i);
});

test('It is in the language of the account', async () => {
  await setAnna();
  await cast.acts.changeProfile(anna, { language: 'fr' });
  await tell();
  await later(minute);
  const [mail] = server.mails as [Mail];
  expect(mail.text).toMatch(/messages que vous n’avez pas lus\./);
  expect(mail.head.get('content-language')).toBe('fr');
  await cast.acts.changeProfile(anna, { language: 'en' });
});

test('Where the member chose so, it says the kind of what waits, but not of what is about an object', async () => {
  await setAnna();
  await cast.acts.setMailPolicy(chief, true);
  await expect(cast.acts.setMailPolicy(anna, false)).rejects.toMatchObject({ code: 'forbidden' });
  const asked = 'note--22222222-0000-4000-8000-000000000000';
  await bringIn(cast, norland, [stix(asked, { content: 'Who travels?', object_refs: [asked] })]);
  await tell();
  await later(minute);
  await tell({ kind: 'request-asked', about: asked });
  await later(minute);
  const [first, second] = server.mails.map(({ text }) => text.split('\r\n'));
  const unread = (lines: string[] | undefined): number => Number.parseInt(lines?.[0] ?? '');
  expect(unread(second)).toBe(unread(first) + 1);
  for (const lines of [first, second])
    expect(lines?.filter((line) => line.startsWith('- '))).toEqual(['- A label waits for your agreement.']);
  await cast.cell.act(callerOf('hub'), 'read', {}, ({ client }) =>
    client.query(
      `insert into message_read (account, message, at) select $1, id, 0 from message on conflict do nothing`,
      [anna.account],
    ),
  );
  await cast.acts.setMailPolicy(chief, false);
});

test('What has been read before the letter leaves needs no letter', async () => {
  await setAnna();
  await tell();
  await cast.cell.act(callerOf('hub'), 'read', {}, ({ client }) =>
    client.query(
      `insert into message_read (account, message, at) select $1, id, 0 from message on conflict do nothing`,
      [anna.account],
    ),
  );
  await later(minute);
  expect(server.mails).toEqual([]);
});

test('Daily letters leave once, in the morning', async () => {
  await setAnna('anna@norland.example', 'daily');
  await cast.acts.setMail(anna, { address: 'anna@norland.example', rhythm: 'daily' });
  await tell();
  await tell();
  const day = 24 * 60 * minute;
  const six = 6 * 60 * minute;
  const morning = Math.floor((cast.world.at - six) / day) * day + day + six;
  await later(morning - minute - cast.world.at);
  expect(server.mails).toEqual([]);
  await later(2 * minute);
  expect(server.mails).toHaveLength(1);
  await later(day);
  expect(server.mails).toHaveLength(1);
  await cast.acts.setMail(anna, { address: 'anna@norland.example', rhythm: 'soon' });
});

test('A sign-in in a strange browser is told to the account alone, and by e-mail even where it was read', async () => {
  await setAnna();
  await enter();
  await cast.cell.act(callerOf('hub'), 'read', {}, ({ client }) =>
    client.query(
      `insert into message_read (account, message, at) select $1, id, 0 from message on conflict do nothing`,
      [anna.account],
    ),
  );
  await later(minute);
  expect(server.mails.map(({ to }) => to)).toEqual([['anna@norland.example']]);
  const { rows } = await cast.cell.database.writer.query<{ account: string }>(
    "select account from message where kind = 'device-new'",
  );
  expect(new Set(rows.map(({ account }) => account))).toEqual(new Set([anna.account]));
});

test('A server that is full is tried again, with the same id; what came meanwhile is in the same letter', async () => {
  await setAnna();
  server.isFull = true;
  await tell();
  await later(minute);
  expect(server.mails).toEqual([]);
  const waiting = await cast.cell.database.writer.query<{ id: string; attempts: number }>(
    'select id, attempts from delivery where account = $1',
    [anna.account],
  );
  expect(waiting.rows[0]?.attempts).toBe(1);
  await tell();
  server.isFull = false;
  await later(minute + 1000);
  expect(server.mails.map(({ head }) => head.get('message-id'))).toEqual([
    `<${waiting.rows[0]?.id}@cell.example>`,
  ]);
});

test('After three days without success it is given up, and the administrators are told', async () => {
  await setAnna();
  server.isFull = true;
  await tell();
  await later(minute);
  givenUp = await nextLetter();
  await later(80 * 60 * minute);
  server.isFull = false;
  expect(await cast.acts.mail(anna)).toMatchObject({ stopped: true });
  const { rows } = await cast.cell.database.writer.query(
    `select member, roles, about from message where kind = 'mail-stopped'`,
  );
  expect(rows).toEqual([{ member: norland, roles: ['administrator'], about: anna.account }]);
  await tell();
  await later(minute);
  expect(server.mails).toEqual([]);
});

test('An address that was given up is confirmed anew, and nobody is told that it gets no more', async () => {
  const stopped = { address: 'anna@norland.example', rhythm: 'soon' } as const;
  await expect(cast.acts.setMail(anna, stopped)).rejects.toMatchObject({ code: 'forbidden' });
  await cast.acts.setMail(anna, { ...stopped, password });
  expect(server.mails.map(({ to }) => to)).toEqual([[stopped.address]]);
  expect(await cast.acts.mail(anna)).toMatchObject({ stopped: true, pending: stopped.address });
  await cast.acts.confirmMail(anna, codeIn(server.mails.at(-1) as Mail));
  expect(await cast.acts.mail(anna)).toMatchObject({ ...stopped, pending: null, stopped: false });
  expect(server.mails).toHaveLength(1);
  await tell();
  await later(minute);
  expect(server.mails).toHaveLength(2);
  // What was given up may have arrived.
  expect(server.mails[1]?.head.get('message-id')).not.toContain(givenUp);
});

test('A letter after e-mail was switched off has an id of its own', async () => {
  await setAnna();
  server.isFull = true;
  await tell();
  await later(minute);
  const begun = await nextLetter();
  server.isFull = false;
  await cast.acts.removeMail(anna, password);
  await setAnna();
  await tell();
  await later(minute);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]?.head.get('message-id')).not.toContain(begun);
});

test('An address holds nothing that ends a line or names another one', async () => {
  for (const address of [
    'anna@norland.example\r\nBcc: eve@else.example',
    'anna@norland.example\nX: y',
    'anna@norland.example, eve@else.example',
    'Anna <anna@norland.example>',
    '"a b"@norland.example',
    'anna@norland.example\0',
    'anna@[127.0.0.1]',
    'anna@localhost',
    `${'a'.repeat(65)}@norland.example`,
  ]) {
    const set = cast.acts.setMail(anna, { address, rhythm: 'soon', password });
    await expect(set).rejects.toMatchObject({ code: 'invalid' });
  }
  expect(server.mails).toEqual([]);
});

test('Who does not know the password sends nobody’s e-mail elsewhere, and codes are not guessed', async () => {
  const elsewhere = { address: 'eve@else.example', rhythm: 'soon', password: 'wrong' } as const;
  await expect(cast.acts.setMail(anna, elsewhere)).rejects.toMatchObject({ code: 'forbidden' });
  expect(server.mails).toEqual([]);
  await later(60 * minute);
  await cast.acts.setMail(anna, { ...elsewhere, password });
  const codes: string[] = [];
  for (let guess = 0; guess < 6; guess += 1) {
    const tried = cast.acts.confirmMail(anna, String(guess).padStart(8, '0'));
    codes.push(
      await tried.then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      ),
    );
  }
  expect(codes).toContain('too-many');
  expect(codes).not.toContain('taken');
});

test('A code is nowhere but in the e-mail: not in the database, not in the record of acts', async () => {
  await later(60 * minute);
  await cast.acts.setMail(anna, { address: 'new@norland.example', rhythm: 'soon', password });
  const code = codeIn(server.mails.at(-1) as Mail);
  expect(code).toHaveLength(8);
  const { rows } = await cast.cell.database.writer.query<{ text: string }>(
    `select a::text as text from act a union all select m::text from mail_address m`,
  );
  expect(rows.filter(({ text }) => text.includes(code))).toEqual([]);
  await expect(cast.acts.confirmMail(chief, code)).rejects.toMatchObject({ code: 'invalid' });
});

test('An address that gets no more is told so: whoever switched it off may not be the account', async () => {
  await setAnna();
  await cast.acts.setMail(anna, { address: 'moved@norland.example', rhythm: 'soon', password });
  await cast.acts.confirmMail(anna, codeIn(server.mails.at(-1) as Mail));
  expect(server.mails.at(-1)).toMatchObject({ to: ['anna@norland.example'] });
  expect(server.mails.at(-1)?.text).toContain('was switched off, or goes to another address');
  // Who does not know the password switches nothing off.
  await expect(cast.acts.removeMail(anna, 'wrong')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await cast.acts.mail(anna)).toMatchObject({ address: 'moved@norland.example' });
  await later(60 * minute);
  await cast.acts.removeMail(anna, password);
  expect(server.mails.at(-1)).toMatchObject({ to: ['moved@norland.example'] });
  expect(await cast.acts.mail(anna)).toMatchObject({ address: null, pending: null });
});

test('A narrower account gets e-mail of what is addressed to it alone', async () => {
  const reader = 'eeeeeeee-0000-4000-8000-000000000000';
  await cast.cell.act(callerOf('hub'), 'reader', {}, async (change) => {
    await addReader(change, reader, norland, { levels: {}, without: [] });
    await change.client.query('update account set reader = $2 where id = $1', [anna.account, reader]);
    await change.client.query(
      `update mail_address set address = 'narrow@norland.example', stopped_at = null where account = $1`,
      [anna.account],
    );
  });
  await later(minute);
  server.mails.length = 0;
  await tell();
  await later(minute);
  expect(server.mails).toEqual([]);
  await tell({ account: anna.account, kind: 'device-new', about: anna.account });
  await later(minute);
  expect(server.mails).toHaveLength(1);
});
