/**
 * A cell as it runs: the embedded PostgreSQL on a disk with fsync, the real server on a port, and beside its
 * routes bare ones that show what the machine could do. The Bearer token of a caller is its member's id.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { makeAccounts } from '@entente/server/account/acts';
import { buildApp } from '@entente/server/app';
import { Cell, type World } from '@entente/server/cell';
import { noPost } from '@entente/server/message/post';
import { makePorts } from '@entente/server/compose';
import { readConfig } from '@entente/server/config';
import { keysOf } from '@entente/server/keys';
import type { Ports } from '@entente/server/serve/ports';
import { migrate } from '@entente/store/database/migrate';
import { openDatabase, type Database } from '@entente/store/database/open';
import { migrations } from '@entente/store/migrations/index';
import { callerOf } from '../world/play.ts';

export interface Stand {
  cell: Cell;
  database: Database;
  app: FastifyInstance;
  /** `http://127.0.0.1:<port>`, once it listens. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** The clock of the machine, in microseconds that never repeat. */
export function machineWorld(): World {
  let last = 0;
  return {
    now: () => (last = Math.max(last + 1, Date.now() * 1000)),
    random: (bytes) => randomBytes(bytes),
    uuid: () => randomUUID(),
  };
}

/** A folder that the embedded PostgreSQL may walk into. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(process.env['ENTENTE_BENCH_FOLDER'] ?? tmpdir(), 'entente-bench-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Opens a cell in a folder, new or not. */
export async function openCell(folder: string): Promise<{ cell: Cell; database: Database }> {
  const database = await openDatabase({ dataFolder: folder });
  await migrate(database.writer, migrations, new Date().toISOString());
  const cell = new Cell(database, await keysOf(database.writer, folder), machineWorld(), {
    info: () => undefined,
    error: (fields, message) => console.error(message, fields),
  });
  return { cell, database };
}

/**
 * Opens a server over a cell of its own; without a folder, in one that `close` removes.
 * @param receipts whether acts are answered with receipts now
 */
export async function openStand(given?: string, { receipts = (): boolean => true } = {}): Promise<Stand> {
  const folder = given ?? (await makeFolder());
  const { cell, database } = await openCell(folder);
  const app = await buildApp(portsOf(cell, folder, receipts), { trustedProxies: [] });
  return {
    cell,
    database,
    app,
    async listen() {
      await app.listen({ host: '127.0.0.1', port: 0 });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    async close() {
      await app.close();
      await cell.close();
      await database.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function portsOf(cell: Cell, folder: string, receipts: () => boolean): Ports {
  const accounts = makeAccounts(cell, { publicUrl: 'https://cell.example', pause: () => Promise.resolve() });
  const feedEpoch = 'bench';
  const onIncident = (): never => {
    throw new Error('the two walls of release disagree');
  };
  const config = readConfig({ ENTENTE_DATA_FOLDER: folder });
  const ports = makePorts(cell, accounts, config, { feedEpoch, onIncident, post: noPost });
  const { ledger } = ports;
  return {
    ...ports,
    ledger: {
      ...ledger,
      receiptsOf: (caller) => (receipts() ? ledger.receiptsOf(caller) : Promise.resolve([])),
    },
    authenticate: ({ authorization = '' }) => {
      const member = authorization.replace(/^Bearer /, '');
      return Promise.resolve(member === '' ? undefined : callerOf(member));
    },
  };
}
