/** The register of what data subjects ask of one member, and what that member holds. Bound to the member. */
import { keyOfReference } from '../contribution/reference.ts';
import type { Queryable } from '../database/queryable.ts';

export const requestKinds = ['access', 'rectify', 'restrict', 'erase'] as const;
export type RequestKind = (typeof requestKinds)[number];

export interface SubjectRequestRow {
  id: string;
  kind: RequestKind;
  via: 'subject' | 'supervisor';
  /** Who asks, in the words of whoever entered it. */
  subject: string;
  reference: string | null;
  /** Microseconds, as all times here. */
  receivedAt: number;
  deadline: number;
  enteredAt: number;
  account: string;
  answeredAt: number | null;
  answeredBy: string | null;
  outcome: 'granted' | 'in-part' | 'refused' | null;
  answer: string | null;
  objects: string[];
  /** Whether its records are for the contributor alone meanwhile. */
  restricted: boolean;
}

const columns = `r.id, r.kind, r.via, r.subject, r.reference, r.received_at as "receivedAt", r.deadline,
  r.entered_at as "enteredAt", r.account, r.answered_at as "answeredAt", r.answered_by as "answeredBy",
  r.outcome, r.answer,
  array(select o.object from subject_request_object o where o.request = r.id order by 1) as objects,
  r.restricted`;

/** A page of the register. */
export interface RegisterPage {
  /** Those without an answer, or with one; all where it is left out. */
  isOpen: boolean | undefined;
  /** Those with this reference; all where it is left out. */
  reference: string | undefined;
  after: { deadline: number; id: string } | undefined;
  limit: number;
}

/** The register, by deadline. */
export async function listRequests(
  client: Queryable,
  member: string,
  { isOpen, reference, after, limit }: RegisterPage,
): Promise<SubjectRequestRow[]> {
  const { rows } = await client.query<SubjectRequestRow>(
    `select ${columns} from subject_request r
     where r.member = $1 and ($2::boolean is null or (r.answered_at is null) = $2)
       and ($3::bigint is null or (r.deadline, r.id) > ($3, $4)) and ($6::text is null or r.reference = $6)
     order by r.deadline, r.id limit $5`,
    [member, isOpen ?? null, after?.deadline ?? null, after?.id ?? null, limit, reference ?? null],
  );
  return rows;
}

export async function findRequest(
  client: Queryable,
  member: string,
  id: string,
): Promise<SubjectRequestRow | undefined> {
  const { rows } = await client.query<SubjectRequestRow>(
    `select ${columns} from subject_request r where r.member = $1 and r.id = $2`,
    [member, id],
  );
  return rows[0];
}

/** What is done about a request. */
export type EventKind = 'entered' | 'records' | 'restricted' | 'lifted' | 'erased' | 'answered';

export interface SubjectEventRow {
  at: number;
  account: string;
  kind: EventKind;
  count: number | null;
}

export async function listEvents(client: Queryable, request: string): Promise<SubjectEventRow[]> {
  const { rows } = await client.query<SubjectEventRow>(
    'select at, account, kind, count from subject_event where request = $1 order by id',
    [request],
  );
  return rows;
}

/** One contribution of the member's as the file of a data subject holds it. */
export interface HeldRow {
  /** Internal; never leaves the hub. */
  id: number;
  timed: boolean;
  object: string;
  version: number;
  /** What its contributor wrote, as JSON; its white space aside. */
  body: string;
  /** Print of its label. */
  label: string;
  at: number;
  account: string;
  login: string | null;
  purpose: string | null;
  caseReference: string | null;
  /** Of the import that brought it in; null where it was put in one by one. */
  source: string | null;
}

/** Everything that the member has of these objects, by object and version. */
export async function listHeld(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<HeldRow[]> {
  const { rows } = await client.query<HeldRow>(
    `select c.id, c.timed, c.object, c.version, case when c.written like '{%' then c.written else c.body end as body, l.body as label, a.at,
       a.actor as account, (select login from account where id = a.actor) as login, a.purpose,
       a.case_reference as "caseReference", (select b.source from batch b where b.id = a.id) as source
     from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
       join change k on k.no = c.change join act a on a.id = k.act
     where c.contributor = $1 and c.object = any($2::text[]) order by c.object, c.version, c.id`,
    [member, objects],
  );
  return rows;
}

/** Other objects of the member's own that name one of these: object, and what it names. */
export async function listMentions(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<{ object: string; names: string }[]> {
  const { rows } = await client.query<{ object: string; names: string }>(
    `select distinct c.object, d.object as names from unnest($2::text[]) as d (object)
       join reference k on k.key = ${keyOfReference('d.object')} and k.contributor = $1
       join contribution c on c.id = k.contribution and c.contributor = $1
     where d.object = any(string_to_array(c.targets, ' ')) order by 1, 2 limit 10000`,
    [member, objects],
  );
  return rows;
}

/** A contribution with the print of its label. */
export interface LabelledRow {
  id: number;
  object: string;
  label: string;
  /** Where a request restricts it already: the label that it comes back to. */
  kept: string | null;
}

/** The member's contributions of these objects. */
export async function readHeld(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<LabelledRow[]> {
  const { rows } = await client.query<LabelledRow>(
    `select c.id, c.object, l.body as label,
       (select s.label from subject_restriction s where s.contribution = c.id order by s.request limit 1) as kept
     from contribution c join holding h on h.id = c.holding
       join label l on l.id = h.label
     where c.contributor = $1 and c.object = any($2::text[]) order by c.id`,
    [member, objects],
  );
  return rows;
}

/** Labels that contributions come back to which this request alone restricts. */
export async function readRestrictions(
  client: Queryable,
  request: string,
): Promise<{ contribution: number; label: string }[]> {
  const { rows } = await client.query<{ contribution: number; label: string }>(
    `select s.contribution, s.label from subject_restriction s where s.request = $1 and not exists (
       select from subject_restriction o where o.contribution = s.contribution and o.request <> $1)
     order by s.contribution`,
    [request],
  );
  return rows;
}
