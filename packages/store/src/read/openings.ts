/** Which members opened a record, from what point on it may be told. */
import type { Queryable } from '../database/queryable.ts';

/** An object, a member, and the change from which on its openings may be told. */
export interface Tellable {
  object: string;
  member: string;
  since: number;
}

export interface Opening {
  object: string;
  member: string;
  /** The first of them, microseconds. */
  first: number;
}

/** Of these, the members that opened the record. Rows of other members or of other objects are not touched. */
export async function readOpenings(client: Queryable, asked: readonly Tellable[]): Promise<Opening[]> {
  if (asked.length === 0) return [];
  const { rows } = await client.query<Opening>(
    `select a.object, a.member, o.first
     from unnest($1::text[], $2::text[], $3::bigint[]) as a (object, member, since)
       cross join lateral (select min(o.at) as first from opened o
         where o.object = a.object and o.member = a.member and o.change >= a.since) o
     where o.first is not null order by a.object, o.first, a.member`,
    [asked.map(({ object }) => object), asked.map(({ member }) => member), asked.map(({ since }) => since)],
  );
  return rows;
}
