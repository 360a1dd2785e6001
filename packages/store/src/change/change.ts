import type { Pool, PoolClient } from 'pg';
import { canonical } from '@entente/core/stix/canonical';
import type { Json } from '@entente/core/stix/types';
import { readCoalition, type Coalition } from '../coalition/rights.ts';
import { inTransaction } from '../database/transaction.ts';

/** Who does what, when and why; times are microseconds since 1970, taken before the first byte of the act. */
export interface ActOrigin {
  id: string;
  member: string;
  at: number;
  kind: string;
  /** The account, or the hub where it acts by itself. */
  actor: string;
  purpose?: string | undefined;
  caseReference?: string | undefined;
  /** What was done, as the ledger will hold it. */
  body: Json;
  /** Hexadecimal; blinds the act's leaf. */
  salt: string;
}

/** One committed step of an act, in its transaction. All steps of the cell follow one another. */
export interface Change {
  readonly client: PoolClient;
  /** Place in the order of commits. */
  readonly no: number;
  readonly at: number;
  readonly act: string;
  /** The coalition as this change finds it; reload after changing it. */
  coalition: Coalition;
}

/**
 * Runs one step of an act: everything in one transaction, under the lock of the cell, so that changes
 * are numbered in the order of their commits. The first step of an act writes its record.
 */
export async function commitChange<Result>(
  pool: Pool,
  origin: ActOrigin,
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ no: number }>(
      'update cell set last_change = last_change + 1 returning last_change as no',
    );
    const no = rows[0]?.no ?? 0;
    await recordAct(client, origin);
    await client.query('insert into change (no, act, at) values ($1, $2, $3)', [no, origin.id, origin.at]);
    const coalition = await readCoalition(client);
    return work({ client, no, at: origin.at, act: origin.id, coalition });
  });
}

async function recordAct(client: PoolClient, origin: ActOrigin): Promise<void> {
  const { id, member, at, kind, actor, purpose, caseReference, body, salt } = origin;
  await client.query(
    `insert into act (id, member, sequence, at, kind, actor, purpose, case_reference, body, salt)
     select $1, $2, coalesce(max(sequence), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from act where member = $2
     on conflict (id) do nothing`,
    [id, member, at, kind, actor, purpose ?? null, caseReference ?? null, canonical(body), salt],
  );
}
