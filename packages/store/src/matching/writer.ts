/** Agreements on hit/no-hit, epochs and runs: written in the transaction of the act, but for pieces of a set. */
import type { AgreementSide } from '@entente/core/matching/agreement';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { settleMessages } from '../message/writer.ts';
import { openAgreements } from './reader.ts';
import type { EpochRow, RunHead } from './types.ts';

export interface NewAgreement {
  id: string;
  proposer: string;
  asker: string;
  owner: string;
  purposes: readonly string[];
  keysADay: number;
  smallestBatch: number;
  learnsFirst: AgreementSide;
  askerKey: string | null;
  ownerKey: string | null;
}

export async function addAgreement({ client, at }: Change, agreement: NewAgreement): Promise<void> {
  const { id, proposer, asker, owner, purposes, keysADay, smallestBatch, learnsFirst } = agreement;
  await client.query(
    `insert into matching_agreement (id, proposer, asker, owner, purposes, keys_a_day, smallest_batch, learns_first,
       asker_key, owner_key, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      proposer,
      asker,
      owner,
      [...purposes],
      keysADay,
      smallestBatch,
      learnsFirst,
      agreement.askerKey,
      agreement.ownerKey,
      at,
    ],
  );
}

/** Puts it in force, with the key of the side that accepts. */
export async function acceptAgreement(
  { client, at }: Change,
  id: string,
  side: AgreementSide,
  key: string,
): Promise<void> {
  await client.query(
    `update matching_agreement set in_force_at = $2, asker_key = case when $3 = 'asker' then $4 else asker_key end,
       owner_key = case when $3 = 'owner' then $4 else owner_key end where id = $1`,
    [id, at, side, key],
  );
}

/** Ends it, and destroys what was being carried; what is kept of its runs stays. */
export async function endAgreement(change: Change, id: string, member: string | null): Promise<void> {
  const { client, at } = change;
  await client.query('update matching_agreement set ended_at = $2, ended_by = $3 where id = $1', [
    id,
    at,
    member,
  ]);
  await client.query('delete from matching_epoch where agreement = $1', [id]);
  await client.query('delete from matching_piece where agreement = $1', [id]);
  await client.query('update matching_run set message = null, reply = null where agreement = $1', [id]);
  await settleMessages(change, id);
}

/** Ends all agreements of a member that leaves the cell. */
export async function endAgreementsOf(change: Change, member: string): Promise<void> {
  for (const { id } of await openAgreements(change.client, member)) await endAgreement(change, id, null);
}

/**
 * A piece of a set that comes in; it counts for nothing until an epoch has it.
 * @returns whether it is kept: under an agreement that has ended nothing is, also where it ends at this moment
 */
export async function addPiece(
  client: Queryable,
  agreement: string,
  upload: string,
  place: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into matching_piece (agreement, upload, place, bytes)
     select a.id, $2, $3, $4 from matching_agreement a where a.id = $1 and a.ended_at is null for share`,
    [agreement, upload, place, bytes],
  );
  return rowCount === 1;
}

/** Forgets the pieces of a set that did not come whole. */
export async function forgetPieces(client: Queryable, agreement: string, upload: string): Promise<void> {
  await client.query('delete from matching_piece where agreement = $1 and upload = $2', [agreement, upload]);
}

/** Puts an epoch in the place of the one before, whose set goes, with all that came in and was broken off. */
export async function setEpoch(
  { client, at }: Change,
  agreement: string,
  { number, announcement, bytes, upload }: Omit<EpochRow, 'at'>,
): Promise<void> {
  await client.query(
    `insert into matching_epoch (agreement, number, announcement, bytes, upload, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (agreement) do update set number = $2, announcement = $3, bytes = $4, upload = $5, at = $6`,
    [agreement, number, announcement, bytes, upload, at],
  );
  await client.query('delete from matching_piece where agreement = $1 and upload <> $2', [agreement, upload]);
}

export type NewRun = Pick<RunHead, 'run' | 'purpose' | 'caseReference' | 'commitment' | 'keys' | 'digest'> & {
  message: string;
};

export async function addRun({ client, at }: Change, agreement: string, run: NewRun): Promise<void> {
  await client.query(
    `insert into matching_run (agreement, run, purpose, case_reference, commitment, keys, state, sent_at, digest, message)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9)`,
    [
      agreement,
      run.run,
      run.purpose,
      run.caseReference,
      run.commitment,
      run.keys,
      at,
      run.digest,
      run.message,
    ],
  );
}

export interface Reply {
  state: 'answered' | 'refused';
  /** What the gateway signed; left out where a person refuses. */
  message?: { text: string; digest: string };
  reason?: string;
}

/** Notes what came of a run; what was sent is carried no more. */
export async function replyToRun(
  { client, at }: Change,
  agreement: string,
  run: string,
  { state, message, reason }: Reply,
): Promise<void> {
  await client.query(
    `update matching_run set state = $3, replied_at = $4, message = null, reply = $5, reply_digest = $6, reason = $7
     where agreement = $1 and run = $2`,
    [agreement, run, state, at, message?.text ?? null, message?.digest ?? null, reason ?? null],
  );
}
