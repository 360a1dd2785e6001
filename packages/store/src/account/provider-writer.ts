/** Writes identity providers, and binds accounts to the names that these give. */
import type { PoolClient } from 'pg';
import type { ProviderRow } from './provider-reader.ts';

/** Sets the provider of a member, in place of the one before. */
export async function setProvider(client: PoolClient, provider: ProviderRow): Promise<void> {
  const { member, issuer, clientId, clientSecret, groupsClaim, roles, reader } = provider;
  await client.query(
    `insert into identity_provider (member, issuer, client_id, client_secret, groups_claim, roles, reader)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (member) do update set issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret = excluded.client_secret, groups_claim = excluded.groups_claim, roles = excluded.roles,
       reader = excluded.reader`,
    [member, issuer, clientId, clientSecret, groupsClaim, roles, reader],
  );
}

/** Takes the provider of a member away; false where it has none. */
export async function dropProvider(client: PoolClient, member: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from identity_provider where member = $1', [member]);
  return rowCount === 1;
}

/** Binds an account to what its provider calls it. */
export async function bindSubject(client: PoolClient, account: string, subject: string): Promise<void> {
  await client.query('update account set subject = $2 where id = $1', [account, subject]);
}
