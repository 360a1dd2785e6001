/** How a member's own contributions stand: under which label, and since when. Bound to the member. */
import type { Queryable } from '../database/queryable.ts';

export interface Standing {
  object: string;
  /** Print of its label. */
  label: string;
  /** The change since which it has stood under it. */
  since: number;
  /** Whether nothing but the label decides: no end, no part, no version that revokes. */
  plain: boolean;
}

/** What the member has of these objects, each under its label. */
export async function readStanding(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<Standing[]> {
  const { rows } = await client.query<Standing>(
    `select distinct c.object, l.body as label, greatest(c.change, c.labelled, h.labelled) as since,
       c.needs is null and not exists (select from contribution o
         where o.object = c.object and o.contributor = $1 and o.revoked) as plain
     from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 and c.object = any($2::text[])`,
    [member, objects],
  );
  return rows;
}
