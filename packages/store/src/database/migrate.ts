import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { Failure } from '@entente/core/failure';
import { asFailure } from './errors.ts';
import { inTransaction } from './transaction.ts';

/** What a migration may do: run statements, in the transaction that it is given. */
export interface MigrationClient {
  query(sql: string, values?: unknown[]): Promise<QueryResult>;
}

/** One step from a release to the next. Names are in order and never change once released. */
export interface Migration {
  readonly name: string;
  up(client: MigrationClient): Promise<void>;
}

export interface AppliedMigration {
  readonly name: string;
  /** SHA-256 over the statements that it ran, hexadecimal */
  readonly digest: string;
}

/**
 * Brings the database to this release: all that is missing in one transaction, so that a failure leaves it
 * as the old release knows it. Processes that start at once wait for each other.
 *
 * @param at the instant to note, RFC 3339
 * @returns the names applied now
 * @throws Failure `incompatible` where a newer release has been here, or the list has lost a name
 */
export async function migrate(pool: Pool, migrations: readonly Migration[], at: string): Promise<string[]> {
  return inTransaction(pool, (client) => migrateInside(client, migrations, at));
}

/** As `migrate`, in the caller's transaction. */
export async function migrateInside(
  client: PoolClient,
  migrations: readonly Migration[],
  at: string,
): Promise<string[]> {
  await takeTurn(client);
  await lockTable(client);
  const applied = await appliedMigrations(client);
  assertKnown(applied, migrations);
  const missing = migrations.slice(applied.length);
  for (const migration of missing) await applyOne(client, migration, at);
  return missing.map(({ name }) => name);
}

/** Those that the database has had, in order; none where it is new. */
export async function appliedMigrations(client: Pick<PoolClient, 'query'>): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT name, digest FROM migration ORDER BY position',
  );
  return rows;
}

/** @throws Failure `incompatible` unless what was applied is how `migrations` begins */
export function assertKnown(applied: readonly { name: string }[], migrations: readonly Migration[]): void {
  applied.forEach(({ name }, index) => {
    if (migrations[index]?.name === name) return;
    throw new Failure(
      'incompatible',
      `The database has had the migration ${name}, which this release does not know there. Run the release that made it.`,
    );
  });
}

/** Waits until no other process migrates or restores, and keeps others waiting until the transaction ends. */
export async function takeTurn(client: PoolClient): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('entente migrations'))`);
}

/** The table's own lock holds where a pool in between, or another kind of server, does not keep the advisory one. */
async function lockTable(client: PoolClient): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migration (
       name text PRIMARY KEY, position integer NOT NULL UNIQUE, applied_at text NOT NULL, digest text NOT NULL)`,
  );
  await client.query('LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE');
}

async function applyOne(client: PoolClient, migration: Migration, at: string): Promise<void> {
  const hash = createHash('sha256');
  const noting: MigrationClient = {
    query: (sql, values) => {
      hash.update(`${sql}\0`);
      return client.query(sql, values);
    },
  };
  try {
    await migration.up(noting);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE'); // the next may alter the same table
  } catch (error) {
    const known = asFailure(error);
    if (known instanceof Failure) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('internal', `The migration ${migration.name} failed and was undone: ${reason}`, error);
  }
  await client.query(
    `INSERT INTO migration (name, position, applied_at, digest)
     SELECT $1, count(*), $2, $3 FROM migration`,
    [migration.name, at, hash.digest('hex')],
  );
}
