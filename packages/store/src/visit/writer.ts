/** When an account was here: two times, which nobody else is told. */
import type { Queryable } from '../database/queryable.ts';

/**
 * Notes that an account is here.
 * @param at microseconds
 * @param pause microseconds after which it is another visit
 * @returns when the visit before this one ended; `undefined` on the first
 */
export async function noteVisit(
  client: Queryable,
  account: string,
  at: number,
  pause: number,
): Promise<number | undefined> {
  const { rows } = await client.query<{ since: number | null }>(
    `insert into visit as v (account, last) values ($1, $2)
     on conflict (account) do update set
       since = case when excluded.last - v.last >= $3 then v.last else v.since end,
       last = greatest(v.last, excluded.last)
     returning since`,
    [account, at, pause],
  );
  return rows[0]?.since ?? undefined;
}
