/** Writes one-time links, realms and recovery codes. */
import type { PoolClient } from 'pg';

export interface NewLink {
  digest: string;
  member: string;
  account: string | null;
  roles: readonly string[];
  at: number;
  expiresAt: number;
}

/** Adds a one-time link; those before it for the same account end. */
export async function addLink(client: PoolClient, link: NewLink): Promise<void> {
  const { digest, member, account, roles, at, expiresAt } = link;
  await client.query(
    `delete from one_time_link where member = $1 and account is not distinct from $2 and used_at is null`,
    [member, account],
  );
  await client.query(
    `insert into one_time_link (digest, member, account, roles, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [digest, member, account, roles, at, expiresAt],
  );
}

/** Uses a link up; false where that was done already. */
export async function useLink(client: PoolClient, digest: string, at: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update one_time_link set used_at = $2 where digest = $1 and used_at is null',
    [digest, at],
  );
  return rowCount === 1;
}

/** Ends the links of an account that were not used. */
export async function dropLinks(client: PoolClient, account: string): Promise<void> {
  await client.query('delete from one_time_link where account = $1 and used_at is null', [account]);
}

/** Gives a member its realm, or another; false where another member has that name. */
export async function setRealm(
  client: PoolClient,
  member: string,
  name: string,
  host: boolean,
): Promise<boolean> {
  const { rowCount: taken } = await client.query('select from realm where name = $1 and member <> $2', [
    name,
    member,
  ]);
  if (taken !== 0) return false;
  await client.query(
    `insert into realm (member, name, host) values ($1, $2, $3)
     on conflict (member) do update set name = excluded.name`,
    [member, name, host],
  );
  return true;
}

/** Sets the digest of a member's recovery code; the one before is good no more. */
export async function setRecovery(
  client: PoolClient,
  member: string,
  digest: string,
  at: number,
): Promise<void> {
  await client.query(
    `insert into recovery_code (member, digest, created_at) values ($1, $2, $3)
     on conflict (member) do update set digest = excluded.digest, created_at = excluded.created_at`,
    [member, digest, at],
  );
}
