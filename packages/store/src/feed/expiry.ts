/** Passing dates: what a label permits `until` a date leaves views at that date, as an act of its own. */
import type { Pool } from 'pg';
import { forever } from '@entente/core/label/permits';
import { commitChange, type ActOrigin } from '../change/change.ts';

/**
 * Makes an act of every date that has passed, in their order. Reads have withheld since the date itself;
 * this brings the feeds after.
 * @param origin makes the record of the act for a date
 * @returns how many dates there were
 */
export async function expireVerdicts(
  pool: Pool,
  now: number,
  origin: (at: number) => ActOrigin,
): Promise<number> {
  const { rows } = await pool.query<{ until: number }>(
    'select distinct until from verdict where until <= $1 and until < $2 order by until',
    [now, forever],
  );
  for (const { until } of rows) {
    await commitChange(pool, origin(until), async ({ client, no }) => {
      await client.query(
        `with expired as (delete from verdict where until = $2 returning reader, gate)
         insert into backlog (change, reader, kind, key) select $1, reader, 'gate', gate from expired`,
        [no, until],
      );
    });
  }
  return rows.length;
}
