/** Reads decisions, for those to whom they were put and for the secretary of the cell. */
import { usualCalendar, type WorkingCalendar } from '@entente/core/decision/calendar';
import type { Content, Heading } from '@entente/core/decision/content';
import type { Decision } from '@entente/core/decision/decision';
import type { Outage } from '@entente/core/decision/due';
import type { Queryable } from '../database/queryable.ts';
import { goesOn, isFor, isForMine, wasPutTo } from './audience.ts';
import type { Asker, DecisionRow, ListedRow, ReceiptRow, Said, ShownRow, StepRow } from './types.ts';

interface Stored {
  id: string;
  body: string;
  content: string;
  community: string | null;
  informed: string;
  host: string;
  createdAt: number;
  outcome: 'done' | 'impossible' | null;
  reason: string | null;
  issued: string | null;
}

const columns = `d.id, d.body, d.content, d.community, d.informed, d.host, d.created_at as "createdAt", d.outcome, d.reason, d.issued`;

const read = ({ body, content, informed, ...row }: Stored): DecisionRow => ({
  ...row,
  decision: JSON.parse(body) as Decision,
  content: JSON.parse(content) as Content,
  informed: JSON.parse(informed) as string[],
});

/** A decision that the asker may know of. */
export async function readDecision(
  client: Queryable,
  { member, isSecretary }: Asker,
  id: string,
): Promise<DecisionRow | undefined> {
  const { rows } = await client.query<Stored>(
    `select ${columns} from decision d where d.id = $3 and ${isFor}`,
    [member, isSecretary, id],
  );
  return rows[0] && read(rows[0]);
}

/** Any decision, for the hub. */
export async function readAnyDecision(client: Queryable, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await client.query<Stored>(`select ${columns} from decision d where d.id = $1`, [id]);
  return rows[0] && read(rows[0]);
}

export interface DecisionFilter {
  states: readonly string[] | undefined;
  /** The last of the page before. */
  after: Pick<ListedRow, 'listedAt' | 'id'> | undefined;
  limit: number;
}

/** Since when the version that stands is before the asker; to the secretary, since when there is a draft of it. */
const listedAt = 'case when $2 then d.created_at else d.put_at end';

/** The number of the version of a row as the asker is told it: of those put to it, as a gap would tell of the others. */
const toldVersion = (row: string): string => `case when $2 then ${row}.version else (select count(*)
    from decision_voice v where v.decision = d.id and v.member = $1 and v.version <= ${row}.version) end`;

/** Reservations and statements on versions that the asker is told of. */
const reservations = `(select count(*) from decision_step s where s.decision = d.id and s.kind in ('reserved', 'stated')
    and ($2 or ${wasPutTo('$1')})) as reservations`;

/** Of a row of a board: texts and electorates are not read, as a page of them is long. */
const listedColumns = `d.id, d.state, d.heading, d.community, d.outcome, d.began, d.expiry, d.voices,
  d.seen_by as "seenBy", d.broken_by as "brokenBy", ${listedAt} as "listedAt", ${toldVersion('d')} as version, ${reservations},
  coalesce(mine.voice, false) as voice, coalesce(mine.seen, (select true from decision_receipt r
    where r.decision = d.id and r.version = d.version and r.member = $1 limit 1), false) as opened`;

/**
 * Decisions that the asker may know of: to the secretary the latest drafted first; to members the latest that was put to
 * them, as they are not told when it was drafted.
 */
export async function listDecisions(
  client: Queryable,
  { member, isSecretary }: Asker,
  { states, after, limit }: DecisionFilter,
): Promise<ListedRow[]> {
  const { rows } = await client.query<Omit<ListedRow, 'heading'> & { heading: string }>(
    `select ${listedColumns} from decision d
     left join lateral (select v.member, v.voice, v.seen from decision_voice v
       where v.member = $1 and v.decision = d.id and v.version = d.version limit 1) mine on true
     where ${isForMine} and ($3::text[] is null or d.state = any($3))
       and ($4::bigint is null or (${listedAt}, d.id) < ($4, $5))
     order by "listedAt" desc, d.id desc limit $6`,
    [member, isSecretary, states ?? null, after?.listedAt ?? null, after?.id ?? null, limit],
  );
  return rows.map(({ heading, ...row }) => ({ ...row, heading: JSON.parse(heading) as Heading }));
}

/** One decision with what is told of it beside its text. */
export async function readShownDecision(
  client: Queryable,
  { member, isSecretary }: Asker,
  id: string,
): Promise<ShownRow | undefined> {
  const { rows } = await client.query<Stored & Omit<ShownRow, keyof DecisionRow>>(
    `select ${columns}, ${toldVersion('d')} as version, ${reservations},
       array(select distinct r.member from decision_receipt r where r.decision = d.id
         and r.version = d.version order by 1) as seen
     from decision d where d.id = $3 and ${isFor}`,
    [member, isSecretary, id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { version, reservations: attached, seen, ...stored } = row;
  return { ...read(stored), version, reservations: attached, seen };
}

type StoredStep = Omit<StepRow, 'said'> & { said: string };
const readStep = ({ said, ...step }: StoredStep): StepRow => ({ ...step, said: JSON.parse(said) as Said });

/** Whether the version of a line `s` was put to each of those in `$2`; all versions where it is null. */
const wasPutToAll = `($2::text[] is null
  or not exists (select from unnest($2::text[]) as reader (member) where not ${wasPutTo('reader.member')}))`;

/** Whose versions are read: those that were put to a member, or all where it is the secretary who asks. */
const readersOf = ({ member, isSecretary }: Asker): string[] | null => (isSecretary ? null : [member]);

/**
 * The kind and version of a line `s` as they are told: versions are numbered among those that are told of, and the first
 * of these was tabled, whatever was before. Lines of which decision are meant is said by `of`.
 */
const toldLine = (of = ''): string => `case when s.version = 0 then 0
    else dense_rank() over (${of} order by s.version) end as version,
  case when s.kind = 'revised' and dense_rank() over (${of} order by s.version) = 1 then 'tabled' else s.kind end as kind`;

/**
 * The record of a decision, in its order; to a member, of the versions that were put to it. Numbered as it is told: a
 * gap would tell of steps that are not.
 */
export const readSteps = (client: Queryable, id: string, asker: Asker): Promise<StepRow[]> =>
  readStepsFor(client, id, readersOf(asker));

/** The record of a decision, of the versions that were put to every one of these; of all versions where it is null. */
export async function readStepsFor(
  client: Queryable,
  id: string,
  readers: readonly string[] | null,
): Promise<StepRow[]> {
  const { rows } = await client.query<StoredStep>(
    `select row_number() over (order by s.no) as no, ${toldLine()}, at, member, said from decision_step s
     where decision = $1 and ${wasPutToAll} order by s.no`,
    [id, readers],
  );
  return rows.map(readStep);
}

/** The records of the decisions in which the member has a voice and that were decided or broken, each in its order. */
export async function readStepsOfMember(client: Queryable, member: string): Promise<StepRow[][]> {
  const { rows } = await client.query<StoredStep & { decision: string }>(
    `select decision, no, ${toldLine('partition by s.decision')}, at, member, '{}' as said from decision_step s
     where ${wasPutTo('$1', 'and v.voice')} and exists (select from decision d join decision_voice v
       on v.decision = d.id and v.version = d.version where d.id = s.decision and v.member = $1 and v.voice
         and ${goesOn})
       and exists (select from decision_step k where k.decision = s.decision
         and k.kind in ('adopted', 'noted', 'broken', 'joined'))
     order by decision, no`,
    [member],
  );
  const byDecision = new Map<string, StepRow[]>();
  for (const { decision, ...step } of rows) {
    byDecision.set(decision, [...(byDecision.get(decision) ?? []), readStep(step)]);
  }
  return [...byDecision.values()];
}

/** The texts of all versions that were tabled; to a member, of those that were put to it. */
export async function readTexts(
  client: Queryable,
  id: string,
  asker: Asker,
): Promise<{ version: number; digest: string; content: Content }[]> {
  const { rows } = await client.query<{ version: number; digest: string; content: string }>(
    `select dense_rank() over (order by s.version) as version, digest, content from decision_text s
     where decision = $1 and ${wasPutToAll} order by s.version`,
    [id, readersOf(asker)],
  );
  return rows.map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) as Content }));
}

/** To whom a version before this one was put. */
export async function readToldBefore(client: Queryable, id: string, version: number): Promise<Set<string>> {
  const { rows } = await client.query<{ member: string }>(
    'select distinct member from decision_voice where decision = $1 and version < $2',
    [id, version],
  );
  return new Set(rows.map(({ member }) => member));
}

/** Receipts of one account of the asker's; of all accounts to the secretary. */
export async function readReceipts(
  client: Queryable,
  { member, isSecretary }: Asker,
  id: string,
  account: string,
): Promise<ReceiptRow[]> {
  const { rows } = await client.query<ReceiptRow>(
    `select ${toldVersion('r')} as version, r.digest, r.member, r.account, r.at
     from decision_receipt r join decision d on d.id = r.decision
     where d.id = $3 and ($2 or r.account = $4) order by r.version, r.at, r.account`,
    [member, isSecretary, id, account],
  );
  return rows;
}

/** Ids of decisions for which something is due by a moment, the first due first. */
export async function readDue(client: Queryable, now: number): Promise<{ id: string; due: number }[]> {
  const { rows } = await client.query<{ id: string; due: number }>(
    'select id, due_at as due from decision where due_at <= $1 order by due_at, id',
    [now],
  );
  return rows;
}

/** Names of members and communities. */
export async function readNames(client: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select id, name from member where id = any($1::text[])
     union all select id, name from community where id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The calendar of the cell. */
export async function readCalendar(client: Queryable): Promise<WorkingCalendar> {
  const { rows } = await client.query<{ body: string }>('select body from working_calendar');
  return rows[0] === undefined ? usualCalendar : (JSON.parse(rows[0].body) as WorkingCalendar);
}

/** When the founding ended and the shortest silence, in microseconds; `undefined` before. */
export async function readConstitution(
  client: Queryable,
): Promise<{ at: number; shortest: number } | undefined> {
  const { rows } = await client.query<{ at: number; shortest: number }>(
    'select at, shortest from constitution',
  );
  return rows[0];
}

/** Times in which the hub was out of reach, from a number on. */
export async function readOutages(client: Queryable, after: number): Promise<Outage[]> {
  const { rows } = await client.query<Outage>(
    'select no, began, ended from outage where no > $1 order by no',
    [after],
  );
  return rows;
}

/** Number of the last time out of reach; 0 where there was none. */
export async function lastOutage(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ no: number }>('select coalesce(max(no), 0) as no from outage');
  return rows[0]?.no ?? 0;
}

/** The change by which the version of a decision that stands was tabled; `undefined` before. */
export async function readTabled(client: Queryable, id: string): Promise<number | undefined> {
  const { rows } = await client.query<{ no: number | null }>(
    `select max(k.no) as no from decision_step s
       join act a on a.actor = s.account and a.kind in ('decision-table', 'decision-revise')
         and position(s.decision in a.body) > 0
       join change k on k.act = a.id
     where s.decision = $1 and s.kind in ('tabled', 'revised')`,
    [id],
  );
  return rows[0]?.no ?? undefined;
}
