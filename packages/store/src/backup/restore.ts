import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Failure } from '@entente/core/failure';
import { asFailure } from '../database/errors.ts';
import { assertKnown, migrateInside, takeTurn } from '../database/migrate.ts';
import type { Migration } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { inTransaction } from '../database/transaction.ts';
import type { BackupSummary, Manifest, OnProgress } from './manifest.ts';
import { writeNewFile } from './new-file.ts';
import { tellProgress } from './progress.ts';
import { readBackup } from './read.ts';
import type { BackupVisitor } from './read.ts';
import type { BackupSecret } from './secret.ts';
import { columnList, liftConstraints, listTables, quoted, setSequences, settleFormats } from './tables.ts';
import type { Table } from './tables.ts';

export interface RestoreOptions {
  /** opened, not migrated: without any table */
  readonly database: Database;
  readonly from: string;
  readonly secret: BackupSecret;
  /** those of this release */
  readonly migrations: readonly Migration[];
  /** the instant to note of migrations that follow, RFC 3339 */
  readonly at: string;
  /** the folder in which the files of the backup belong: the data folder */
  readonly filesTo: string;
  readonly onProgress?: OnProgress;
}

/**
 * Reads a backup through without applying anything of it.
 * @throws as `readBackup`
 */
export async function checkBackup(
  options: Pick<RestoreOptions, 'from' | 'secret' | 'onProgress'>,
): Promise<Manifest> {
  let known: Manifest | undefined;
  const tell = tellProgress('check', options.onProgress);
  await readBackup(options.from, options.secret, {
    manifest: async (manifest) => {
      known = manifest;
      tell.begin(manifest);
    },
    table: async ({ name }, rows) => {
      for await (const piece of rows) tell.more(name, piece.length);
      tell.next(name);
      return undefined;
    },
    file: async (name, content) => {
      for await (const piece of content) tell.more(name, piece.length);
      tell.next(name);
    },
    sequences: async () => undefined,
  });
  if (!known) throw new Failure('internal', 'A backup was read without its manifest.');
  return known;
}

/**
 * Reads a whole backup and checks it; then restores it into an empty cell, in one transaction, and brings it
 * to this release.
 *
 * @throws Failure `conflict` (the cell is not empty), `incompatible` (of a newer release), and as
 * `readBackup`; then nothing was written
 */
export async function restore(options: RestoreOptions): Promise<BackupSummary> {
  const manifest = await checkBackup(options);
  assertKnown(manifest.migrations, options.migrations);
  const written: string[] = [];
  try {
    return await inTransaction(options.database.writer, (client) =>
      apply(client, options, manifest, written),
    );
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw asFailure(error);
  }
}

async function apply(
  client: PoolClient,
  options: RestoreOptions,
  manifest: Manifest,
  written: string[],
): Promise<BackupSummary> {
  await takeTurn(client);
  await assertEmpty(client);
  await migrateInside(client, options.migrations.slice(0, manifest.migrations.length), manifest.at);
  const tables = await listTables(client);
  assertSameTables(manifest.tables, tables);
  await settleFormats(client);
  const putBack = await liftConstraints(client);
  await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  const count = { rows: 0, bytes: 0 };
  await readBackup(options.from, options.secret, visitorInto(client, options, written, count));
  await putBack();
  await migrateInside(client, options.migrations, options.at);
  return { at: manifest.at, tables: tables.length, ...count };
}

async function assertEmpty(client: PoolClient): Promise<void> {
  if ((await listTables(client)).length === 0) return;
  throw new Failure(
    'conflict',
    'The cell is not empty. A backup is restored into a new data folder or database only.',
  );
}

function assertSameTables(told: readonly Table[], made: readonly Table[]): void {
  const describe = (tables: readonly Table[]): Set<string> =>
    new Set(tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)));
  const here = describe(made);
  const there = describe(told);
  const odd =
    [...there].find((column) => !here.has(column)) ?? [...here].find((column) => !there.has(column));
  if (odd === undefined) return;
  throw new Failure(
    'incompatible',
    `The backup and this release differ in ${odd}. Restore with the release that wrote it.`,
  );
}

function visitorInto(
  client: PoolClient,
  { filesTo, onProgress }: RestoreOptions,
  written: string[],
  count: { rows: number; bytes: number },
): BackupVisitor {
  const tell = tellProgress('restore', onProgress);
  return {
    manifest: async (manifest) => tell.begin(manifest),
    table: async (table, rows) => {
      const into = client.query(copyFrom(`COPY ${quoted(table.name)} (${columnList(table)}) FROM STDIN`));
      await pipeline(tell.each(table.name, rows), into);
      tell.next(table.name);
      count.rows += into.rowCount;
      count.bytes = tell.bytes();
      return into.rowCount;
    },
    file: async (name, content) => {
      if (await writeIfNew(join(filesTo, name), await buffer(content))) written.push(join(filesTo, name));
      tell.next(name);
    },
    sequences: (sequences) => setSequences(client, sequences),
  };
}

/** A file that is there already with the same bytes is what an interrupted restore left. */
async function writeIfNew(path: string, content: Buffer): Promise<boolean> {
  const there = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (there?.equals(content)) return false;
  await writeNewFile(
    path,
    (async function* (): AsyncGenerator<Buffer> {
      yield content;
    })(),
  );
  return true;
}
