import type { Pool, PoolClient } from 'pg';
import { asFailure } from '../database/errors.ts';

/**
 * Runs the work on the database as it is at this instant. Where the work fails its connection is given up,
 * since a COPY that nobody reads to its end would hold it for ever.
 */
export async function inSnapshot<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw asFailure(error);
  }
}
