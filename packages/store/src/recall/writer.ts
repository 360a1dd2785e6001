/** Recalls as their addressees have them: told, reminded of, acknowledged. */
import type { Queryable } from '../database/queryable.ts';
import type { Change } from '../change/change.ts';
import { notify, settleMessages } from '../message/writer.ts';

/** Makes the id of what one act took from a member, from a key of the hub. */
export type RecallId = (member: string, act: string) => string;

/** Whose business it is. */
const roles = ['release-officer', 'analyst'];

/** Tells of the acts behind these notices: each once to each member. */
export async function tellRecalls(change: Change, notices: readonly number[], idOf: RecallId): Promise<void> {
  const { client, at } = change;
  const { rows } = await client.query<{ member: string; act: string; contributor: string; at: number }>(
    `select distinct n.reader as member, c.act, n.contributor, a.at
     from notice n join change c on c.no = n.change join act a on a.id = c.act
     where n.id = any($1::bigint[]) order by n.reader, c.act`,
    [notices],
  );
  for (const { member, act, contributor, at: taken } of rows) {
    const id = idOf(member, act);
    const { rowCount } = await client.query(
      `insert into recall (id, member, act, contributor, at, told_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [id, member, act, contributor, taken, at],
    );
    if (rowCount === 1)
      await notify(change, [{ member, roles, kind: 'recall-told', about: id, params: {}, waits: true }]);
  }
}

/** After so many microseconds the first reminder is due, then the second; then no more. */
const reminders = [3, 10].map((days) => days * 86_400 * 1_000_000) as [number, number];

const dueAt = `told_at + case reminders when 0 then ${reminders[0]} else ${reminders[1]} end`;
const isDue = `acknowledged_at is null and reminders < 2 and ${dueAt} <= $1`;

/** When the first reminder was due that has not been given by now. */
export async function firstReminder(client: Queryable, now: number): Promise<number | undefined> {
  const { rows } = await client.query<{ due: number }>(
    `select ${dueAt} as due from recall where ${isDue} order by due limit 1`,
    [now],
  );
  return rows[0]?.due;
}

/** Reminds of recalls that nobody acknowledged, a thousand at most. */
export async function remindOfRecalls(change: Change): Promise<void> {
  const { client, at } = change;
  const { rows } = await client.query<{ id: string; member: string; reminders: number }>(
    `update recall set reminders = reminders + 1
     where id in (select id from recall where ${isDue} order by id limit 1000) returning id, member, reminders`,
    [at],
  );
  for (const { id, member, reminders: step } of rows)
    await notify(change, [
      { member, roles, kind: 'recall-reminder', about: id, params: {}, waits: true, step: String(step) },
    ]);
}

/**
 * Acknowledges a recall; to do it again changes nothing.
 * @param words noted for the member itself
 * @returns whether the member has such a recall
 */
export async function acknowledgeRecall(
  change: Change,
  member: string,
  id: string,
  { account, words }: { account: string; words: string | null },
): Promise<boolean> {
  const { rowCount } = await change.client.query(
    `update recall set acknowledged_at = coalesce(acknowledged_at, $3),
       account = case when acknowledged_at is null then $4 else account end,
       words = case when acknowledged_at is null then $5 else words end
     where id = $1 and member = $2`,
    [id, member, change.at, account, words],
  );
  if (rowCount === 0) return false;
  await settleMessages(change, id, { member });
  return true;
}
