/** Objects whose turn in a feed waits for a later change, which touched them as well. */
import type { Queryable } from '../database/queryable.ts';

export interface Postponed {
  reader: string;
  object: string;
  /** The change that it waits for. */
  change: number;
}

/** Objects that wait for this change, or one before, in the order of their ids. */
export async function readPostponed(
  client: Queryable,
  change: number,
  readers: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ object: string }>(
    `select distinct object collate "C" as object from postponed
     where reader = any($1::text[]) and change <= $2 order by 1`,
    [readers, change],
  );
  return rows.map(({ object }) => object);
}

/** Takes out objects whose change has come. */
export async function takePostponed(
  client: Queryable,
  change: number,
  readers: readonly string[],
  objects: readonly string[],
): Promise<void> {
  if (objects.length === 0) return;
  await client.query(
    'delete from postponed where reader = any($1::text[]) and object = any($2::text[]) and change <= $3',
    [readers, objects, change],
  );
}

export async function postpone(client: Queryable, postponed: readonly Postponed[]): Promise<void> {
  if (postponed.length === 0) return;
  await client.query(
    `insert into postponed (reader, object, change) select * from unnest($1::text[], $2::text[], $3::bigint[])
     on conflict (reader, object) do update set change = excluded.change`,
    [
      postponed.map(({ reader }) => reader),
      postponed.map(({ object }) => object),
      postponed.map(({ change }) => change),
    ],
  );
}
