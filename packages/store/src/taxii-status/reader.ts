import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';

/** For how long a status can be read, microseconds; TAXII 2.1 §4.3 wants at least 24 hours. */
export const keptFor = 7 * 24 * 3600 * 1_000_000;

/**
 * The status resource as JSON text; `undefined` where it does not exist, another account submitted it, or its time is
 * over: not when it is let go, which is when somebody submits again.
 * @param at microseconds
 */
export async function findTaxiiStatus(
  pool: Pool,
  account: string,
  id: string,
  at: number,
): Promise<string | undefined> {
  return inTransaction(
    pool,
    async (client) => {
      await client.query(`select set_config('entente.account', $1, true)`, [account]);
      const { rows } = await client.query<{ body: string }>(
        'select body from taxii_status where id = $1 and account = $2 and at >= $3',
        [id, account, at - keptFor],
      );
      return rows[0]?.body;
    },
    { readOnly: true },
  );
}
