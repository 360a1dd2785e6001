import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { startEmbedded } from '@entente/store/database/embedded';
import type { Connection } from '@entente/store/database/embedded';
import { lockFolder } from '@entente/store/database/lock';
import { endOrphan } from '@entente/store/database/postmaster-file';

const folderPrefix = 'entente-test-';
const variable = 'ENTENTE_TEST_SERVER';
const folderVariable = 'ENTENTE_TEST_FOLDER';

/** Tests need not survive a loss of power. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
  autovacuum: 'off',
};

/** Starts the one PostgreSQL of a test run, and tells the test processes of it through the environment. */
export async function startTestServer(): Promise<{ stop(): Promise<void> }> {
  await sweepKilledRuns();
  const dataFolder = await mkdtemp(join(tmpdir(), folderPrefix));
  const lock = await lockFolder(dataFolder);
  const server = await startEmbedded({ dataFolder, log: () => undefined, settings: careless });
  process.env[variable] = JSON.stringify(server.connection);
  process.env[folderVariable] = dataFolder;
  return {
    stop: async () => {
      await server.stop();
      await lock.release();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Ends the servers of test runs that were killed, and removes their folders. */
async function sweepKilledRuns(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    if (Date.now() - (await stat(folder)).mtimeMs < 60_000) continue; // a run that is about to lock it
    const lock = await lockFolder(folder).catch((error: Error) => {
      if (error instanceof Failure && error.code === 'locked') return undefined; // a run of this moment
      throw error;
    });
    if (!lock) continue;
    await endOrphan(join(folder, 'postgres'), () => undefined);
    await lock.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the test run's PostgreSQL listens. */
export const testServer = (): Connection => JSON.parse(told(variable)) as Connection;

/** A folder that goes with the test run; each name in it is somebody's. */
export const testFolder = (): string => told(folderVariable);

function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: vitest's globalSetup starts the server.`);
  return value;
}
