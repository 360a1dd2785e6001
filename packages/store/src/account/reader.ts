/** Accounts, tokens and sessions, as their own members may read them, and credentials by their digests. */
import type { Narrowing } from '../coalition/rights.ts';
import type { Queryable } from '../database/queryable.ts';

export interface AccountRow {
  id: string;
  member: string;
  login: string;
  name: string;
  kind: 'person' | 'service';
  roles: string[];
  reader: string;
  /** `null` where nobody has chosen one. */
  language: string | null;
  /** Argon2id in PHC form; null where there is none. */
  password: string | null;
  /** Sealed. */
  totp: string | null;
  totpPending: string | null;
  totpStep: number;
  createdAt: number;
  disabledAt: number | null;
}

const accountColumns = `a.id, a.member, a.login, a.name, a.kind, a.roles, a.reader, a.language, a.password,
  a.totp, a.totp_pending as "totpPending", a.totp_step as "totpStep", a.created_at as "createdAt",
  a.disabled_at as "disabledAt"`;

/** What stands behind a secret that is good at this moment, but for its dates. */
export interface CredentialRow {
  id: string;
  account: string;
  login: string;
  member: string;
  isService: boolean;
  reader: string;
  roles: string[];
  /** Null for a session: all that the roles give. */
  scopes: string[] | null;
  purpose: string | null;
  caseReference: string | null;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
}

/** The token with this digest, unless it, its account or its member has ended. */
export async function readToken(client: Queryable, digest: string): Promise<CredentialRow | undefined> {
  return readCredential(client, 'token', 't.scopes', digest);
}

/** The session with this digest, unless it, its account or its member has ended. */
export async function readSession(client: Queryable, digest: string): Promise<CredentialRow | undefined> {
  return readCredential(client, 'session', 'null::text[]', digest);
}

async function readCredential(
  client: Queryable,
  table: 'token' | 'session',
  scopes: string,
  digest: string,
): Promise<CredentialRow | undefined> {
  const { rows } = await client.query<CredentialRow>(
    `select t.id, t.account, a.login, a.member, a.kind = 'service' as "isService", a.reader, a.roles, ${scopes} as scopes, t.purpose,
       t.case_reference as "caseReference", t.created_at as "createdAt", t.expires_at as "expiresAt",
       t.last_used_at as "lastUsedAt"
     from ${table} t join account a on a.id = t.account join member m on m.id = a.member
     where t.digest = $1 and t.revoked_at is null and a.disabled_at is null and m.departed_at is null and m.suspended_at is null`,
    [digest],
  );
  return rows[0];
}

/** The account with this login; `undefined` too where its member has departed or is suspended. */
export async function readAccountByLogin(client: Queryable, login: string): Promise<AccountRow | undefined> {
  const { rows } = await client.query<AccountRow>(
    `select ${accountColumns} from account a join member m on m.id = a.member
     where a.login = $1 and m.departed_at is null and m.suspended_at is null`,
    [login],
  );
  return rows[0];
}

/** One account of a member. */
export async function readAccount(
  client: Queryable,
  member: string,
  id: string,
): Promise<AccountRow | undefined> {
  const { rows } = await client.query<AccountRow>(
    `select ${accountColumns} from account a where a.member = $1 and a.id = $2`,
    [member, id],
  );
  return rows[0];
}

/** The accounts of a member, by login. */
export async function readAccounts(client: Queryable, member: string): Promise<AccountRow[]> {
  const { rows } = await client.query<AccountRow>(
    `select ${accountColumns} from account a where a.member = $1 order by a.login`,
    [member],
  );
  return rows;
}

export interface TokenRow {
  id: string;
  account: string;
  prefix: string;
  name: string;
  scopes: string[];
  purpose: string | null;
  caseReference: string | null;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

const tokenColumns = `t.id, t.account, t.prefix, t.name, t.scopes, t.purpose, t.case_reference as "caseReference",
  t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt",
  t.revoked_at as "revokedAt"`;

/** The tokens of an account of the member, newest first; those that have ended too. */
export async function readTokens(client: Queryable, member: string, account: string): Promise<TokenRow[]> {
  const { rows } = await client.query<TokenRow>(
    `select ${tokenColumns} from token t join account a on a.id = t.account
     where a.member = $1 and a.id = $2 order by t.created_at desc, t.id`,
    [member, account],
  );
  return rows;
}

/** One token of an account of the member. */
export async function readOneToken(
  client: Queryable,
  member: string,
  id: string,
): Promise<TokenRow | undefined> {
  const { rows } = await client.query<TokenRow>(
    `select ${tokenColumns} from token t join account a on a.id = t.account where a.member = $1 and t.id = $2`,
    [member, id],
  );
  return rows[0];
}

export interface SessionRow {
  id: string;
  account: string;
  address: string;
  agent: string;
  purpose: string | null;
  caseReference: string | null;
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
}

/** The sessions of an account that have not been revoked and have not run out, newest first. */
export async function readSessions(client: Queryable, account: string, at: number): Promise<SessionRow[]> {
  const { rows } = await client.query<SessionRow>(
    `select id, account, address, agent, purpose, case_reference as "caseReference", created_at as "createdAt",
       expires_at as "expiresAt", last_used_at as "lastUsedAt"
     from session where account = $1 and revoked_at is null and expires_at > $2 order by created_at desc, id`,
    [account, at],
  );
  return rows;
}

/** Whether this account signed in before in the browser with this digest. */
export async function isKnownDevice(client: Queryable, account: string, digest: string): Promise<boolean> {
  const { rowCount } = await client.query('select from device where digest = $1 and account = $2', [
    digest,
    account,
  ]);
  return rowCount === 1;
}

/** Whether this account signed in before in any browser that is not forgotten. */
export async function hasDevice(client: Queryable, account: string): Promise<boolean> {
  const { rowCount } = await client.query('select from device where account = $1 limit 1', [account]);
  return rowCount === 1;
}

/** The reader classes of a member, by id, with what narrows each; null of the member's own. */
export async function readReaders(
  client: Queryable,
  member: string,
): Promise<ReadonlyMap<string, Narrowing | null>> {
  const { rows } = await client.query<{ id: string; narrow: Narrowing | null }>(
    'select id, narrow from reader where member = $1',
    [member],
  );
  return new Map(rows.map(({ id, narrow }) => [id, narrow]));
}

/** How many persons administer the whole member: enabled, with a password, and seeing all that it sees. */
export async function countAdministrators(client: Queryable, member: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from account where member = $1 and kind = 'person' and disabled_at is null
       and password is not null and 'administrator' = any(roles) and reader = member`,
    [member],
  );
  return rows[0]?.count ?? 0;
}
