/** Acts and their steps: who does what, when and why, numbered in the order of commits. */
import type { PoolClient } from 'pg';
import { canonical } from '@entente/core/stix/canonical';
import type { Json } from '@entente/core/stix/types';

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
  /** Of the cell: ids of what the act tells are made with it. */
  idKey: Uint8Array;
}

/** Holds the lock of the cell until the transaction ends: steps of acts follow one another. */
export async function lockCell(client: PoolClient): Promise<void> {
  await client.query('select from cell for update');
}

/** Begins a step of an act, under the lock of the cell; the first step writes the act's record. */
export async function beginStep(client: PoolClient, origin: ActOrigin): Promise<number> {
  const { rows } = await client.query<{ no: number }>(
    'update cell set last_change = last_change + 1 returning last_change as no',
  );
  const no = rows[0]?.no ?? 0;
  await recordAct(client, origin);
  await client.query('insert into change (no, act, at) values ($1, $2, $3)', [no, origin.id, origin.at]);
  return no;
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
