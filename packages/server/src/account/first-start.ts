/** The first start of a cell: it founds the host, and prints the link that makes the first account. */
import { countAccounts, readHostRealm } from '@entente/store/account/link-reader';
import type { Queryable } from '@entente/store/database/queryable';
import { setRealm } from '@entente/store/account/link-writer';
import { admitMember, type NewMember } from '@entente/store/coalition/writer';
import type { Cell } from '../cell.ts';
import { makeLink, type MadeLink } from './links.ts';
import { hub, requireRealm } from './login.ts';

/** The member that hosts the cell, a member like others, and what stands behind the @ in its logins. */
export interface Host extends NewMember {
  realm: string;
}

/** Admits the host, once. */
export async function foundHost(cell: Cell, { realm, ...member }: Host): Promise<void> {
  const name = requireRealm(realm);
  await cell.act(hub, 'host-found', { member: member.id, name: member.name, realm: name }, async (change) => {
    await admitMember(change, member);
    await setRealm(change.client, member.id, name, true);
  });
}

/** Whether a member hosts the cell; within an act it is given the act's own connection, as `PolicyReader`. */
export type HostReader = (member: string, client?: Queryable) => Promise<boolean>;

export const hostReader =
  (cell: Cell): HostReader =>
  async (member, client = cell.database.writer) =>
    (await readHostRealm(client))?.member === member;

/**
 * While the cell has no account: the link that makes the first one, secretary and administrator of the
 * host. A link of an earlier start is good no more. `undefined` once there is an account.
 * @param host its name and realm, where the host was not founded before
 */
export async function firstStart(
  cell: Cell,
  publicUrl: string,
  host: { name: string; realm: string } = { name: 'Host', realm: 'host' },
): Promise<MadeLink | undefined> {
  const { writer } = cell.database;
  if ((await countAccounts(writer)) > 0) return undefined;
  if ((await readHostRealm(writer)) === undefined) {
    const id = cell.world.uuid();
    await foundHost(cell, { id, ...host, kind: 'organisation', identity: `identity--${cell.world.uuid()}` });
  }
  const member = (await readHostRealm(writer))?.member ?? '';
  const roles = ['secretary', 'administrator'];
  return cell.act(hub, 'first-link', { member }, (change) =>
    makeLink({ cell, publicUrl: publicUrl.replace(/\/+$/, '') }, change, { member, account: null, roles }),
  );
}
