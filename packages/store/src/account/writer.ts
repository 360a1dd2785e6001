/** Writes accounts, tokens and sessions, in the transaction of the act that changes them. */
import type { PoolClient } from 'pg';
import type { Queryable } from '../database/queryable.ts';

export interface NewAccount {
  id: string;
  member: string;
  login: string;
  name: string;
  kind: 'person' | 'service';
  roles: readonly string[];
  /** Reader class; the member's own, or a narrower one of it. */
  reader: string;
  language: string | null;
  password: string | null;
  at: number;
}

/** Adds an account; false where its member has given this login already. */
export async function addAccount(client: PoolClient, account: NewAccount): Promise<boolean> {
  const { id, member, login, name, kind, roles, reader, language, password, at } = account;
  const { rowCount } = await client.query(
    `insert into account (id, member, login, name, kind, roles, reader, language, password, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (login) do nothing`,
    [id, member, login, name, kind, roles, reader, language, password, at],
  );
  return rowCount === 1;
}

export interface NewToken {
  id: string;
  account: string;
  digest: string;
  prefix: string;
  name: string;
  scopes: readonly string[];
  purpose: string | null;
  caseReference: string | null;
  at: number;
  expiresAt: number;
}

/** Adds a token. */
export async function addToken(client: PoolClient, token: NewToken): Promise<void> {
  const { id, account, digest, prefix, name, scopes, purpose, caseReference, at, expiresAt } = token;
  await client.query(
    `insert into token (id, account, digest, prefix, name, scopes, purpose, case_reference, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, account, digest, prefix, name, scopes, purpose, caseReference, at, expiresAt],
  );
}

/** Ends a token; it stays in the list. */
export async function revokeToken(client: PoolClient, id: string, at: number): Promise<void> {
  await client.query('update token set revoked_at = $2 where id = $1 and revoked_at is null', [id, at]);
}

/** Has a token end at an instant, unless it ends sooner. */
export async function shortenToken(client: PoolClient, id: string, expiresAt: number): Promise<void> {
  await client.query('update token set expires_at = least(expires_at, $2) where id = $1', [id, expiresAt]);
}

export interface NewSession {
  id: string;
  account: string;
  digest: string;
  address: string;
  agent: string;
  purpose: string | null;
  caseReference: string | null;
  at: number;
  expiresAt: number;
}

/** Adds a session. */
export async function addSession(client: PoolClient, session: NewSession): Promise<void> {
  const { id, account, digest, address, agent, purpose, caseReference, at, expiresAt } = session;
  await client.query(
    `insert into session (id, account, digest, address, agent, purpose, case_reference, created_at, expires_at,
       last_used_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
    [id, account, digest, address, agent, purpose, caseReference, at, expiresAt],
  );
}

/** Notes the last use, outside any act; at most once a minute, so that reading costs no writing. */
export async function noteUse(
  client: Queryable,
  kind: 'token' | 'session',
  id: string,
  at: number,
): Promise<void> {
  await client.query(
    `update ${kind} set last_used_at = $2 where id = $1 and coalesce(last_used_at, 0) < $2`,
    [id, at],
  );
}

/** Ends one session of an account; false where it has no such session under way. */
export async function revokeSession(
  client: PoolClient,
  account: string,
  id: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'update session set revoked_at = $3 where account = $1 and id = $2 and revoked_at is null',
    [account, id, at],
  );
  return rowCount === 1;
}

/** Ends every session of an account, but for one that may stay; returns how many. */
export async function revokeSessions(
  client: PoolClient,
  account: string,
  at: number,
  staying?: string,
): Promise<number> {
  const { rowCount } = await client.query(
    `update session set revoked_at = $2 where account = $1 and revoked_at is null and expires_at > $2
       and id is distinct from $3`,
    [account, at, staying ?? null],
  );
  return rowCount ?? 0;
}

/** What a session is used for from now on. */
export async function declarePurpose(
  client: PoolClient,
  session: string,
  purpose: string | null,
  caseReference: string | null,
): Promise<void> {
  await client.query('update session set purpose = $2, case_reference = $3 where id = $1', [
    session,
    purpose,
    caseReference,
  ]);
}

/** Notes that the account signed in in this browser. */
export async function noteDevice(
  client: PoolClient,
  account: string,
  digest: string,
  at: number,
): Promise<void> {
  await client.query(
    `insert into device (digest, account, created_at, last_used_at) values ($1, $2, $3, $3)
     on conflict (digest) do update set last_used_at = $3`,
    [digest, account, at],
  );
}

/** What of an account may be changed; what is left out stays. */
export interface AccountChange {
  name?: string;
  roles?: readonly string[];
  reader?: string;
  language?: string;
  password?: string | null;
  totp?: string | null;
  totpPending?: string | null;
  disabledAt?: number | null;
}

const columns = {
  name: 'name',
  roles: 'roles',
  reader: 'reader',
  language: 'language',
  password: 'password',
  totp: 'totp',
  totpPending: 'totp_pending',
  disabledAt: 'disabled_at',
} as const;

/** Changes an account. */
export async function changeAccount(client: PoolClient, id: string, change: AccountChange): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const sets = given.map(([key], index) => `${columns[key as keyof typeof columns]} = $${index + 2}`);
  const values = given.map(([, value]) => value as unknown);
  await client.query(`update account set ${sets.join(', ')} where id = $1`, [id, ...values]);
}

/** Takes a step of the one-time codes; false where it, or a later one, was taken before. */
export async function takeTotpStep(client: PoolClient, account: string, step: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update account set totp_step = $2 where id = $1 and totp_step < $2',
    [account, step],
  );
  return rowCount === 1;
}

/** Shuts an account out everywhere: its sessions, tokens and known browsers end. */
export async function shutOut(client: PoolClient, account: string, at: number): Promise<void> {
  await revokeSessions(client, account, at);
  await client.query('update token set revoked_at = $2 where account = $1 and revoked_at is null', [
    account,
    at,
  ]);
  await client.query('delete from device where account = $1', [account]);
}
