/** Tokens: made, shown once, listed, rotated, revoked. Only their digests are kept. */
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import {
  readAccount,
  readOneToken,
  readTokens,
  type AccountRow,
  type TokenRow,
} from '@entente/store/account/reader';
import { addToken, revokeToken, shortenToken } from '@entente/store/account/writer';
import type { Caller, Scope } from '../caller.ts';
import { actsAs, requirePerson, rolesIn, scopesIn, scopesOf } from './rights.ts';
import type { Scene } from './scene.ts';
import { digestOf, makeSecret } from './proof/secret.ts';
import { optionalText, requireText } from './text.ts';
import { administered } from './width.ts';

/** A token as it is listed. Times are microseconds. */
export interface TokenInfo {
  id: string;
  account: string;
  /** How the secret begins. */
  prefix: string;
  name: string;
  scopes: Scope[];
  purpose: string | undefined;
  caseReference: string | undefined;
  createdAt: number;
  expiresAt: number;
  /** To the minute. */
  lastUsedAt: number | undefined;
  revokedAt: number | undefined;
}

/** A token that was just made: the only time that its secret is shown. */
export interface MadeToken {
  token: TokenInfo;
  secret: string;
}

export interface TokenCommand {
  /** The caller's own account where it is left out; else a service of its member. */
  account?: string | undefined;
  name: string;
  scopes: readonly Scope[];
  purpose: string;
  caseReference?: string | undefined;
  /** Days that it is good for, 1 to 366. */
  days: number;
}

export interface TokenActs {
  /** The caller's own tokens, or those of an account that it administers. */
  listTokens(caller: Caller, account?: string): Promise<TokenInfo[]>;
  createToken(caller: Caller, command: TokenCommand): Promise<MadeToken>;
  /** A second token like the first, which stays good for `overlapHours` more (0 to 720). */
  rotateToken(caller: Caller, token: string, overlapHours: number): Promise<MadeToken>;
  revokeToken(caller: Caller, token: string): Promise<void>;
}

const hour = 3_600_000_000;
const prefixLength = 12;

export function tokenActs(scene: Scene): TokenActs {
  const { cell, known } = scene;
  return {
    async listTokens(caller, account = caller.account) {
      const found = await ownOrAdministered(scene, caller, account);
      return (await readTokens(cell.database.writer, caller.member, found.id)).map(infoOf);
    },

    async createToken(caller, command) {
      const account = await ownOrAdministered(scene, caller, command.account ?? caller.account);
      refuseToMake(caller, account);
      const row = newToken(scene, account, checked(account, command));
      return make(scene, caller, 'token-create', row);
    },

    async rotateToken(caller, id, overlapHours) {
      const [account, old] = await findToken(scene, caller, id);
      if (caller.credential?.id !== id) refuseToMake(caller, account);
      else if (account.kind !== 'service') requirePerson(caller);
      const at = cell.world.now();
      if (old.revokedAt !== null || old.expiresAt <= at) {
        throw new Failure('conflict', 'This token has ended: make a new one.');
      }
      const overlap = requireWithin(overlapHours, 0, 720, 'overlapHours') * hour;
      const row = newToken(scene, account, { ...old, lifetime: old.expiresAt - old.createdAt });
      return make(scene, caller, 'token-rotate', row, async ({ client }) => {
        await shortenToken(client, id, at + overlap);
      });
    },

    async revokeToken(caller, id) {
      const [account, token] = await findToken(scene, caller, id);
      const body = { token: id, account: account.id, prefix: token.prefix };
      await cell.act(caller, 'token-revoke', body, ({ client, at }) => revokeToken(client, id, at));
      known.forget();
    },
  };
}

/** The account, if it is the caller's own, or one of its member that it administers. */
async function findAccount({ cell }: Scene, caller: Caller, id: string): Promise<AccountRow | undefined> {
  const { writer } = cell.database;
  if (id === caller.account) return readAccount(writer, caller.member, id);
  return actsAs(caller, 'administrator') ? administered(writer, caller, id) : undefined;
}

async function ownOrAdministered(scene: Scene, caller: Caller, id: string): Promise<AccountRow> {
  const account = await findAccount(scene, caller, id);
  if (account === undefined) throw new Failure('not-found', 'There is no such account.');
  return account;
}

async function findToken(scene: Scene, caller: Caller, id: string): Promise<[AccountRow, TokenRow]> {
  const token = await readOneToken(scene.cell.database.writer, caller.member, id);
  const account = token && (await findAccount(scene, caller, token.account));
  if (account === undefined) throw new Failure('not-found', 'There is no such token.');
  return [account, token as TokenRow];
}

/** Nobody makes a token in the name of another person; and one token makes others only for an administrator. */
function refuseToMake(caller: Caller, account: AccountRow): void {
  if (account.kind === 'person') requirePerson(caller);
  if (account.id !== caller.account && account.kind === 'person') {
    throw new Failure('forbidden', 'A person makes its own tokens: nobody else acts in its name.');
  }
  if (account.id === caller.account && !actsAs(caller, 'administrator')) requirePerson(caller);
  if (account.disabledAt !== null) throw new Failure('conflict', 'This account is disabled.');
}

interface Wanted {
  name: string;
  scopes: readonly string[];
  purpose: string | null;
  caseReference: string | null;
  lifetime: number;
}

function checked(account: AccountRow, command: TokenCommand): Wanted {
  const given = scopesOf(rolesIn(account.roles));
  const scopes = scopesIn(command.scopes);
  if (scopes.length === 0) throw new Failure('invalid', 'scopes: name at least one.');
  const beyond = scopes.filter((scope) => !given.includes(scope));
  if (beyond.length > 0) {
    throw new Failure('invalid', `scopes: the roles of the account do not give ${beyond.join(', ')}.`);
  }
  return {
    name: requireText(command.name, 'name', 100),
    scopes,
    purpose: requireText(command.purpose, 'purpose', 500),
    caseReference: optionalText(command.caseReference, 'caseReference', 200),
    lifetime: requireWithin(command.days, 1, 366, 'days') * 24 * hour,
  };
}

function requireWithin(value: number, least: number, most: number, name: string): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Failure('invalid', `${name}: must be a whole number from ${least} to ${most}.`);
}

function newToken({ cell }: Scene, account: AccountRow, wanted: Wanted): { row: TokenRow; secret: string } {
  const at = cell.world.now();
  const secret = makeSecret(cell.world, 'ent_');
  const { name, purpose, caseReference, lifetime } = wanted;
  const row: TokenRow = {
    id: cell.world.uuid(),
    account: account.id,
    prefix: secret.slice(0, prefixLength),
    name,
    scopes: [...wanted.scopes],
    purpose,
    caseReference,
    createdAt: at,
    expiresAt: at + lifetime,
    lastUsedAt: null,
    revokedAt: null,
  };
  return { row, secret };
}

async function make(
  { cell, known }: Scene,
  caller: Caller,
  kind: string,
  { row, secret }: { row: TokenRow; secret: string },
  besides: (change: Change) => Promise<void> = async () => undefined,
): Promise<MadeToken> {
  const { id, account, prefix, name, scopes, purpose, expiresAt } = row;
  const body = { token: id, account, prefix, name, scopes, purpose: purpose ?? '', expires: expiresAt };
  await cell.act(
    caller,
    kind,
    body,
    async (change) => {
      await addToken(change.client, { ...row, digest: digestOf(secret), at: row.createdAt });
      await besides(change);
    },
    { at: row.createdAt },
  );
  known.forget();
  return { token: infoOf(row), secret };
}

const infoOf = (row: TokenRow): TokenInfo => ({
  ...row,
  scopes: scopesIn(row.scopes),
  purpose: row.purpose ?? undefined,
  caseReference: row.caseReference ?? undefined,
  lastUsedAt: row.lastUsedAt ?? undefined,
  revokedAt: row.revokedAt ?? undefined,
});
