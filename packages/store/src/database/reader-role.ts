import type { Pool, PoolClient } from 'pg';
import { Failure } from '@entente/core/failure';
import { inTransaction } from './transaction.ts';

/** The role of every reader: may select, nothing else. */
export const readerRole = 'entente_reader';

/**
 * Start options of a reader's connection. Because the role comes with the connection, RESET ROLE leads back
 * to it, and every transaction is read-only besides.
 */
export const readerStartOptions = `-c role=${readerRole} -c default_transaction_read_only=on`;

const refused = new Set(['42501', '0LP01']);
const existsAlready = new Set(['42710', '23505']);

/**
 * Sees to it that the reader's role exists, that the owner may take it, and that it may select from every
 * table in schema `public` that the owner makes. A migration may revoke that from a table: it is granted once.
 *
 * @throws Failure `forbidden` with the SQL for the administrator, where the owner may not create roles
 */
export async function ensureReaderRole(writer: Pool): Promise<void> {
  const owner = await ownerOf(writer);
  try {
    await createRole(writer);
    await inTransaction(writer, grantOnce);
  } catch (error) {
    if (!refused.has(codeOf(error))) throw error;
    throw new Failure('forbidden', remedy(owner), error);
  }
}

async function createRole(writer: Pool): Promise<void> {
  const { rowCount } = await writer.query('SELECT FROM pg_roles WHERE rolname = $1', [readerRole]);
  if (rowCount) return;
  try {
    await writer.query(`CREATE ROLE ${readerRole} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE`);
  } catch (error) {
    if (!existsAlready.has(codeOf(error))) throw error; // another process was quicker
  }
}

async function grantOnce(client: PoolClient): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('entente reader role'))`);
  const { may_take, may_enter, granted } = await privileges(client);
  if (!may_take) await client.query(`GRANT ${readerRole} TO CURRENT_USER`);
  if (!may_enter) await client.query(`GRANT USAGE ON SCHEMA public TO ${readerRole}`);
  if (granted) return;
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
       AND relowner = current_user::regrole`,
  );
  for (const { name } of rows) await client.query(`GRANT SELECT ON ${name} TO ${readerRole}`);
  await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ${readerRole}`);
}

interface Privileges {
  readonly may_take: boolean;
  readonly may_enter: boolean;
  readonly granted: boolean;
}

async function privileges(client: PoolClient): Promise<Privileges> {
  // From 16 on, who made a role is its member without being able to take it.
  const { rows } = await client.query<Privileges>(
    `SELECT pg_has_role(current_user, $1,
         CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS may_take,
       has_schema_privilege($1, 'public', 'USAGE') AS may_enter,
       EXISTS (
         SELECT FROM pg_default_acl, aclexplode(defaclacl) AS acl
         WHERE defaclrole = current_user::regrole AND defaclnamespace = 'public'::regnamespace
           AND acl.grantee = $1::regrole) AS granted`,
    [readerRole],
  );
  return rows[0] ?? { may_take: false, may_enter: false, granted: false };
}

async function ownerOf(writer: Pool): Promise<string> {
  const { rows } = await writer.query<{ owner: string }>('SELECT quote_ident(current_user) AS owner');
  return rows[0]?.owner ?? '';
}

const remedy = (owner: string): string =>
  `The database user may not set up the read-only role. Let an administrator run once in this database: ` +
  `CREATE ROLE ${readerRole} NOLOGIN; GRANT ${readerRole} TO ${owner}; GRANT USAGE ON SCHEMA public TO ${readerRole};`;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
