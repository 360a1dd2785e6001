/** Passing dates: what a label permits `until` a date leaves views at that date, as an act of its own. */
import type { Pool, PoolClient } from 'pg';
import { forever } from '@entente/core/label/permits';
import { inTransaction } from '../database/transaction.ts';
import { beginStep, lockCell, type ActOrigin } from './act.ts';

/** Makes the record of the hub's act for a date. */
export type Expiry = (at: number) => Omit<ActOrigin, 'kind'>;

/** The kind of these acts. */
export const expiryKind = 'expiry';

/**
 * Makes an act of the first date that has passed. Reads have withheld since the date itself; this brings the
 * feeds after.
 * @returns whether there was one: there may be more, for when the feeds have come to it
 */
export async function expireNext(pool: Pool, now: number, expiry: Expiry): Promise<boolean> {
  const [first] = await passedDates(pool, now);
  if (first === undefined) return false;
  await inTransaction(pool, async (client) => {
    await lockCell(client);
    await expireUntil(client, first, expiry);
  });
  return true;
}

/**
 * Makes an act of every date that has passed, in their order, under the lock of the cell. Before another act, so
 * that what passed by then comes before it in every feed, and is not laid at its door.
 */
export async function expireUntil(client: PoolClient, now: number, expiry: Expiry): Promise<void> {
  for (const until of await passedDates(client, now)) {
    const no = await beginStep(client, { ...expiry(until), kind: expiryKind });
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
