import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { keptFor } from './reader.ts';

/** A status resource of TAXII 2.1 §4.3.1, as JSON text. */
export interface NewTaxiiStatus {
  /** UUIDv4. */
  id: string;
  /** The account that submitted. */
  account: string;
  /** Microseconds. */
  at: number;
  body: string;
}

/** Keeps a status resource, and lets go of those whose time is over. */
export async function saveTaxiiStatus(pool: Pool, { id, account, at, body }: NewTaxiiStatus): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('delete from taxii_status where at < $1', [at - keptFor]);
    await client.query('insert into taxii_status (id, account, at, body) values ($1, $2, $3, $4)', [
      id,
      account,
      at,
      body,
    ]);
  });
}
