/** Batches: what one import put in, to be listed, inspected, relabelled, undone. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';

export interface NewBatch {
  id: string;
  member: string;
  source: string;
  format: string;
  edition?: string | undefined;
}

/** Opens a batch in the first step of its act; a later step finds it open. */
export async function openBatch(
  change: Change,
  { id, member, source, format, edition }: NewBatch,
): Promise<void> {
  await change.client.query(
    `insert into batch (id, member, act, at, source, format, edition, state, counts)
     values ($1, $2, $3, $4, $5, $6, $7, 'running', '{}') on conflict (id) do nothing`,
    [id, member, change.act, change.at, source, format, edition ?? null],
  );
}

/** Notes how far a batch has come. */
export async function noteBatch(
  change: Change,
  id: string,
  state: 'running' | 'complete' | 'failed' | 'undone',
  counts: JsonObject,
  report: string | null,
): Promise<void> {
  await change.client.query(
    'update batch set state = $2, counts = $3, report = coalesce($4, report) where id = $1',
    [id, state, JSON.stringify(counts), report],
  );
}

/** Says of batches that nothing goes on with that they broke off: what they put in stands. */
export async function closeInterrupted(client: Queryable, failure: string): Promise<void> {
  await client.query(
    `update batch set state = 'failed',
       report = (jsonb_build_object('batch', id) || counts || jsonb_build_object('problems', '[]'::jsonb, 'failure', $1::text))::text
     where state = 'running'`,
    [failure],
  );
}

/** Marks a batch as undone; its contributions are recalled by the caller, in the same change. */
export async function closeUndone(change: Change, id: string): Promise<void> {
  await change.client.query(`update batch set state = 'undone' where id = $1`, [id]);
}
