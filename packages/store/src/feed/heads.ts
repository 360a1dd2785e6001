/** How far feeds have come. */
import type { PoolClient } from 'pg';

/** A change as the feeds take it in. */
export interface ChangeRow {
  no: number;
  at: number;
  /** Who did it, or for whose contributions an owner did. */
  member: string;
}

/** The change that these readers come to, and the last dates of their feeds. */
export async function readHeads(
  client: PoolClient,
  readers: readonly string[],
): Promise<{ change: ChangeRow; heads: Map<string, number> }> {
  const heads = await client.query<{ id: string; last_at: number }>(
    'select id, last_at from reader where id = any($1::text[]) for update',
    [readers],
  );
  const change = await client.query<ChangeRow>(
    `select c.no, c.at, coalesce(c.behalf, a.member) as member from change c join act a on a.id = c.act
     where c.no > (select max(drained) from reader where id = any($1::text[])) order by c.no limit 1`,
    [readers],
  );
  if (change.rows[0] === undefined) throw new Error('no change is left, though feeds are behind');
  return { change: change.rows[0], heads: new Map(heads.rows.map((row) => [row.id, row.last_at])) };
}

/**
 * Notes how far feeds have come; what only waited for the last of them is forgotten.
 * @param last the last date of each reader's feed
 * @param isDone whether they are past the change
 */
export async function saveHeads(
  client: PoolClient,
  change: ChangeRow,
  readers: readonly string[],
  last: readonly number[],
  isDone: boolean,
): Promise<void> {
  await client.query(
    `update reader r set last_at = n.last_at, drained = case when $3 then $4 else r.drained end
     from unnest($1::text[], $2::bigint[]) as n (id, last_at) where r.id = n.id`,
    [readers, last, isDone, change.no],
  );
  if (!isDone) return;
  await client.query('delete from backlog where change = $1 and reader = any($2::text[])', [
    change.no,
    readers,
  ]);
  await client.query(
    'delete from touched where change = $1 and not exists (select from reader where drained < $1)',
    [change.no],
  );
}
