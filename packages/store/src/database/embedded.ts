import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Failure } from '@entente/core/failure';
import { enterable, nativeFolder, serverUser } from './native.ts';
import type { ServerUser } from './native.ts';
import { endOrphan, socketFolderPrefix } from './postmaster-file.ts';
import { runToEnd, spawnServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { supervise } from './supervise.ts';
import type { Supervised } from './supervise.ts';

export const databaseName = 'entente';
export const ownerName = 'entente';
const port = 5432;

/** Where the embedded server is reached: on a socket in a folder that only its user and root may enter. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedServer extends Supervised {
  readonly connection: Connection;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /** settings of PostgreSQL that replace ours; for tests, which need not survive a loss of power */
  readonly settings?: Readonly<Record<string, string>>;
}

/** For a machine with two cores and 2 GB. The log must not tell what statements hold: no statement, no error of
 * one, no detail. */
const ourSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '50',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** Recovery after a crash on a slow disk may take minutes. */
const longestStart = 600_000;

/**
 * Starts the PostgreSQL of this data folder, which the caller has locked; makes it on the first start. Should
 * it end by itself, it is started again on the same socket.
 *
 * @throws Failure `unavailable` with the last lines of its log, `incompatible` for the folder of another
 * major version, `invalid` where root's server could not reach the folder
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataFolder, log } = options;
  const cluster = join(dataFolder, 'postgres');
  const user = await userFor(cluster);
  await assertReach(dataFolder, user);
  const native = await nativeFolder(dataFolder, user);
  await endOrphan(cluster, log);
  await makeCluster(native, cluster, user);
  await assertVersion(native, cluster, user);
  const socketFolder = await makeSocketFolder(user);
  const connection = { host: socketFolder, port, user: ownerName, database: databaseName };
  const launch = async (): Promise<ServerProcess> => {
    const settings = {
      ...ourSettings,
      unix_socket_directories: socketFolder,
      port: String(port),
      ...options.settings,
    };
    const server = spawnServer(native, cluster, settings, user, log);
    await untilReady(server, { ...connection, database: 'postgres' });
    return server;
  };
  let first: ServerProcess | undefined;
  try {
    first = await launch();
    await makeDatabase(connection);
    const removeSocket = (): Promise<void> => rm(socketFolder, { recursive: true, force: true });
    return { connection, ...supervise(first, launch, removeSocket, log) };
  } catch (error) {
    await first?.stop();
    await rm(socketFolder, { recursive: true, force: true });
    throw error;
  }
}

/** Root hands the server to whom the cluster belongs already, else to nobody. */
async function userFor(cluster: string): Promise<ServerUser | undefined> {
  const user = serverUser();
  if (!user || !(await isThere(cluster))) return user;
  const { uid, gid } = await stat(cluster);
  return uid === 0 ? user : { uid, gid };
}

async function assertReach(dataFolder: string, user: ServerUser | undefined): Promise<void> {
  if (!user) return;
  const { mode } = await stat(dataFolder);
  if ((mode & 0o001) === 0) await chmod(dataFolder, mode | 0o011); // to walk through, not to list
  if (await enterable(dataFolder)) return;
  throw new Failure(
    'invalid',
    `PostgreSQL does not run as root, and user ${user.uid} cannot walk down to ${dataFolder}. ` +
      'Choose a data folder such as /var/lib/entente, or start as an ordinary user.',
  );
}

/** A cluster takes its name when it is whole, so that a crash during the first start leaves none. */
async function makeCluster(native: string, cluster: string, user: ServerUser | undefined): Promise<void> {
  if (await isThere(cluster)) return;
  const draft = `${cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (user) await chown(draft, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=trust', `--username=${ownerName}`, '--data-checksums', '--no-instructions'];
  await runToEnd(join(native, 'bin', 'initdb'), ['-D', draft, ...locale, ...access], user).catch(
    explainNameless,
  );
  await rename(draft, cluster);
}

/** initdb asks for the name of its user, which containers that run under a bare number lack. */
function explainNameless(error: unknown): never {
  if (!(error instanceof Failure) || !error.message.includes('could not look up effective user ID'))
    throw error;
  throw new Failure(
    'unavailable',
    'PostgreSQL needs a user with a name, and there is no line in /etc/passwd for this one. ' +
      'Add a line, run as another user, or set DATABASE_URL to a PostgreSQL of your own.',
    error,
  );
}

async function assertVersion(native: string, cluster: string, user: ServerUser | undefined): Promise<void> {
  const written = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const control = await runToEnd(join(native, 'bin', 'postgres'), ['--version'], user);
  const running = /(\d+)/.exec(control)?.[1];
  if (written === running) return;
  throw new Failure(
    'incompatible',
    `The data folder was written by PostgreSQL ${written} and this release runs ${running}. ` +
      'Take a backup with the release that wrote it, and restore that into a new folder.',
  );
}

/** Short, because a socket's path holds 107 bytes at most. */
async function makeSocketFolder(user: ServerUser | undefined): Promise<string> {
  const longest = 80 - socketFolderPrefix.length;
  const base = tmpdir().length <= longest && (!user || (await enterable(tmpdir()))) ? tmpdir() : '/tmp';
  const folder = await mkdtemp(join(base, socketFolderPrefix));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

async function untilReady(server: ServerProcess, connection: Connection): Promise<void> {
  for (let waited = 0; waited < longestStart; waited += 50) {
    if (server.hasEnded()) break;
    if (await answers(connection)) return;
    await sleep(50);
  }
  await server.stop();
  throw new Failure('unavailable', `PostgreSQL did not start. Its last words:\n${server.lastWords()}`);
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false; // not yet: the caller asks again until the process ends
  }
}

async function makeDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const there = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
    if (!there.rowCount) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
