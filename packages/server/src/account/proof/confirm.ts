/** Guesses, counted: keys that name neither login nor address, and the confirmation of one's own password. */
import { createHmac } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import { forgetAttempts, takeAttempt } from '@entente/store/account/attempt-writer';
import { readAccount, type AccountRow } from '@entente/store/account/reader';
import type { Caller } from '../../caller.ts';
import { requirePerson } from '../rights.ts';
import type { Scene } from '../scene.ts';

/** The key under which attempts are counted. */
export const attemptKey = ({ cell }: Scene, ...parts: readonly string[]): string =>
  createHmac('sha256', cell.keys.account)
    .update(JSON.stringify(['attempt', ...parts]))
    .digest('hex');

/** @throws Failure `too-many` while guesses under this key must wait */
export async function requireAttempt({ cell }: Scene, key: string): Promise<void> {
  const left = await takeAttempt(cell.database.writer, key, cell.world.now());
  if (left > 0) throw new Failure('too-many', `Wait ${Math.ceil(left / 1_000_000)} seconds and try again.`);
}

/** The caller's own account: signed in, and its password given again. */
export async function confirmPassword(scene: Scene, caller: Caller, password: string): Promise<AccountRow> {
  requirePerson(caller);
  return passwordHolder(scene, caller, password);
}

/**
 * The caller's own account: its password given again, also where it came with a token. One that has none, as it comes
 * through an identity provider, has to be signed in.
 */
export async function confirmOwn(
  scene: Scene,
  caller: Caller,
  password: string | undefined,
): Promise<AccountRow> {
  const account = await readAccount(scene.cell.database.writer, caller.member, caller.account);
  if (account?.password !== null) return passwordHolder(scene, caller, password ?? '');
  requirePerson(caller);
  return account;
}

async function passwordHolder(scene: Scene, caller: Caller, password: string): Promise<AccountRow> {
  const { cell, hashing } = scene;
  const account = await readAccount(cell.database.writer, caller.member, caller.account);
  if (account === undefined) throw new Failure('not-found', 'There is no such account.');
  const key = attemptKey(scene, 'confirm', account.id);
  await requireAttempt(scene, key);
  if (!(await hashing.verify(account.password, password, account.id))) {
    throw new Failure('forbidden', 'The password is not right.');
  }
  await forgetAttempts(cell.database.writer, [key], cell.world.now());
  return account;
}
