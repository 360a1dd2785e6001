import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@entente/store/database/embedded';
import type { Connection } from '@entente/store/database/embedded';

const variable = 'ENTENTE_TEST_SERVER';

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
  const dataFolder = await mkdtemp(join(tmpdir(), 'entente-test-'));
  const server = await startEmbedded({ dataFolder, log: () => undefined, settings: careless });
  process.env[variable] = JSON.stringify(server.connection);
  return {
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Where the test run's PostgreSQL listens. */
export function testServer(): Connection {
  const told = process.env[variable];
  if (told === undefined) throw new Error(`${variable} is not set: vitest's globalSetup starts the server.`);
  return JSON.parse(told) as Connection;
}
