/** One-time links, realms and recovery codes. */
import type { Queryable } from '../database/queryable.ts';

export interface LinkRow {
  digest: string;
  member: string;
  memberName: string;
  realm: string;
  /** Null where it makes the first account of the member. */
  account: string | null;
  login: string | null;
  roles: string[];
  expiresAt: number;
}

/** A link that was not used; `undefined` too where its member has departed or is suspended or its account is disabled. */
export async function readLink(client: Queryable, digest: string): Promise<LinkRow | undefined> {
  const { rows } = await client.query<LinkRow>(
    `select l.digest, l.member, m.name as "memberName", r.name as realm, l.account, a.login, l.roles,
       l.expires_at as "expiresAt"
     from one_time_link l join member m on m.id = l.member join realm r on r.member = l.member
     left join account a on a.id = l.account
     where l.digest = $1 and l.used_at is null and m.departed_at is null and m.suspended_at is null and a.disabled_at is null`,
    [digest],
  );
  return rows[0];
}

export interface RealmRow {
  member: string;
  name: string;
  host: boolean;
}

/** The realm of a member; `undefined` where none of its accounts was ever asked for. */
export async function readRealm(client: Queryable, member: string): Promise<RealmRow | undefined> {
  const { rows } = await client.query<RealmRow>('select member, name, host from realm where member = $1', [
    member,
  ]);
  return rows[0];
}

/** The realm of the host; `undefined` before the first start. */
export async function readHostRealm(client: Queryable): Promise<RealmRow | undefined> {
  const { rows } = await client.query<RealmRow>('select member, name, host from realm where host');
  return rows[0];
}

/** How many accounts there are, of one member or of all. */
export async function countAccounts(client: Queryable, member?: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*) as count from account where member = coalesce($1, member)',
    [member ?? null],
  );
  return rows[0]?.count ?? 0;
}

/** The member whose realm this is, with the digest of its recovery code. */
export async function readRecovery(
  client: Queryable,
  realm: string,
): Promise<{ member: string; digest: string } | undefined> {
  const { rows } = await client.query<{ member: string; digest: string }>(
    `select c.member, c.digest from realm r join recovery_code c on c.member = r.member
     join member m on m.id = r.member where r.name = $1 and m.departed_at is null and m.suspended_at is null`,
    [realm],
  );
  return rows[0];
}

/** Whether the member has a recovery code. */
export async function hasRecovery(client: Queryable, member: string): Promise<boolean> {
  const { rowCount } = await client.query('select from recovery_code where member = $1', [member]);
  return rowCount === 1;
}
