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
  language: string;
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
