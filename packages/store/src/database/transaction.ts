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

/**
 * Runs reads in one snapshot. The first statement travels with BEGIN; the end is not waited for, as there is
 * nothing to keep.
 * @param first gives at least one row
 */
export async function inSnapshot<Row, Result>(
  pool: Pool,
  first: string,
  work: (client: PoolClient, row: Row) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch(rethrow);
  try {
    const answers: unknown = await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${first}`);
    const [, { rows }] = answers as [unknown, { rows: [Row] }];
    return await work(client, rows[0]);
  } catch (error) {
    return rethrow(error);
  } finally {
    client.query('COMMIT').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
  }
}

function rethrow(error: unknown): never {
  throw asFailure(error);
}
