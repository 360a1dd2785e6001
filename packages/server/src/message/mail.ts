/** Where an account gets e-mail: an address that it set itself, and confirmed by a code that was sent to it. */
import { createHmac } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import { forgetAttempts } from '@entente/store/account/attempt-writer';
import { readAccount, type AccountRow } from '@entente/store/account/reader';
import { readMail, readSentences, type MailRow, type Rhythm } from '@entente/store/mail/reader';
import {
  confirmAddress,
  proposeAddress,
  removeAddress,
  setRhythm,
  setSentences,
} from '@entente/store/mail/writer';
import { attemptKey, confirmOwn, requireAttempt } from '../account/proof/confirm.ts';
import { sameDigest } from '../account/proof/secret.ts';
import { requireAdministrator, requireWhole } from '../account/rights.ts';
import type { Scene } from '../account/scene.ts';
import type { Caller } from '../caller.ts';
import { codeText, farewellText, languageOf } from './letter.ts';
import type { Post } from './post.ts';

export interface MailInfo {
  /** Whether the cell has a mail server. */
  available: boolean;
  address: string | null;
  /** Waits for its code. */
  pending: string | null;
  rhythm: Rhythm;
  /** Whether sending there was given up. */
  stopped: boolean;
}

export interface MailCommand {
  address: string;
  rhythm: Rhythm;
  /** The account's own; wanted where a code is sent and the account has one. */
  password?: string | undefined;
}

/** By each person for its own account; what the member lays down, by an administrator. */
export interface MailActs {
  mail(caller: Caller): Promise<MailInfo>;
  /** Sends a code to an address that is another one, or was stopped; the one before stays good until it is confirmed. */
  setMail(caller: Caller, command: MailCommand): Promise<MailInfo>;
  confirmMail(caller: Caller, code: string): Promise<MailInfo>;
  /** @param password the account's own, where it has one: e-mail warns it of strangers */
  removeMail(caller: Caller, password?: string): Promise<void>;
  /** Whether e-mail to accounts of the member says what kind of message waits. */
  mailPolicy(caller: Caller): Promise<boolean>;
  setMailPolicy(caller: Caller, sentences: boolean): Promise<void>;
}

const hour = 3_600_000_000;
/** One address (RFC 5321 §4.1.2, without quotes): nothing in it ends a line or begins another address. */
const mailbox =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

export const mailActs = (scene: Scene, post: Post): MailActs => ({
  ...addressActs(scene, post),
  ...sentenceActs(scene),
});

function addressActs(scene: Scene, post: Post): Omit<MailActs, 'mailPolicy' | 'setMailPolicy'> {
  const { cell } = scene;
  const { writer } = cell.database;
  const infoOf = async ({ account }: Caller): Promise<MailInfo> =>
    mailInfo(post, await readMail(writer, account));
  return {
    mail: infoOf,

    async setMail(caller, command) {
      const { rhythm } = command;
      const address = requireAddress(command.address);
      const before = await readMail(writer, caller.account);
      if (before?.address === address && before.stoppedAt === null) {
        await cell.act(caller, 'mail-rhythm', { account: caller.account, rhythm }, ({ client }) =>
          setRhythm(client, caller.account, rhythm),
        );
      } else await propose(scene, post, caller, { ...command, address });
      return infoOf(caller);
    },

    async confirmMail(caller, code) {
      const before = await readMail(writer, caller.account);
      await confirm(scene, caller, code);
      const info = await infoOf(caller);
      if (info.address !== before?.address) await sayFarewell(scene, post, caller, before);
      return info;
    },

    async removeMail(caller, password) {
      await confirmOwn(scene, caller, password);
      const before = await readMail(writer, caller.account);
      await cell.act(caller, 'mail-remove', { account: caller.account }, ({ client }) =>
        removeAddress(client, caller.account),
      );
      await sayFarewell(scene, post, caller, before);
    },
  };
}

function sentenceActs({ cell }: Scene): Pick<MailActs, 'mailPolicy' | 'setMailPolicy'> {
  const { writer } = cell.database;
  return {
    async mailPolicy(caller) {
      requireWhole(caller);
      return readSentences(writer, caller.member);
    },

    async setMailPolicy(caller, sentences) {
      requireWhole(caller);
      requireAdministrator(caller);
      await cell.act(caller, 'mail-policy', { sentences }, ({ client }) =>
        setSentences(client, caller.member, sentences),
      );
    },
  };
}

const mailInfo = (post: Post, row: MailRow | undefined): MailInfo => ({
  available: post.hasMail,
  address: row?.address ?? null,
  pending: row?.pending ?? null,
  rhythm: row?.rhythm ?? 'soon',
  stopped: row !== undefined && row.stoppedAt !== null,
});

function requireAddress(text: string): string {
  const address = text.trim();
  if (address.length <= 254 && mailbox.test(address) && address.indexOf('@') <= 64) return address;
  throw new Failure('invalid', 'address: must be one e-mail address, as anna@norland.example.');
}

/** Only who knows the account's password sends its e-mail elsewhere: e-mail tells of strangers who signed in. */
async function propose(
  scene: Scene,
  post: Post,
  caller: Caller,
  { address, rhythm, password }: MailCommand,
): Promise<void> {
  const { cell } = scene;
  if (!post.hasMail) throw new Failure('conflict', 'This cell has no mail server: its operator sets one.');
  const account = await confirmOwn(scene, caller, password);
  if (account.kind === 'service') throw new Failure('conflict', 'A service gets webhooks, not e-mail.');
  await requireAttempt(scene, attemptKey(scene, 'mail address', account.id));
  const code = makeCode(scene);
  const codeDigest = digestOfCode(scene, account.id, address, code);
  await cell.act(caller, 'mail-address', { account: account.id }, ({ client, at }) =>
    proposeAddress(client, account.id, { pending: address, codeDigest, at, rhythm }),
  );
  await sendCode(scene, post, account, { address, code });
}

async function sendCode(
  { cell }: Scene,
  post: Post,
  { language: spoken }: AccountRow,
  { address, code }: { address: string; code: string },
): Promise<void> {
  const language = languageOf(spoken);
  const letter = { id: cell.world.uuid(), to: address, language, at: cell.world.now() };
  try {
    await post.send({ ...letter, ...codeText(language, code) });
  } catch (error) {
    cell.log.info({ reason: String(error) }, 'a code was not sent');
    throw new Failure('unavailable', 'The mail server did not take the code: look at the address, or later.');
  }
}

/**
 * Tells the address that gets no more: it is there that somebody reads who did not switch it off. Where the mail server
 * does not take it, it is switched off all the same.
 */
async function sayFarewell(
  { cell }: Scene,
  post: Post,
  { member, account }: Caller,
  before: MailRow | undefined,
): Promise<void> {
  const to = before?.address ?? null;
  if (to === null || !post.hasMail) return;
  const row = await readAccount(cell.database.writer, member, account);
  const language = languageOf(row?.language ?? null);
  try {
    await post.send({ id: cell.world.uuid(), to, language, at: cell.world.now(), ...farewellText(language) });
  } catch (error) {
    cell.log.info({ reason: String(error) }, 'a farewell was not sent');
  }
}

/** Eight digits; what is drawn is long enough for none to come up more often than another. */
function makeCode({ cell }: Scene): string {
  const drawn = Buffer.from(cell.world.random(16)).toString('hex');
  return String(BigInt(`0x${drawn}`) % 100_000_000n).padStart(8, '0');
}

/** Keyed: whoever reads the database does not find the code by trying all. */
const digestOfCode = ({ cell }: Scene, ...parts: readonly string[]): string =>
  createHmac('sha256', cell.keys.account)
    .update(JSON.stringify(['mail code', ...parts]))
    .digest('hex');

async function confirm(scene: Scene, caller: Caller, typed: string): Promise<void> {
  const { cell } = scene;
  const { account } = caller;
  const key = attemptKey(scene, 'mail code', account);
  await requireAttempt(scene, key);
  const row = await readMail(cell.database.writer, account);
  const { pending = null, codeDigest = null, codeAt = null } = row ?? {};
  const code = typed.replaceAll(/\D/g, '');
  const isRight =
    pending !== null &&
    codeDigest !== null &&
    cell.world.now() < (codeAt ?? 0) + hour &&
    sameDigest(codeDigest, digestOfCode(scene, account, pending, code));
  if (!isRight) throw wrong();
  await cell.act(caller, 'mail-confirm', { account }, async ({ client, at }) => {
    if (!(await confirmAddress(client, account, codeDigest))) throw wrong();
    await forgetAttempts(client, [key], at);
  });
}

const wrong = (): Failure =>
  new Failure('invalid', 'code: is not the one that was sent last, within the last hour.');
