import type { Client, Pool, PoolClient } from 'pg';
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
 * Runs reads in one snapshot. The first statement travels with BEGIN, and so does what the work asks before it
 * waits for anything; the end is not waited for, as there is nothing to keep.
 * @param pool of pipelined connections
 * @param first gives one row
 */
export async function inSnapshot<Row, Result>(
  pool: Pool,
  first: string,
  work: (client: PoolClient, row: Promise<Row>) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch(rethrow);
  const sendAll = holdBack(client);
  try {
    const begun = client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${first}`);
    const row = begun.then((answers) => (answers as unknown as [unknown, { rows: [Row] }])[1].rows[0]);
    const done = work(client, row);
    sendAll();
    return await done;
  } catch (error) {
    return rethrow(error);
  } finally {
    client.query('COMMIT').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
  }
}

/** What is asked from now on waits for the function to be called, and then leaves in one piece. */
function holdBack(client: PoolClient): () => void {
  const { stream } = (client as unknown as Client).connection;
  stream.cork();
  return () => stream.uncork();
}

function rethrow(error: unknown): never {
  throw asFailure(error);
}
