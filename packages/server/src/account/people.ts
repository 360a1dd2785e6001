/**
 * The accounts of a member, kept by its own administrators; never across members, and never wider than the
 * administrator's own.
 */
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { readRealm } from '@entente/store/account/link-reader';
import { dropLinks } from '@entente/store/account/link-writer';
import {
  countAdministrators,
  readAccount,
  readAccounts,
  type AccountRow,
} from '@entente/store/account/reader';
import { addAccount, changeAccount, shutOut } from '@entente/store/account/writer';
import { addReader } from '@entente/store/coalition/writer';
import type { Caller, Role } from '../caller.ts';
import { makeLink, type MadeLink } from './links.ts';
import { accountInfo, requireLanguage, requireLogin, type AccountInfo } from './login.ts';
import { requireAdministrator, rolesIn } from './rights.ts';
import type { Scene } from './scene.ts';
import { requireText } from './text.ts';
import { administered, widthOf } from './width.ts';

export interface AccountCommand {
  /** The name before the @, or the whole login. */
  login: string;
  name: string;
  kind: 'person' | 'service';
  roles: readonly Role[];
  /** A reader class of the member within the caller's; the caller's own where it is left out. */
  reader?: string | undefined;
  language?: string | undefined;
}

export interface AccountUpdate {
  name?: string | undefined;
  roles?: readonly Role[] | undefined;
  reader?: string | undefined;
  disabled?: boolean | undefined;
}

/** What narrows a reader class below its member. */
export interface ReaderCommand {
  /** Policy id → highest rank. */
  levels?: Record<string, number> | undefined;
  /** Attributes taken away. */
  without?: readonly string[] | undefined;
}

/**
 * By an administrator. To one that sees less than its member, accounts of classes that are not within its own are not
 * there.
 */
export interface PeopleActs {
  listAccounts(caller: Caller): Promise<AccountInfo[]>;
  /** A person gets a one-time link, shown once; a service gets tokens. */
  createAccount(
    caller: Caller,
    command: AccountCommand,
  ): Promise<{ account: AccountInfo; link: MadeLink | undefined }>;
  /** Disabling ends sessions and tokens. The last administrator that sees all that the member sees stays so. */
  changeAccount(caller: Caller, account: string, update: AccountUpdate): Promise<AccountInfo>;
  /** Takes password and one-time codes away, ends every session and token, and gives a new link. */
  resetAccount(caller: Caller, account: string): Promise<MadeLink>;
  /** A class of accounts that see less than the member, cut down to the caller's own class; its id. */
  createReader(caller: Caller, command: ReaderCommand): Promise<string>;
}

/** Each has a feed of its own to keep. */
const mostReaders = 20;

export function peopleActs(scene: Scene): PeopleActs {
  const { cell, known } = scene;
  return {
    async listAccounts(caller) {
      requireAdministrator(caller);
      const { writer } = cell.database;
      const width = await widthOf(writer, caller);
      const accounts = await readAccounts(writer, caller.member);
      return accounts.filter(({ reader }) => width.reaches(reader)).map(accountInfo);
    },

    async createAccount(caller, command) {
      requireAdministrator(caller);
      const id = cell.world.uuid();
      return cell.act(caller, 'account-create', createBody(id, command), (change) =>
        create(scene, change, caller, { ...command, id }),
      );
    },

    async changeAccount(caller, id, update) {
      requireAdministrator(caller);
      const body = { account: id, ...written(update) };
      const changed = await cell.act(caller, 'account-change', body, (change) =>
        applyUpdate(change, caller, id, update),
      );
      known.forget();
      return accountInfo(changed);
    },

    async resetAccount(caller, id) {
      requireAdministrator(caller);
      const link = await cell.act(caller, 'account-reset', { account: id }, async (change) => {
        const account = await requireAccount(change, caller, id);
        if (account.kind === 'service') throw new Failure('conflict', 'A service has no password.');
        if (account.disabledAt !== null) throw new Failure('conflict', 'This account is disabled.');
        await changeAccount(change.client, id, { password: null, totp: null, totpPending: null });
        await shutOut(change.client, id, change.at);
        await requireSomeAdministrator(change, caller.member);
        return makeLink(scene, change, { member: caller.member, account: id, roles: account.roles });
      });
      known.forget();
      return link;
    },

    async createReader(caller, { levels = {}, without = [] }) {
      requireAdministrator(caller);
      const id = cell.world.uuid();
      if (!Object.values(levels).every((rank) => Number.isInteger(rank) && rank >= 0)) {
        throw new Failure('invalid', 'levels: must map each policy to a rank, a whole number from 0.');
      }
      const width = await widthOf(cell.database.writer, caller);
      const narrow = width.within({ levels, without: [...without] });
      await cell.act(caller, 'reader-create', { reader: id, ...narrow }, async (change) => {
        if ((await widthOf(change.client, caller)).classes >= mostReaders) {
          throw new Failure('conflict', `A member has at most ${mostReaders} reader classes.`);
        }
        await addReader(change, id, caller.member, narrow);
      });
      return id;
    },
  };
}

const createBody = (id: string, { kind, roles }: AccountCommand) => ({
  account: id,
  kind,
  roles: [...roles],
});

const written = ({ name, roles, reader, disabled }: AccountUpdate) => ({
  ...(name === undefined ? {} : { name }),
  ...(roles === undefined ? {} : { roles: [...roles] }),
  ...(reader === undefined ? {} : { reader }),
  ...(disabled === undefined ? {} : { disabled }),
});

async function create(
  scene: Scene,
  change: Change,
  caller: Caller,
  command: AccountCommand & { id: string },
): Promise<{ account: AccountInfo; link: MadeLink | undefined }> {
  const { member } = caller;
  const { id, kind } = command;
  const realm = await readRealm(change.client, member);
  if (realm === undefined) throw new Failure('conflict', 'This member has no realm for its logins yet.');
  const login = requireLogin(command.login, realm.name);
  const roles = requireRoles(command.roles, realm.host, kind);
  const reader = command.reader ?? caller.reader;
  await requireReader(change, caller, reader);
  const given = { id, member, login, kind, roles, reader, password: null };
  const name = requireText(command.name, 'name', 100);
  const language = requireLanguage(command.language) ?? null;
  if (!(await addAccount(change.client, { ...given, name, language, at: change.at }))) {
    throw new Failure('conflict', `login: ${login} is given already.`);
  }
  const link = kind === 'person' ? await makeLink(scene, change, { member, account: id, roles }) : undefined;
  const account = await readAccount(change.client, member, id);
  return { account: accountInfo(account as AccountRow), link };
}

async function applyUpdate(
  change: Change,
  caller: Caller,
  id: string,
  update: AccountUpdate,
): Promise<AccountRow> {
  const { client, at } = change;
  const account = await requireAccount(change, caller, id);
  const realm = await readRealm(client, caller.member);
  if (update.reader !== undefined) await requireReader(change, caller, update.reader);
  await changeAccount(client, id, {
    ...(update.name === undefined ? {} : { name: requireText(update.name, 'name', 100) }),
    ...(update.roles === undefined
      ? {}
      : { roles: requireRoles(update.roles, realm?.host === true, account.kind) }),
    ...(update.reader === undefined ? {} : { reader: update.reader }),
    ...(update.disabled === undefined ? {} : { disabledAt: update.disabled ? at : null }),
  });
  if (update.disabled === true) {
    await shutOut(client, id, at);
    await dropLinks(client, id);
  }
  await requireSomeAdministrator(change, caller.member);
  return (await readAccount(client, caller.member, id)) as AccountRow;
}

async function requireAccount({ client }: Change, caller: Caller, id: string): Promise<AccountRow> {
  const account = await administered(client, caller, id);
  if (account === undefined) throw new Failure('not-found', 'There is no such account.');
  return account;
}

/** The secretary is the host's; a service neither administers nor keeps the cell's rosters. */
function requireRoles(asked: readonly Role[], isHost: boolean, kind: 'person' | 'service'): Role[] {
  const roles = rolesIn(asked);
  if (roles.length === 0) throw new Failure('invalid', 'roles: name at least one.');
  if (roles.includes('secretary') && !isHost) {
    throw new Failure('invalid', 'roles: the secretary of the cell is of the host.');
  }
  if (kind === 'service' && (roles.includes('administrator') || roles.includes('secretary'))) {
    throw new Failure('invalid', 'roles: a service is no administrator and no secretary.');
  }
  return roles;
}

async function requireReader({ client }: Change, caller: Caller, reader: string): Promise<void> {
  if ((await widthOf(client, caller)).reaches(reader)) return;
  throw new Failure('invalid', 'reader: is no reader class of this member within your own.');
}

/** Otherwise only the recovery code would help. */
export async function requireSomeAdministrator({ client }: Change, member: string): Promise<void> {
  if ((await countAdministrators(client, member)) > 0) return;
  throw new Failure('conflict', 'This is the last administrator: make another one first.');
}
