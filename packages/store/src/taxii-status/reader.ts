import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';

/** The status resource as JSON text; `undefined` where it does not exist or another account submitted it. */
export async function findTaxiiStatus(pool: Pool, account: string, id: string): Promise<string | undefined> {
  return inTransaction(
    pool,
    async (client) => {
      await client.query(`select set_config('entente.account', $1, true)`, [account]);
      const { rows } = await client.query<{ body: string }>(
        'select body from taxii_status where id = $1 and account = $2',
        [id, account],
      );
      return rows[0]?.body;
    },
    { readOnly: true },
  );
}
