/** Attempts to sign in, counted outside any act: what fails changes nothing that members exchange. */
import type { Queryable } from '../database/queryable.ts';

/** Attempts that cost no waiting; from then on the wait doubles, up to a quarter of an hour. */
export const freeAttempts = 3;
const day = 86_400_000_000;
/** What was quiet for longer counts as forgotten: when it is indeed hangs on when anybody signs in. */
const remembered = 7 * day;
// Microseconds to wait after so many attempts.
const wait = `(case when sign_in_attempt.failures < ${freeAttempts} then 0
  else least(900, power(2, least(sign_in_attempt.failures - ${freeAttempts}, 20))) * 1000000 end)::bigint`;

/**
 * Takes one attempt, in one statement: attempts that come at once are counted one by one, before any of
 * them is looked at. A key that was quiet for a day starts anew.
 * @param at microseconds
 * @returns 0 where it was taken, else for how many microseconds to wait
 */
export async function takeAttempt(client: Queryable, key: string, at: number): Promise<number> {
  const taken = await client.query(
    `insert into sign_in_attempt (key, failures, last_at) values ($1, 1, $2)
     on conflict (key) do update set last_at = $2,
       failures = case when sign_in_attempt.last_at < $2 - ${day} then 1 else sign_in_attempt.failures + 1 end
     where sign_in_attempt.last_at + ${wait} <= $2 returning key`,
    [key, at],
  );
  if (taken.rowCount === 1) return 0;
  const { rows } = await client.query<{ left: number }>(
    `select last_at + ${wait} - $2 as left from sign_in_attempt where key = $1`,
    [key, at],
  );
  return Math.max(1, rows[0]?.left ?? 1);
}

/** Gives back an attempt that was neither right nor wrong. */
export async function returnAttempt(client: Queryable, key: string): Promise<void> {
  await client.query('update sign_in_attempt set failures = failures - 1 where key = $1 and failures > 0', [
    key,
  ]);
}

/** Counts a failure under a key that makes nobody wait; returns nothing, for it is looked at next time. */
export async function countFailure(client: Queryable, key: string, at: number): Promise<void> {
  await client.query(
    `insert into sign_in_attempt (key, failures, last_at) values ($1, 1, $2)
     on conflict (key) do update set last_at = $2,
       failures = case when sign_in_attempt.last_at < $2 - ${remembered} then 1 else sign_in_attempt.failures + 1 end`,
    [key, at],
  );
}

/** How many failures stand under a key, and when the last was (microseconds), as of a moment. */
export async function readFailures(
  client: Queryable,
  key: string,
  at: number,
): Promise<{ failures: number; lastAt: number }> {
  const { rows } = await client.query<{ failures: number; lastAt: number }>(
    'select failures, last_at as "lastAt" from sign_in_attempt where key = $1 and last_at >= $2',
    [key, at - remembered],
  );
  return rows[0] ?? { failures: 0, lastAt: 0 };
}

/** Forgets keys after a success, and whatever has been quiet for a week. */
export async function forgetAttempts(client: Queryable, keys: readonly string[], at: number): Promise<void> {
  await client.query(
    `delete from sign_in_attempt where key = any($1::text[]) or last_at < $2 - ${remembered}`,
    [keys, at],
  );
}
