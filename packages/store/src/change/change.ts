import type { Pool, PoolClient } from 'pg';
import { readCoalition, type Coalition } from '../coalition/rights.ts';
import { inTransaction } from '../database/transaction.ts';
import { beginStep, lockCell, type ActOrigin } from './act.ts';
import { expireUntil, type Expiry } from './expiry.ts';

/** One committed step of an act, in its transaction. All steps of the cell follow one another. */
export interface Change {
  readonly client: PoolClient;
  /** Place in the order of commits. */
  readonly no: number;
  readonly at: number;
  readonly act: string;
  /** Of the cell: ids of what is told are made with it. */
  readonly idKey: Uint8Array;
  /** The coalition as this change finds it; reload after changing it. */
  coalition: Coalition;
}

/**
 * Runs one step of an act: everything in one transaction, under the lock of the cell, so that changes
 * are numbered in the order of their commits. Dates that have passed by the time of the act come before it.
 * @param expiry makes the record of the hub's act for such a date
 */
export async function commitChange<Result>(
  pool: Pool,
  origin: ActOrigin,
  expiry: Expiry,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  return inTransaction(pool, async (client) => {
    await lockCell(client);
    await expireUntil(client, origin.at, expiry);
    const no = await beginStep(client, origin);
    const coalition = await readCoalition(client);
    const { id: act, at, idKey } = origin;
    return work({ client, no, at, act, idKey, coalition });
  });
}
