/** Passing dates: what a label permits `until` a date leaves views at that date, as an act of its own. */
import type { Pool, PoolClient } from 'pg';
import { forever } from '@entente/core/label/permits';
import { inTransaction } from '../database/transaction.ts';
import { beginStep, lockCell, type ActOrigin } from './act.ts';

/** Makes the record of the hub's act for a date. */
export type Expiry = (at: number) => ActOrigin;

/**
 * Makes an act of every date that has passed, in their order. Reads have withheld since the date itself;
 * this brings the feeds after.
 */
export async function expireVerdicts(pool: Pool, now: number, expiry: Expiry): Promise<void> {
  if ((await passedDates(pool, now)).length === 0) return;
  await inTransaction(pool, async (client) => {
    await lockCell(client);
    await expireUntil(client, now, expiry);
  });
}

/**
 * The same under the lock of the cell, before an act: what passed by then comes before it in every feed, and is
 * not laid at its door.
 */
export async function expireUntil(client: PoolClient, now: number, expiry: Expiry): Promise<void> {
  for (const until of await passedDates(client, now)) {
    const no = await beginStep(client, expiry(until));
    await client.query(
      `with expired as (delete from verdict where until = $2 returning reader, gate)
       insert into backlog (change, reader, kind, key) select $1, reader, 'gate', gate from expired`,
      [no, until],
    );
  }
}

async function passedDates(client: Pool | PoolClient, now: number): Promise<number[]> {
  const { rows } = await client.query<{ until: number }>(
    `select distinct until from verdict where until <= $1 and until < ${forever} order by until`,
    [now],
  );
  return rows.map(({ until }) => until);
}
