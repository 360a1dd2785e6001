/** Reads records of reads: of one member, and for the supervisor of data protection of all. */
import type { Queryable } from '../database/queryable.ts';
import { referenceKey } from '../contribution/reference.ts';

export interface RecordFilter {
  account?: string | undefined;
  object?: string | undefined;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** The last record of the page before. */
  after?: RecordPlace | undefined;
  limit: number;
}

export interface RecordPlace {
  member: string;
  sequence: number;
}

export interface RecordRow extends RecordPlace {
  at: number;
  actor: string;
  /** Of the account; null where the hub knows no such account. */
  login: string | null;
  purpose: string | null;
  caseReference: string | null;
  /** As the ledger holds it. */
  body: string;
  /** The first objects that it names. */
  objects: string[];
}

/** What contributions were of, in their order; what was recalled since is named as well. */
const objectsOf = (contributions: string): string =>
  `select coalesce(c.object, f.object) as object, u.place
   from unnest(${contributions}) with ordinality as u (id, place)
     left join contribution c on c.id = u.id left join former f on f.id = u.id`;

/** The keys of an object, `$5`, by these members, `$1`, as `readingKeys` gives them. */
const keysOf = `select array_agg(($5::bigint::bit(48) # h.mask::bit(48))::bigint) from read_head h
  where h.member = any($1::text[])`;

/**
 * The records of each member together, the last first.
 * @param members whose records
 * @param most how many objects a record names by itself
 */
export async function listRecords(
  client: Queryable,
  members: readonly string[],
  { account, object, since, before, after, limit }: RecordFilter,
  most: number,
): Promise<RecordRow[]> {
  const { rows } = await client.query<RecordRow>(
    `select r.member, r.sequence, r.at, r.actor, r.purpose, (select a.login from account a where a.id = r.actor) as login, r.case_reference as "caseReference", r.body,
       array(select o.object from (${objectsOf(`r.contributions[1:${most}]`)}) o order by o.place) as objects
     from read_record r where r.member = any($1::text[])
       and ($2::text is null or (r.member, r.sequence) < ($2, $3::bigint))
       and ($4::text is null or r.actor = $4) and ($5::bigint is null or (r.readings && (${keysOf})
         and $9 in (select o.object from (${objectsOf('r.contributions')}) o)))
       and ($6::bigint is null or r.at >= $6) and ($7::bigint is null or r.at < $7)
     order by r.member desc, r.sequence desc limit $8`,
    [
      members,
      after?.member ?? null,
      after?.sequence ?? null,
      account ?? null,
      object === undefined ? null : referenceKey(object),
      since ?? null,
      before ?? null,
      limit,
      object ?? null,
    ],
  );
  return rows;
}

/** What one record of the member names, from a place on; `undefined` where there is no such record. */
export async function readRecordObjects(
  client: Queryable,
  member: string,
  sequence: number,
  { from, limit }: { from: number; limit: number },
): Promise<string[] | undefined> {
  const { rows } = await client.query<{ objects: string[] }>(
    `select array(select o.object from (${objectsOf('r.contributions[$3::integer + 1:$3::integer + $4::integer]')}) o
       order by o.place) as objects
     from read_record r where r.member = $1 and r.sequence = $2`,
    [member, sequence, from, limit],
  );
  return rows[0]?.objects;
}
