/**
 * Reads recalls: those told to a member, and what became of its own. Every statement is bound to the member, but for
 * the supervisor of data protection.
 */
import type { Queryable } from '../database/queryable.ts';
import { keyOfReference } from '../contribution/reference.ts';

/** What one act took from the member. */
export interface RecallRow {
  id: string;
  contributor: string;
  /** Of the act, microseconds. */
  at: number;
  acknowledgedAt: number | null;
  account: string | null;
  words: string | null;
  /** The first objects of it. */
  objects: string[];
  /** How many objects there are. */
  total: number;
}

/** Where a list of acts goes on: behind this one. */
export interface ActPlace {
  at: number;
  id: string;
}

const noticesOf = `notice n join change c on c.no = n.change
  where n.reader = r.member and c.act = r.act and n.issued is not null`;

const recallColumns = `r.id, r.contributor, r.at, r.acknowledged_at as "acknowledgedAt", r.account, r.words,
  array(select distinct n.object from ${noticesOf} order by 1 limit 10) as objects,
  (select count(distinct n.object) from ${noticesOf}) as total`;

/** Told to the member, the last first. @param isOpen those that are acknowledged, or not; all where it is left out */
export async function listRecalls(
  client: Queryable,
  member: string,
  { isOpen, after, limit }: { isOpen: boolean | undefined; after: ActPlace | undefined; limit: number },
): Promise<RecallRow[]> {
  const { rows } = await client.query<RecallRow>(
    `select ${recallColumns} from recall r
     where r.member = $1 and ($2::boolean is null or (r.acknowledged_at is null) = $2)
       and ($3::bigint is null or (r.at, r.id) < ($3, $4)) order by r.at desc, r.id desc limit $5`,
    [member, isOpen ?? null, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export interface ToldRecallRow extends RecallRow {
  /** Whom it was told. */
  member: string;
}

/** Told to whomever, the last first. */
export async function listAllRecalls(
  client: Queryable,
  { member, object, after, limit }: RecallFilter,
): Promise<ToldRecallRow[]> {
  const { rows } = await client.query<ToldRecallRow>(
    `select ${recallColumns}, r.member from recall r
     where ($1::text is null or r.member = $1)
       and ($2::text is null or exists (select from ${noticesOf} and n.object = $2))
       and ($3::bigint is null or (r.at, r.id) < ($3, $4)) order by r.at desc, r.id desc limit $5`,
    [member ?? null, object ?? null, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export interface RecallFilter {
  /** Whom it was told. */
  member: string | undefined;
  object: string | undefined;
  after: ActPlace | undefined;
  limit: number;
}

export async function findRecall(
  client: Queryable,
  member: string,
  id: string,
): Promise<RecallRow | undefined> {
  const { rows } = await client.query<RecallRow>(
    `select ${recallColumns} from recall r where r.member = $1 and r.id = $2`,
    [member, id],
  );
  return rows[0];
}

/** One version that was taken from the member, or a part of it. */
export interface RecalledRow {
  object: string;
  version: number;
  part: boolean;
}

/** What a recall took, by object and version, behind one of it. */
export async function listRecalled(
  client: Queryable,
  member: string,
  id: string,
  after: RecalledRow | undefined,
  limit: number,
): Promise<RecalledRow[]> {
  const { rows } = await client.query<RecalledRow>(
    `select distinct n.object, n.version, n.part from recall r, ${noticesOf} and r.member = $1 and r.id = $2
       and ($3::text is null or (n.object, n.version, n.part) > ($3, $4::bigint, $5::boolean))
     order by n.object, n.version, n.part limit $6`,
    [member, id, after?.object ?? null, after?.version ?? null, after?.part ?? null, limit],
  );
  return rows;
}

/** One of the member's own objects that rests on what was recalled. */
export interface DerivedRow {
  object: string;
  /** What it names, or is derived from. */
  recalled: string;
  way: 'names' | 'derived-from';
}

interface NamingRow {
  object: string;
  recalled: string;
  /** Of a relationship; null of all else. */
  body: string | null;
}

/** So many objects that name what was recalled are looked at. */
const mostNaming = 10_000;

/**
 * The member's own objects that name what a recall took, and those that a `derived-from` relationship of its own says
 * to come from it; by object, what it rests on, and way.
 */
export async function listDerived(client: Queryable, member: string, id: string): Promise<DerivedRow[]> {
  const { rows } = await client.query<NamingRow>(
    `select distinct c.object, d.object as recalled, case when c.type = 'relationship' then c.body end as body
     from (select distinct n.object from recall r, ${noticesOf} and r.member = $1 and r.id = $2) d
       join reference k on k.key = ${keyOfReference('d.object')} and k.contributor = $1
       join contribution c on c.id = k.contribution and c.contributor = $1
     where d.object = any(string_to_array(c.targets, ' ')) limit ${mostNaming}`,
    [member, id],
  );
  const derived = rows.flatMap(({ recalled, body }) => {
    const source = body === null ? undefined : derivedFrom(body, recalled);
    return source === undefined ? [] : [{ object: source, recalled }];
  });
  const own = await ownAmong(
    client,
    member,
    derived.map(({ object }) => object),
  );
  const found: DerivedRow[] = [
    ...rows.map(({ object, recalled }) => ({ object, recalled, way: 'names' as const })),
    ...derived
      .filter(({ object }) => own.has(object))
      .map((one) => ({ ...one, way: 'derived-from' as const })),
  ];
  const each = new Map(found.map((one) => [`${one.object} ${one.recalled} ${one.way}`, one]));
  return [...each].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** What a relationship says to be derived from the target; `undefined` where it says something else. */
function derivedFrom(body: string, target: string): string | undefined {
  const said = JSON.parse(body) as Record<string, unknown>;
  const isMeant = said['relationship_type'] === 'derived-from' && said['target_ref'] === target;
  return isMeant && typeof said['source_ref'] === 'string' ? said['source_ref'] : undefined;
}

async function ownAmong(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ object: string }>(
    'select distinct object from contribution where contributor = $1 and object = any($2::text[])',
    [member, objects],
  );
  return new Set(rows.map(({ object }) => object));
}

/** One of the member's own objects that it took back, and what becomes of it as far as its own labels say. */
export interface OwnWithdrawalRow {
  act: string;
  object: string;
  /** Microseconds. */
  at: number;
  kind: 'recall' | 'narrowing' | 'erasure';
  /** Members that were to have had it, each with when it acknowledged. */
  members: { member: string; acknowledgedAt: number | null }[];
  /** Whether others may have had it. */
  unsure: boolean;
}

export interface WithdrawalPlace {
  at: number;
  act: string;
  object: string;
}

/** What the member took back, the last first. */
export async function listWithdrawals(
  client: Queryable,
  member: string,
  { object, after, limit }: { object: string | undefined; after: WithdrawalPlace | undefined; limit: number },
): Promise<OwnWithdrawalRow[]> {
  const { rows } = await client.query<OwnWithdrawalRow>(
    `select w.act, o.object, w.at, w.kind, bool_or(l.unsure or not o.certain) as unsure,
       coalesce((select json_agg(json_build_object('member', m.member, 'acknowledgedAt', r.acknowledged_at)
           order by m.member)
         from (select distinct unnest(k.members) as member from withdrawn p
             join withdrawn_label k on k.act = p.act and k.label = p.label
           where p.act = w.act and p.object = o.object and p.certain) m
         left join recall r on r.act = w.act and r.member = m.member), '[]') as members
     from withdrawal w join withdrawn o on o.act = w.act
       join withdrawn_label l on l.act = o.act and l.label = o.label
     where w.contributor = $1 and ($2::text is null or o.object = $2)
       and ($3::bigint is null or (w.at, w.act, o.object) < ($3, $4, $5))
     group by w.act, o.object, w.at, w.kind order by w.at desc, w.act desc, o.object desc limit $6`,
    [member, object ?? null, after?.at ?? null, after?.act ?? null, after?.object ?? null, limit],
  );
  return rows;
}
