import type { PoolClient } from 'pg';

/** A table of schema `public` and the columns that are stored in it, none of the computed ones. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A sequence and the last number that it gave, as text; null where it gave none. */
export interface Sequence {
  readonly name: string;
  readonly last: string | null;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnList = ({ columns }: Table): string => columns.map(quoted).join(', ');

/** Text is written and read alike whatever the server's settings; and no row policy hides rows unsaid. */
export async function settleFormats(client: PoolClient): Promise<void> {
  await client.query(`SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601';
    SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
    SET LOCAL row_security = off; SET LOCAL search_path = public; SET LOCAL statement_timeout = 0`);
}

/** Every table that holds rows, by name; what an extension brought is its own affair. */
export async function listTables(client: PoolClient): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  );
  return rows;
}

export async function listSequences(client: PoolClient): Promise<readonly Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`,
  );
  return rows;
}

export async function setSequences(client: PoolClient, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, last } of sequences) {
    if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [quoted(name), last]);
  }
}

/**
 * Takes away what would hinder rows that come table by table: foreign keys, and triggers of ours. Gives back
 * the work of putting them in place again, which checks every key.
 */
export async function liftConstraints(client: PoolClient): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ held: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS held, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`,
  );
  const { rows: triggers } = await client.query<{ held: string; name: string }>(
    `SELECT tgrelid::regclass::text AS held, tgname AS name FROM pg_trigger
     WHERE NOT tgisinternal AND tgenabled = 'O' AND tgparentid = 0
       AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
  );
  for (const { held, name } of keys)
    await client.query(`ALTER TABLE ${held} DROP CONSTRAINT ${quoted(name)}`);
  for (const { held, name } of triggers)
    await client.query(`ALTER TABLE ${held} DISABLE TRIGGER ${quoted(name)}`);
  return async () => {
    for (const { held, name, definition } of keys) {
      await client.query(`ALTER TABLE ${held} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    }
    for (const { held, name } of triggers) {
      await client.query(`ALTER TABLE ${held} ENABLE TRIGGER ${quoted(name)}`);
    }
  };
}
