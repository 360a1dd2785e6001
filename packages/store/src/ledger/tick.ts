/** The top log: one leaf for each tick of the clock, whether anything happened or not. */
import type { Pool, PoolClient } from 'pg';
import { append, rootOf, type Frontier } from '@entente/core/ledger/frontier';
import { slotCount, slotTree, tickLeaf } from '@entente/core/ledger/slots';
import { inTransaction } from '../database/transaction.ts';
import { readLastTick, topLog, type LastTick, type ToldLog } from './reader.ts';
import { slotCommitments } from './slot.ts';
import { holdLedger, readFrontiers, readTopFrontier, writeLog, writeNodes } from './writer.ts';

export interface Cadence {
  /** From which salts and chance are made. */
  key: Uint8Array;
  /** Microseconds between two ticks. */
  every: number;
}

/** Ticks that are made in one transaction, and the most that are made up for: after a day's halt the clock goes on. */
const [mostAtOnce, mostMissed] = [60, 1440];

/**
 * Makes the ticks that are due. Those that were missed are made as well, so that the size of the top log tells the time
 * alone.
 * @returns whether there may be more
 */
export async function appendTicks(pool: Pool, now: number, cadence: Cadence): Promise<boolean> {
  if ((await dueTicks(pool, now, cadence)).length === 0) return false;
  return inTransaction(pool, async (client) => {
    await holdLedger(client);
    const due = await dueTicks(client, now, cadence);
    const last = await readLastTick(client);
    if (due.length > 0) await makeTicks(client, due.slice(0, mostAtOnce), last?.size ?? 0, cadence);
    return due.length > mostAtOnce;
  });
}

/** Times of the ticks that are due, microseconds. */
async function dueTicks(client: Pool | PoolClient, now: number, { every }: Cadence): Promise<number[]> {
  const { rows } = await client.query<{ at: number }>('select at from ledger_tick');
  const newest = Math.floor(now / every);
  const last = rows[0] === undefined ? newest - 1 : Math.floor(rows[0].at / every);
  const count = Math.max(0, Math.min(newest - last, mostMissed));
  return Array.from({ length: count }, (_, index) => (newest - count + 1 + index) * every);
}

async function makeTicks(
  client: PoolClient,
  times: readonly number[],
  size: number,
  { key }: Cadence,
): Promise<void> {
  await writeLog(client, topLog, null);
  const logs = await tellSizes(client);
  const slots = slotCount(logs.length);
  const ticks = times.map((at, index) => ({ at, size: size + index + 1 }));
  const leaves = ticks.map(({ at, size: tick }) => {
    const { root } = slotTree(slotCommitments(key, tick, slots, logs));
    return tickLeaf({ at, slots, root });
  });
  const { frontier, completed } = append(await readTopFrontier(client, size), leaves);
  await writeNodes(
    client,
    completed.map((node) => ({ ...node, log: topLog })),
  );
  await client.query('update ledger_log set size = $2, told_size = $2, told_root = $3 where log = $1', [
    topLog,
    frontier.size,
    Buffer.from(rootOf(frontier)),
  ]);
  await writeTick(client, { size: frontier.size, at: ticks.at(-1)?.at ?? 0, slots });
}

async function writeTick(client: PoolClient, { size, at, slots }: Omit<LastTick, 'logs'>): Promise<void> {
  await client.query('delete from ledger_tick');
  await client.query('insert into ledger_tick (size, at, slots) values ($1, $2, $3)', [size, at, slots]);
}

/** Sets what the tick tells of each log to what the log is now. */
async function tellSizes(client: PoolClient): Promise<ToldLog[]> {
  const { rows: grown } = await client.query<{ log: string; size: number }>(
    'select log, size from ledger_log where slot is not null and (size <> told_size or told_root is null)',
  );
  const frontiers = await readFrontiers(client, grown);
  await client.query(
    `update ledger_log l set told_size = n.size, told_root = n.root
     from unnest($1::text[], $2::bigint[], $3::bytea[]) as n (log, size, root) where l.log = n.log`,
    [
      grown.map(({ log }) => log),
      grown.map(({ size }) => size),
      grown.map(({ log }) => Buffer.from(rootOf(frontiers.get(log) as Frontier))),
    ],
  );
  const { rows } = await client.query<Omit<ToldLog, 'root'> & { root: Buffer }>(
    'select log, slot, told_size as size, told_root as root from ledger_log where slot is not null',
  );
  return rows.map((row) => ({ ...row, root: new Uint8Array(row.root) }));
}
