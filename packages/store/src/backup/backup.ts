import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import type { PoolClient } from 'pg';
import { Failure } from '@entente/core/failure';
import { appliedMigrations } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { jsonFrame, writeFrames } from './frames.ts';
import type { Frame } from './frames.ts';
import { plainFileName } from './manifest.ts';
import type { BackupSummary, Manifest, OnProgress } from './manifest.ts';
import { writeNewFile } from './new-file.ts';
import { seal } from './seal.ts';
import { inSnapshot } from './snapshot.ts';
import { sealingKey } from './secret.ts';
import type { BackupSecret } from './secret.ts';
import { columnList, listSequences, listTables, quoted, settleFormats } from './tables.ts';

export interface BackupOptions {
  readonly database: Database;
  /** the path of a file that does not exist yet, or where else the bytes go */
  readonly out: string | Writable;
  readonly secret: BackupSecret;
  /** the instant to note, RFC 3339 */
  readonly at: string;
  /** paths of files that belong to the cell, such as its keys; restored under their last names */
  readonly files?: readonly string[];
  readonly onProgress?: OnProgress;
}

const largestFile = 16 * 1024 * 1024;

/**
 * Writes all tables as they are at one instant, sequences and the given files, compressed and sealed, while
 * the cell works on.
 *
 * @throws Failure `conflict` (the file exists), `storage-full`, `unavailable`; then no file is left
 */
export async function backup(options: BackupOptions): Promise<BackupSummary> {
  const { header, key } = await sealingKey(options.secret);
  const count = { rows: 0, tables: 0 };
  const bytes = await inSnapshot(options.database.writer, async (client) => {
    await settleFormats(client);
    const frames = writeFrames(framesOf(client, options, count));
    let written: Promise<number> | undefined;
    const write = (packed: AsyncIterable<Buffer>): Promise<number> =>
      (written = writeTo(options.out, sealedFile(header, seal(packed, key))));
    try {
      return await pipeline(frames, createGzip({ level: 3 }), write);
    } finally {
      await Promise.allSettled([written]); // the pipeline ends before a writer has cleaned up
    }
  });
  return { at: options.at, ...count, bytes };
}

async function* sealedFile(header: Buffer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield header;
  yield* chunks;
}

async function writeTo(out: string | Writable, pieces: AsyncIterable<Buffer>): Promise<number> {
  if (typeof out === 'string') return writeNewFile(out, pieces);
  let length = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      length += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, out);
  return length;
}

async function* framesOf(
  client: PoolClient,
  { at, files = [], onProgress = () => undefined }: BackupOptions,
  count: { rows: number; tables: number },
): AsyncGenerator<Frame> {
  const names = files.map((path) => basename(path));
  const strange = names.find((name) => !plainFileName.test(name));
  if (strange !== undefined) throw new Failure('invalid', `A file cannot be called ${strange} in a backup.`);
  const tables = await listTables(client);
  const manifest: Manifest = { at, migrations: await appliedMigrations(client), tables, files: names };
  yield jsonFrame('manifest', manifest);
  let done = 0;
  let bytes = 0;
  const tell = (name: string, more: number): void => {
    bytes += more;
    onProgress({ step: 'write', name, done, of: tables.length + names.length, bytes });
  };
  for (const path of files) {
    const content = await readFile(path);
    if (content.length > largestFile) throw new Failure('too-large', `${path} is too large to be a key.`);
    yield jsonFrame('file', { name: basename(path) });
    yield { kind: 'data', bytes: content };
    yield jsonFrame('foot', { rows: 0 });
    done++;
    tell(basename(path), content.length);
  }
  for (const table of tables) {
    yield jsonFrame('table', table);
    const rows = client.query(copyTo(`COPY ${quoted(table.name)} (${columnList(table)}) TO STDOUT`));
    for await (const piece of rows as AsyncIterable<Buffer>) {
      yield { kind: 'data', bytes: piece };
      tell(table.name, piece.length);
    }
    yield jsonFrame('foot', { rows: rows.rowCount });
    count.rows += rows.rowCount;
    count.tables = ++done - names.length;
    tell(table.name, 0);
  }
  // Read last: a sequence knows no snapshot, and a number too high does no harm.
  yield jsonFrame('sequences', await listSequences(client));
}
