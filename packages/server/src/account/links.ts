/** One-time links: whoever has one sets a password, and where it is the first of a member, makes its account. */
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import {
  countAccounts,
  hasRecovery,
  readLink,
  readRealm,
  type LinkRow,
} from '@entente/store/account/link-reader';
import { addLink, setRealm, setRecovery, useLink } from '@entente/store/account/link-writer';
import { readAccount, type AccountRow } from '@entente/store/account/reader';
import { addAccount, changeAccount } from '@entente/store/account/writer';
import type { Caller, Role } from '../caller.ts';
import {
  accountInfo,
  callerFor,
  requireLanguage,
  requireLogin,
  requireRealm,
  type AccountInfo,
} from './login.ts';
import { requireGoodPassword } from './proof/password.ts';
import { digestOf, makeSecret } from './proof/secret.ts';
import { makeRecoveryCode } from './recovery.ts';
import { isWhole, requireSecretary, rolesIn } from './rights.ts';
import type { Scene } from './scene.ts';
import { requireText } from './text.ts';

/** A link that was just made: the only time that it is shown. */
export interface MadeLink {
  link: string;
  /** Microseconds. */
  expiresAt: number;
}

/** What a link is for, as its page shows it. */
export interface LinkInfo {
  memberName: string;
  realm: string;
  /** The login whose password it sets; absent where it makes the first account of the member. */
  login: string | undefined;
  roles: Role[];
  expiresAt: number;
}

export interface RedeemCommand {
  /** What stands behind the # of the link. */
  secret: string;
  password: string;
  /** For a first account. */
  login?: string | undefined;
  name?: string | undefined;
  language?: string | undefined;
  address: string;
}

export interface Redeemed {
  account: AccountInfo;
  /** The member's recovery code, if it was just made: the only time that it is shown. */
  recoveryCode: string | undefined;
}

export interface LinkActs {
  /**
   * The secretary of the cell lets the first administrator of a member in, while the member has no account.
   * @param realm what stands behind the @ in the logins of the member
   */
  inviteMember(caller: Caller, invitation: { member: string; realm: string }): Promise<MadeLink>;
  /** `undefined` where there is no such link, or it was used or ran out. */
  findLink(secret: string): Promise<LinkInfo | undefined>;
  /** Sets the password, or makes the first account. Throws Failure('not-found') for a link that is no good. */
  redeemLink(command: RedeemCommand): Promise<Redeemed>;
}

const week = 7 * 86_400_000_000;

/** Makes a link inside an act. @param account `null` for the first account of the member */
export async function makeLink(
  { cell, publicUrl }: Pick<Scene, 'cell' | 'publicUrl'>,
  { client, at }: Change,
  whose: { member: string; account: string | null; roles: readonly string[] },
): Promise<MadeLink> {
  const secret = makeSecret(cell.world, '');
  const expiresAt = at + week;
  await addLink(client, { ...whose, digest: digestOf(secret), at, expiresAt });
  // Behind the #, it reaches no log of a server or proxy.
  return { link: `${publicUrl}/welcome#${secret}`, expiresAt };
}

export function linkActs(scene: Scene): LinkActs {
  const { cell } = scene;
  const find = async (secret: string): Promise<LinkRow | undefined> => {
    const link = await readLink(cell.database.writer, digestOf(secret));
    return link !== undefined && cell.world.now() < link.expiresAt ? link : undefined;
  };
  return {
    async inviteMember(caller, { member, realm: asked }) {
      const realm = requireRealm(asked);
      const own = await readRealm(cell.database.writer, caller.member);
      await requireSecretary(caller, () => Promise.resolve(own?.host === true));
      return cell.act(caller, 'member-invite', { member, realm }, async (change) => {
        await requireEmpty(change, member);
        if (!(await setRealm(change.client, member, realm, false))) {
          throw new Failure('conflict', `realm: ${realm} is another member's.`);
        }
        return makeLink(scene, change, { member, account: null, roles: ['administrator'] });
      });
    },

    async findLink(secret) {
      const link = await find(secret);
      if (link === undefined) return undefined;
      const { memberName, realm, login, roles, expiresAt } = link;
      return { memberName, realm, login: login ?? undefined, roles: rolesIn(roles), expiresAt };
    },

    async redeemLink(command) {
      const link = await find(command.secret);
      if (link === undefined) throw noLink();
      return link.account === null ? makeFirst(scene, link, command) : setPassword(scene, link, command);
    },
  };
}

const noLink = (): Failure =>
  new Failure('not-found', 'This link was used, ran out or never was. Ask for a new one.');

async function requireEmpty({ client, coalition }: Change, member: string): Promise<void> {
  if (coalition.members.get(member)?.departed !== false) {
    throw new Failure('not-found', 'There is no such member.');
  }
  if ((await countAccounts(client, member)) > 0) {
    throw new Failure('conflict', 'This member has accounts already: its own administrator makes others.');
  }
}

async function makeFirst(scene: Scene, link: LinkRow, command: RedeemCommand): Promise<Redeemed> {
  const { cell, hashing } = scene;
  const login = requireLogin(command.login ?? '', link.realm);
  const name = requireText(command.name ?? '', 'name', 100);
  const language = requireLanguage(command.language) ?? null;
  requireGoodPassword(command.password, login);
  const password = await hashing.hash(command.password, cell.world.random(16), link.digest);
  const { member, roles } = link;
  const [id, at] = [cell.world.uuid(), cell.world.now()];
  const account = {
    id,
    member,
    login,
    name,
    kind: 'person' as const,
    roles,
    reader: member,
    language,
    password,
  };
  const row: AccountRow = {
    ...account,
    totp: null,
    totpPending: null,
    totpStep: 0,
    createdAt: at,
    disabledAt: null,
  };
  const body = { account: id, login, roles };
  return cell.act(
    callerFor(row),
    'account-first',
    body,
    async (change) => {
      await requireEmpty(change, member);
      if (!(await useLink(change.client, link.digest, at))) throw noLink();
      await addAccount(change.client, { ...account, at });
      return { account: accountInfo(row), recoveryCode: await firstRecoveryCode(scene, change, row) };
    },
    { at },
  );
}

async function setPassword(scene: Scene, link: LinkRow, command: RedeemCommand): Promise<Redeemed> {
  const { cell, hashing } = scene;
  const account = await readAccount(cell.database.writer, link.member, link.account ?? '');
  if (account === undefined) throw noLink();
  requireGoodPassword(command.password, account.login);
  const password = await hashing.hash(command.password, cell.world.random(16), account.id);
  return cell.act(callerFor(account), 'link-redeem', { account: account.id }, async (change) => {
    if (!(await useLink(change.client, link.digest, change.at))) throw noLink();
    await changeAccount(change.client, account.id, { password });
    const row = { ...account, password };
    return { account: accountInfo(row), recoveryCode: await firstRecoveryCode(scene, change, row) };
  });
}

/** The first administrator of a whole member gets the member's recovery code: nobody else ever sees it. */
async function firstRecoveryCode(
  { cell }: Scene,
  { client, at }: Change,
  account: AccountRow,
): Promise<string | undefined> {
  const { member, roles } = account;
  if (!roles.includes('administrator') || !isWhole(account) || (await hasRecovery(client, member)))
    return undefined;
  const code = makeRecoveryCode(cell.world);
  await setRecovery(client, member, code.digest, at);
  return code.text;
}
