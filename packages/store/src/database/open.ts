import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Pool, PoolConfig } from 'pg';
import { Failure } from '@entente/core/failure';
import { databaseName, ownerName, startEmbedded } from './embedded.ts';
import type { EmbeddedServer } from './embedded.ts';
import { asFailure } from './errors.ts';
import { lockFolder } from './lock.ts';
import { openPool, withStartOptions } from './pools.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { ensureReaderRole, readerStartOptions } from './reader-role.ts';

export interface DatabaseOptions {
  /** made where it is missing; holds the embedded cluster, and the lock in any case */
  readonly dataFolder: string;
  /** a PostgreSQL of one's own, as a connection URI; without it the embedded one is started */
  readonly url?: string;
  /** connections of each of the two pools at most */
  readonly poolSize?: number;
  readonly log?: (line: string) => void;
}

/** Two ways into one database. int8 is read as a number, times as text. */
export interface Database {
  readonly kind: 'embedded' | 'external';
  /** which database this is, without secrets */
  readonly address: string;
  /** as the owner: for transactions that write, and for migrations */
  readonly writer: Pool;
  /** as the read-only role, in read-only transactions */
  readonly reader: Pool;
  /** fulfilled when the embedded server is gone for good; never for an external one */
  readonly ended: Promise<void>;
  /** waits for connections in use, then stops an embedded server; more than once does no harm */
  close(): Promise<void>;
}

const oldestServer = 150_000;

/**
 * Locks the data folder and opens its database, embedded or external. Nothing is migrated.
 *
 * @throws Failure `locked` (another process holds the folder), `unavailable` (the server did not start or
 * answer), `incompatible` (its version), `forbidden` (an administrator must make the reader's role first)
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, log = () => undefined } = options;
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataFolder);
  let server: EmbeddedServer | undefined;
  try {
    server = url === undefined ? await startEmbedded({ dataFolder, log }) : undefined;
    const pools = await connectDatabase(server?.connection ?? { connectionString: url }, options);
    return {
      ...pools,
      kind: server ? 'embedded' : 'external',
      ended: server?.ended ?? new Promise(() => undefined),
      close: once(async () => {
        await pools.close();
        await server?.stop();
        await lock.release();
      }),
    };
  } catch (error) {
    await server?.stop();
    await lock.release();
    throw asFailure(error);
  }
}

/**
 * Joins a database that another process of this cell serves, for work beside it such as a backup. Takes no
 * lock and starts no server.
 *
 * @throws Failure `unavailable` where none runs in the folder
 */
export async function joinDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataFolder } = options;
  if (url !== undefined) return connectDatabase({ connectionString: url }, options);
  const running = await readPostmasterFile(join(resolve(dataFolder), 'postgres'));
  if (!running) throw new Failure('unavailable', `No cell is running in ${dataFolder}.`);
  const { socketFolder: host, port } = running;
  const joined = await connectDatabase({ host, port, user: ownerName, database: databaseName }, options);
  return { ...joined, kind: 'embedded' };
}

/** Both pools over a server that runs already; `close` ends them and leaves the server alone. */
export async function connectDatabase(
  connection: PoolConfig,
  { poolSize = 10, log = () => undefined }: Pick<DatabaseOptions, 'poolSize' | 'log'> = {},
): Promise<Database> {
  const own: PoolConfig = { ...connection, max: poolSize, application_name: 'entente' };
  const writer = openPool(own, log);
  try {
    await assertServerVersion(writer);
    await ensureReaderRole(writer);
    const address = await addressOf(writer);
    // Reads send what they know that they will ask before the answer to what they asked.
    const reader = openPool({ ...withStartOptions(own, readerStartOptions), pipeline: true }, log);
    const close = once(async () => {
      await Promise.all([writer.end(), reader.end()]);
    });
    return { kind: 'external', address, writer, reader, ended: new Promise(() => undefined), close };
  } catch (error) {
    await writer.end();
    throw asFailure(error);
  }
}

/** Closing twice, as when two signals come, closes once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}

async function assertServerVersion(writer: Pool): Promise<void> {
  const { rows } = await writer.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  if ((rows[0]?.version ?? 0) >= oldestServer) return;
  throw new Failure('incompatible', 'Entente needs PostgreSQL 15 or later.');
}

async function addressOf(writer: Pool): Promise<string> {
  const { rows } = await writer.query<{ address: string }>(
    `SELECT format('%s on %s as %s', current_database(), coalesce(host(inet_server_addr()), 'a socket'), current_user)
       AS address`,
  );
  return rows[0]?.address ?? '';
}
