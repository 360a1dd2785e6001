/**
 * The recovery code of a member: with it the member gets an administrator again when it has lost the last.
 * The host has no other way in for it, and cannot make one.
 */
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { forgetAttempts } from '@entente/store/account/attempt-writer';
import { readRecovery } from '@entente/store/account/link-reader';
import { dropLinks, setRecovery } from '@entente/store/account/link-writer';
import { readAccountByLogin, type AccountRow } from '@entente/store/account/reader';
import { notify } from '@entente/store/message/writer';
import { addAccount, changeAccount, shutOut } from '@entente/store/account/writer';
import type { Caller } from '../caller.ts';
import type { World } from '../cell.ts';
import { callerFor, requireLogin, typedLogin } from './login.ts';
import { attemptKey, confirmPassword, requireAttempt } from './proof/confirm.ts';
import { networkOf } from './proof/network.ts';
import { requireGoodPassword } from './proof/password.ts';
import { digestOf, sameDigest } from './proof/secret.ts';
import { isWhole, requireAdministrator, requireWhole } from './rights.ts';
import type { Scene } from './scene.ts';
import { requireText } from './text.ts';

export interface RecoverCommand {
  /** Whole, with the realm of the member. An account that is not there yet is made. */
  login: string;
  code: string;
  password: string;
  /** For an account that is made. */
  name?: string | undefined;
  address: string;
}

export interface RecoveryActs {
  /**
   * Makes the account an administrator with this password and without one-time codes; its sessions, tokens
   * and links end. One that sees less than its member is refused: it would administer a part alone. The code is used up: the next is returned, and shown this once.
   */
  recover(command: RecoverCommand): Promise<{ recoveryCode: string }>;
  /** A new code in place of the one before; shown this once. By an administrator that sees all that its member sees. */
  renewRecoveryCode(caller: Caller, password: string): Promise<{ recoveryCode: string }>;
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 160 bits as eight groups of four characters that are not mistaken for each other. */
export function makeRecoveryCode(world: World): { text: string; digest: string } {
  const bits = [...world.random(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
  return { text: (letters.match(/.{4}/g) ?? []).join('-'), digest: digestOf(letters) };
}

const plainCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

export function recoveryActs(scene: Scene): RecoveryActs {
  const { cell } = scene;
  return {
    recover: (command) => recover(scene, command),

    async renewRecoveryCode(caller, password) {
      requireAdministrator(caller);
      requireWhole(caller);
      await confirmPassword(scene, caller, password);
      const code = makeRecoveryCode(cell.world);
      await cell.act(caller, 'recovery-renew', {}, ({ client, at }) =>
        setRecovery(client, caller.member, code.digest, at),
      );
      return { recoveryCode: code.text };
    },
  };
}

const refused = (): Failure => new Failure('forbidden', 'The login or the recovery code is not right.');

async function recover(scene: Scene, command: RecoverCommand): Promise<{ recoveryCode: string }> {
  const { cell, hashing, known } = scene;
  const realm = typedLogin(command.login, '').split('@')[1] ?? '';
  const network = networkOf(command.address);
  const key = attemptKey(scene, 'recover', realm, network);
  await requireAttempt(scene, key);
  const recovery = await readRecovery(cell.database.writer, realm);
  const digest = digestOf(plainCode(command.code));
  if (!sameDigest(recovery?.digest ?? '', digest) || recovery === undefined) throw refused();
  const login = requireLogin(command.login, realm);
  const found = await readAccountByLogin(cell.database.writer, login);
  if (found?.kind === 'service') throw new Failure('conflict', 'login: is a service. Name a person.');
  if (found !== undefined && !isWhole(found)) {
    throw new Failure(
      'conflict',
      'login: sees less than its member. Name another, or one that is not there yet.',
    );
  }
  requireGoodPassword(command.password, login);
  const name = found?.name ?? requireText(command.name ?? '', 'name', 100);
  const password = await hashing.hash(command.password, cell.world.random(16), network);
  const row = found ?? newRow(scene, recovery.member, login, name);
  const roles = [...new Set([...row.roles, 'administrator'])];
  const next = makeRecoveryCode(cell.world);
  const body = { account: row.id, login };
  await cell.act(callerFor({ ...row, roles }), 'recover', body, async (change) => {
    const { client, at } = change;
    await requireUnused(change, realm, digest);
    if (found === undefined) await addAccount(client, { ...row, at });
    await shutOut(client, row.id, at);
    await dropLinks(client, row.id);
    await changeAccount(client, row.id, { roles, password, totp: null, totpPending: null, disabledAt: null });
    await setRecovery(client, row.member, next.digest, at);
    await forgetAttempts(client, [key], at);
    const to = { member: row.member, roles: ['administrator'] };
    await notify(change, [
      { ...to, kind: 'recovery-used', about: row.id, params: {}, waits: false, step: change.act },
    ]);
  });
  known.forget();
  return { recoveryCode: next.text };
}

async function requireUnused({ client }: Change, realm: string, digest: string): Promise<void> {
  const recovery = await readRecovery(client, realm);
  if (recovery?.digest !== digest) throw refused();
}

const newRow = ({ cell }: Scene, member: string, login: string, name: string): AccountRow => ({
  id: cell.world.uuid(),
  member,
  login,
  name,
  kind: 'person',
  roles: [],
  reader: member,
  language: null,
  password: null,
  totp: null,
  totpPending: null,
  totpStep: 0,
  createdAt: cell.world.now(),
  disabledAt: null,
});
