/** Agreements on hit/no-hit, epochs and runs, each read for one of the two members: to whoever else asks there are none. */
import type { RunRecord } from '@entente/core/matching/answer';
import type { RunState } from '@entente/core/matching/agreement';
import type { Queryable } from '../database/queryable.ts';
import type { AgreementRow, EpochRow, RunHead, RunRow } from './types.ts';

/** Microseconds of a day of UTC: from its beginning until before its end. */
export interface Day {
  readonly from: number;
  readonly until: number;
}

/** Of an agreement `a`; `$2` and `$3` are the day. */
const columns = `a.id, a.proposer, a.asker, a.owner, a.purposes, a.keys_a_day as "keysADay",
  a.smallest_batch as "smallestBatch", a.learns_first as "learnsFirst", a.asker_key as "askerKey",
  a.owner_key as "ownerKey", a.proposed_at as "proposedAt", a.in_force_at as "inForceAt", a.ended_at as "endedAt",
  a.ended_by as "endedBy",
  exists (select from member m where m.id in (a.asker, a.owner) and m.suspended_at is not null) as rests,
  (select coalesce(sum(r.keys), 0)::bigint from matching_run r where r.agreement = a.id and r.state <> 'refused'
     and r.sent_at >= $2 and r.sent_at < $3) as "keysOfDay",
  (select count(*) from matching_run r where r.agreement = a.id and r.state = 'waiting') as waiting`;

/** Those of a member, the newest first. */
export async function listAgreements(client: Queryable, member: string, day: Day): Promise<AgreementRow[]> {
  const { rows } = await client.query<AgreementRow>(
    `select ${columns} from matching_agreement a where a.asker = $1 or a.owner = $1
     order by a.proposed_at desc, a.id`,
    [member, day.from, day.until],
  );
  return rows;
}

/** One of a member. */
export async function findAgreement(
  client: Queryable,
  member: string,
  id: string,
  day: Day,
): Promise<AgreementRow | undefined> {
  const { rows } = await client.query<AgreementRow>(
    `select ${columns} from matching_agreement a where a.id = $4 and (a.asker = $1 or a.owner = $1)`,
    [member, day.from, day.until, id],
  );
  return rows[0];
}

export type OpenAgreement = Pick<AgreementRow, 'id' | 'asker' | 'owner' | 'inForceAt'>;

/** Those of a member that have not ended: proposed, or in force. */
export async function openAgreements(client: Queryable, member: string): Promise<OpenAgreement[]> {
  const { rows } = await client.query<OpenAgreement>(
    `select id, asker, owner, in_force_at as "inForceAt" from matching_agreement
     where ended_at is null and (asker = $1 or owner = $1) order by id`,
    [member],
  );
  return rows;
}

/** The latest epoch. */
export async function findEpoch(client: Queryable, agreement: string): Promise<EpochRow | undefined> {
  const { rows } = await client.query<EpochRow>(
    'select number, announcement, bytes, upload, at from matching_epoch where agreement = $1',
    [agreement],
  );
  return rows[0];
}

/** A piece of a set; `undefined` behind the last one, and where they are gone. */
export async function readPiece(
  client: Queryable,
  agreement: string,
  upload: string,
  place: number,
): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ bytes: Buffer }>(
    'select bytes from matching_piece where agreement = $1 and upload = $2 and place = $3',
    [agreement, upload, place],
  );
  return rows[0]?.bytes;
}

const head = `r.run, r.state, r.purpose, r.case_reference as "caseReference", r.commitment, r.keys,
  r.sent_at as "sentAt", r.replied_at as "repliedAt", r.reason, r.digest, r.reply_digest as "replyDigest"`;

/** Where a list of runs goes on: behind this one. */
export interface RunPlace {
  readonly at: number;
  readonly run: string;
}

/** Runs of an agreement, the newest first. */
export async function listRuns(
  client: Queryable,
  agreement: string,
  { state, after, limit }: { state: RunState | undefined; after: RunPlace | undefined; limit: number },
): Promise<RunHead[]> {
  const { rows } = await client.query<RunHead>(
    `select ${head} from matching_run r where r.agreement = $1 and ($2::text is null or r.state = $2)
       and ($3::bigint is null or (r.sent_at, r.run) < ($3, $4))
     order by r.sent_at desc, r.run desc limit $5`,
    [agreement, state ?? null, after?.at ?? null, after?.run ?? null, limit],
  );
  return rows;
}

export async function findRun(
  client: Queryable,
  agreement: string,
  run: string,
): Promise<RunRow | undefined> {
  const { rows } = await client.query<RunRow>(
    `select ${head}, r.message, r.reply from matching_run r where r.agreement = $1 and r.run = $2`,
    [agreement, run],
  );
  return rows[0];
}

/** What a new run is held against: the runs of the day, and one of the same number at any time. */
export async function readRecords(
  client: Queryable,
  agreement: string,
  run: string,
  day: Day,
): Promise<Omit<RunRecord, 'day'>[]> {
  const { rows } = await client.query<Omit<RunRecord, 'day'>>(
    `select r.run, case when r.state = 'refused' or r.sent_at < $3 or r.sent_at >= $4 then 0 else r.keys end as keys
     from matching_run r where r.agreement = $1 and (r.run = $2 or r.sent_at >= $3 and r.sent_at < $4)`,
    [agreement, run, day.from, day.until],
  );
  return rows;
}
