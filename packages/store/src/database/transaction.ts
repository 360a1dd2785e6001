import type { Pool, PoolClient } from 'pg';
import { asFailure } from './errors.ts';

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

/**
 * Runs the work in one transaction: all of it is kept, or nothing.
 * @throws what the work throws, with errors of the disk and the connection as Failures
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  { isolation = 'read committed', readOnly = false }: TransactionOptions = {},
): Promise<Result> {
  const client = await pool.connect().catch(rethrow);
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}${readOnly ? ' READ ONLY' : ''}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => undefined,
      (failed: Error) => failed, // the connection is lost, and the server rolls back by itself
    );
    return rethrow(error);
  } finally {
    client.release(broken);
  }
}

function rethrow(error: unknown): never {
  throw asFailure(error);
}
