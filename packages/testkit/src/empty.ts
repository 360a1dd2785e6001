/** Empties a migrated database, as if nothing had ever been put in: in a twentieth of the time of a fresh one. */
import { inTransaction } from '@entente/store/database/transaction';
import type { Database } from '@entente/store/database/open';

/** What the migrations themselves fill. */
const kept = ['migration', 'cell'];

/**
 * Deletes all rows, in whatever order: triggers and foreign keys are not asked. To truncate
 * would make some files anew for each table and index.
 * @param epoch of the feeds from now on: what a process remembers of this database hangs on it
 */
export async function empty({ writer }: Pick<Database, 'writer'>, epoch: string): Promise<void> {
  const { rows } = await writer.query<{ statement: string }>(
    `select string_agg(format('select %L as name where exists (select from %I)', tablename, tablename), ' union all ')
       as statement from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
    [kept],
  );
  await inTransaction(writer, async (client) => {
    await client.query('set local session_replication_role = replica');
    const filled = await client.query<{ name: string }>(rows[0]?.statement ?? '');
    await client.query(filled.rows.map(({ name }) => `delete from "${name}"`).join(';'));
    await client.query(
      `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
       where last_value is not null`,
    );
    await client.query('update cell set last_change = 0, feed_epoch = $1, keys = null, created_at = 0', [
      epoch,
    ]);
  });
}
