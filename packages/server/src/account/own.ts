/** What a person does with its own account: password, one-time codes, language. */
import { Failure } from '@entente/core/failure';
import { forgetAttempts } from '@entente/store/account/attempt-writer';
import { readAccount } from '@entente/store/account/reader';
import { changeAccount, revokeSessions, takeTotpStep } from '@entente/store/account/writer';
import type { Caller } from '../caller.ts';
import { accountInfo, requireLanguage, type AccountInfo } from './login.ts';
import { attemptKey, confirmPassword, requireAttempt } from './proof/confirm.ts';
import { requireGoodPassword } from './proof/password.ts';
import { seal, unseal } from './proof/secret.ts';
import { makeTotpSecret, stepOf, totpAddress } from './proof/totp.ts';
import { requirePerson } from './rights.ts';
import type { Scene } from './scene.ts';
import { requireText } from './text.ts';

export interface OwnActs {
  /** Every other session of the account ends. */
  changePassword(caller: Caller, change: { current: string; next: string }): Promise<void>;
  /** A new secret for one-time codes, good once a code of it was confirmed; shown once. */
  enrolTotp(caller: Caller, password: string): Promise<{ secret: string; address: string }>;
  confirmTotp(caller: Caller, code: string): Promise<void>;
  removeTotp(caller: Caller, password: string): Promise<void>;
  changeProfile(caller: Caller, change: { name?: string; language?: string }): Promise<AccountInfo>;
}

export function ownActs(scene: Scene): OwnActs {
  const { cell, known, hashing } = scene;
  return {
    async changePassword(caller, { current, next }) {
      const account = await confirmPassword(scene, caller, current);
      requireGoodPassword(next, account.login);
      const password = await hashing.hash(next, cell.world.random(16), account.id);
      await cell.act(caller, 'password', { account: account.id }, async ({ client, at }) => {
        await changeAccount(client, account.id, { password });
        await revokeSessions(client, account.id, at, caller.credential?.id);
      });
      known.forget();
    },

    async enrolTotp(caller, password) {
      const account = await confirmPassword(scene, caller, password);
      const secret = makeTotpSecret(cell.world);
      const totpPending = seal(cell.keys, cell.world, secret, account.id);
      await cell.act(caller, 'totp-enrol', { account: account.id }, ({ client }) =>
        changeAccount(client, account.id, { totpPending }),
      );
      return { secret, address: totpAddress(secret, account.login, scene.name) };
    },

    confirmTotp: (caller, code) => confirmTotp(scene, caller, code),

    async removeTotp(caller, password) {
      const account = await confirmPassword(scene, caller, password);
      await cell.act(caller, 'totp-remove', { account: account.id }, ({ client }) =>
        changeAccount(client, account.id, { totp: null, totpPending: null }),
      );
    },

    async changeProfile(caller, change) {
      requirePerson(caller);
      const name = change.name === undefined ? undefined : requireText(change.name, 'name', 100);
      const language = requireLanguage(change.language);
      const body = { ...(name ? { name } : {}), ...(language ? { language } : {}) };
      const account = await cell.act(caller, 'profile', body, async ({ client }) => {
        await changeAccount(client, caller.account, body);
        return readAccount(client, caller.member, caller.account);
      });
      if (account === undefined) throw new Failure('not-found', 'There is no such account.');
      return accountInfo(account);
    },
  };
}

async function confirmTotp(scene: Scene, caller: Caller, code: string): Promise<void> {
  requirePerson(caller);
  const { cell } = scene;
  const key = attemptKey(scene, 'confirm code', caller.account);
  await requireAttempt(scene, key);
  const account = await readAccount(cell.database.writer, caller.member, caller.account);
  const pending = account?.totpPending ?? undefined;
  if (pending === undefined) throw new Failure('conflict', 'Ask for a new secret first.');
  const step = stepOf(unseal(cell.keys, pending, caller.account), code, cell.world.now());
  if (step === undefined) throw new Failure('invalid', 'code: is not the one of this moment.');
  await cell.act(caller, 'totp-confirm', { account: caller.account }, async ({ client, at }) => {
    await changeAccount(client, caller.account, { totp: pending, totpPending: null });
    await takeTotpStep(client, caller.account, step);
    await forgetAttempts(client, [key], at);
  });
}
