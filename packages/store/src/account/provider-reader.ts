/** Identity providers of members, and who comes through them. */
import type { Queryable } from '../database/queryable.ts';

export interface ProviderRow {
  member: string;
  issuer: string;
  clientId: string;
  /** Sealed; null for a public client. */
  clientSecret: string | null;
  groupsClaim: string;
  /** Groups to roles, as JSON. */
  roles: string;
  reader: string;
}

const columns = `p.member, p.issuer, p.client_id as "clientId", p.client_secret as "clientSecret",
  p.groups_claim as "groupsClaim", p.roles, p.reader`;

/** The provider of a member; `undefined` where it has none. */
export async function readProvider(client: Queryable, member: string): Promise<ProviderRow | undefined> {
  const { rows } = await client.query<ProviderRow>(
    `select ${columns} from identity_provider p where p.member = $1`,
    [member],
  );
  return rows[0];
}

/** The provider of the member whose realm this is; `undefined` too where the member has departed or is suspended. */
export async function readProviderOfRealm(
  client: Queryable,
  realm: string,
): Promise<ProviderRow | undefined> {
  const { rows } = await client.query<ProviderRow>(
    `select ${columns} from identity_provider p join realm r on r.member = p.member
     join member m on m.id = p.member where r.name = $1 and m.departed_at is null and m.suspended_at is null`,
    [realm],
  );
  return rows[0];
}

/** The account of a member that a provider calls by this name. */
export async function readAccountOfSubject(
  client: Queryable,
  member: string,
  subject: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'select id from account where member = $1 and subject = $2',
    [member, subject],
  );
  return rows[0]?.id;
}
