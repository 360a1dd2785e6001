/** A cell over its database, with everything that the routes are given; it serves nothing yet. */
import { closeInterrupted } from '@entente/store/batch/writer';
import { migrate } from '@entente/store/database/migrate';
import { openDatabase, type Database } from '@entente/store/database/open';
import { assertRoom } from '@entente/store/database/room';
import { migrations } from '@entente/store/migrations/index';
import { makeAccounts, type Accounts } from './account/acts.ts';
import { openOutbound } from './account/provider/outbound.ts';
import { Cell } from './cell.ts';
import { makePorts } from './compose.ts';
import type { Config } from './config.ts';
import { startHeartbeat } from './decision/heartbeat.ts';
import { keysOf } from './keys.ts';
import { ledgerDuty } from './ledger/duty.ts';
import type { Logger } from './log.ts';
import { Courier } from './message/courier.ts';
import { openPost } from './message/post.ts';
import { makeMetrics, type Metrics } from './metrics.ts';
import type { Ports } from './serve/ports.ts';
import { realWorld } from './world.ts';

export interface OpenCell {
  readonly cell: Cell;
  readonly accounts: Accounts;
  readonly ports: Ports;
  readonly metrics: Metrics;
  /** Fulfilled when the embedded PostgreSQL is gone for good. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks for what the ledger has not yet. */
const ledgerPause = 1000;

/** How fast one account may call. */
const rate = { burst: 5000, perSecond: 1000 };

/**
 * Locks the data folder, opens and migrates its database, and makes what serves from it.
 * @param url how the cell is reached from outside
 * @throws as `openDatabase`, `migrate` and `keysOf`
 */
export async function openCell(config: Config, url: string, log: Logger): Promise<OpenCell> {
  const { dataFolder, databaseUrl } = config;
  let isClosing = false;
  const database = await openDatabase({
    dataFolder,
    log: (line) => {
      if (!isClosing) log.warn(line); // that connections end is then no news
    },
    ...(databaseUrl === undefined ? {} : { url: databaseUrl }),
  });
  try {
    await migrate(database.writer, migrations, new Date().toISOString());
    await closeInterrupted(database.writer, 'The cell stopped before the end of the file: import it again.');
    const cell = new GuardedCell(database, await keysOf(database.writer, dataFolder), realWorld(), log);
    if (database.kind === 'embedded') cell.dataFolder = dataFolder;
    const post = openPost({
      ...config.post,
      extraAuthorities: config.outbound.extraAuthorities,
      host: new URL(url).hostname,
    });
    const courier = new Courier(cell, post, url.replace(/\/+$/, ''));
    cell.duty(courier);
    const accounts = makeAccounts(cell, {
      publicUrl: url,
      name: config.name,
      rate,
      outbound: openOutbound(config.outbound),
      post,
    });
    const metrics = makeMetrics(database);
    const onIncident = (): void => {
      metrics.countIncident();
      log.error('incident: the two walls of release disagree; an object was withheld');
    };
    cell.duty(ledgerDuty(cell, config.ledgerCadence, ledgerPause));
    const ports = makePorts(cell, accounts, config, {
      feedEpoch: await feedEpochOf(database),
      onIncident,
      post,
    });
    // Before anything that is due: it says how long the hub was away.
    const endHeartbeat = await startHeartbeat(cell);
    cell.start();
    const close = (): Promise<void> => {
      isClosing = true;
      endHeartbeat();
      return closeCell(cell, courier, database);
    };
    return { cell, accounts, ports, metrics, ended: database.ended, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function feedEpochOf({ reader }: Database): Promise<string> {
  const { rows } = await reader.query<{ epoch: string }>('select feed_epoch as epoch from cell');
  return rows[0]?.epoch ?? '';
}

async function closeCell(cell: Cell, courier: Courier, database: Database): Promise<void> {
  await courier.close();
  await cell.close();
  await database.close();
}

/** Refuses acts before the disk is full: PostgreSQL would stop, and with it all reading. */
class GuardedCell extends Cell {
  /** Where the embedded database lies; the disk of another one is its operator's to watch. */
  dataFolder: string | undefined;

  override async act<Result>(...given: Parameters<Cell['act']>): Promise<Result> {
    const [, , , , options] = given;
    if (this.dataFolder !== undefined && options?.isSmall !== true) await assertRoom(this.dataFolder);
    return super.act(...given) as Promise<Result>;
  }
}
