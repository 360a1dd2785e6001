/** Writes review rules, confirmations and reminders, in the transaction of an act. */
import type { ReviewRule } from '@entente/core/review/rules';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { notify } from '../message/writer.ts';

export async function setReviewRule(client: Queryable, member: string, rule: ReviewRule): Promise<void> {
  const { category, purpose, months, graceDays } = rule;
  await client.query(
    `insert into review_rule (member, category, purpose, months, grace_days) values ($1, $2, $3, $4, $5)
     on conflict (member, category, purpose) do update set months = $4, grace_days = $5`,
    [member, category, purpose, months, graceDays],
  );
}

/** @returns whether there was one */
export async function removeReviewRule(
  client: Queryable,
  member: string,
  { category, purpose }: Pick<ReviewRule, 'category' | 'purpose'>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'delete from review_rule where member = $1 and category = $2 and purpose = $3',
    [member, category, purpose],
  );
  return rowCount === 1;
}

export async function noteConfirmations(
  { client, at }: Change,
  member: string,
  objects: readonly string[],
  { account, reason, review }: { account: string; reason: string; review: number },
): Promise<void> {
  await client.query(
    `insert into review_confirmation (member, object, at, account, reason, review)
     select $1, unnest($2::text[]), $3, $4, $5, $6`,
    [member, objects, at, account, reason, review],
  );
}

/** Something that a member's people are reminded of, once: what is due on a day, or was. */
export interface ReviewReminder {
  member: string;
  /** Microseconds. */
  day: number;
  step: 'due' | 'overdue';
}

/** Those of these reminders that were not given yet. */
export async function remindersToGive<Reminder extends ReviewReminder>(
  client: Queryable,
  reminders: readonly Reminder[],
): Promise<Reminder[]> {
  if (reminders.length === 0) return [];
  const { rows } = await client.query<ReviewReminder>(
    `select r.member, r.day, r.step from unnest($1::text[], $2::bigint[], $3::text[]) as r (member, day, step)
     where not exists (select from review_reminder g
       where g.member = r.member and g.day = r.day and g.step = r.step)`,
    [
      reminders.map(({ member }) => member),
      reminders.map(({ day }) => day),
      reminders.map(({ step }) => step),
    ],
  );
  const keyOf = ({ member, day, step }: ReviewReminder): string => `${member} ${day} ${step}`;
  const ungiven = new Set(rows.map(keyOf));
  return reminders.filter((one) => ungiven.has(keyOf(one)));
}

export async function remindOfReviews(change: Change, reminders: readonly ReviewReminder[]): Promise<void> {
  for (const { member, day, step } of reminders) {
    await change.client.query(
      'insert into review_reminder (member, day, step) values ($1, $2, $3) on conflict do nothing',
      [member, day, step],
    );
    const date = new Date(day / 1000).toISOString().slice(0, 10);
    await notify(change, [
      {
        member,
        roles: ['release-officer', 'analyst'],
        kind: step === 'due' ? 'review-due' : 'review-overdue',
        about: date,
        params: { day: date },
        waits: false,
      },
    ]);
  }
}
