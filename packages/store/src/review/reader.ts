/** Review rules of a member, and what of its own is due. Every statement is bound to the member. */
import { parseLabel } from '@entente/core/label/label';
import type { ReviewRule } from '@entente/core/review/rules';
import { meantLabel } from '../contribution/restricted.ts';
import type { Queryable } from '../database/queryable.ts';

export async function readReviewRules(client: Queryable, member: string): Promise<ReviewRule[]> {
  const { rows } = await client.query<ReviewRule>(
    `select category, purpose, months, grace_days as "graceDays" from review_rule where member = $1
     order by category, purpose`,
    [member],
  );
  return rows;
}

/** A label of the member that is to be looked at again. */
export interface ReviewLabel {
  id: number;
  /** Microseconds. */
  review: number;
  until: number | null;
}

/** Labels that something of the member's has, with a review before a moment. */
export async function readReviewLabels(
  client: Queryable,
  member: string,
  before: number,
): Promise<ReviewLabel[]> {
  const { rows } = await client.query<{ id: number; body: string }>(
    `select l.id, l.body from label l where l.contributor = $1 and l.body like '%"review":%'
       and exists (select from holding h join contribution c on c.holding = h.id where h.label = l.id)`,
    [member],
  );
  return rows.flatMap(({ id, body }) => {
    const { review, until = null } = parseLabel(body);
    return review === undefined || review >= before ? [] : [{ id, review, until }];
  });
}

/** One of the member's own objects that is to be looked at again. */
export interface DueRow {
  object: string;
  /** The earliest of its labels, microseconds. */
  review: number;
  /** When others lose it, if nobody looks at it; null where they do not. */
  until: number | null;
}

/** What is due, the earliest first, behind one of it. */
export async function listDue(
  client: Queryable,
  member: string,
  labels: readonly ReviewLabel[],
  after: { review: number; object: string } | undefined,
  limit: number,
): Promise<DueRow[]> {
  const { rows } = await client.query<DueRow>(
    `select c.object, min(k.review) as review, min(k.until) as until
     from unnest($2::bigint[], $3::bigint[], $4::bigint[]) as k (id, review, until)
       join holding h on h.label = k.id and h.contributor = $1 join contribution c on c.holding = h.id
     group by c.object
     having $5::bigint is null or (min(k.review), c.object) > ($5, $6)
     order by 2, 1 limit $7`,
    [
      member,
      labels.map(({ id }) => id),
      labels.map(({ review }) => review),
      labels.map(({ until }) => until),
      after?.review ?? null,
      after?.object ?? null,
      limit,
    ],
  );
  return rows;
}

/**
 * What the member has of these objects under a label with a review, by the label that it has or comes back to. What
 * waits for a second person is left out: that label is not the one that was asked for.
 */
export async function readReviewed(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<{ label: string; contributions: number[]; objects: string[] }[]> {
  const { rows } = await client.query<{ label: string; contributions: number[]; objects: string[] }>(
    `select m.label, json_agg(m.id order by m.id) as contributions, json_agg(distinct m.object) as objects
     from (select c.id, c.object, ${meantLabel} as label
       from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
       where c.contributor = $1 and c.object = any($2::text[]) and not exists (
         select from label_proposal p where p.id = h.proposal and p.decided_at is null)) m
     where m.label like '%"review":%' group by m.label order by m.label`,
    [member, objects],
  );
  return rows.filter(({ label }) => parseLabel(label).review !== undefined);
}

/** Somebody looked at a record again. */
export interface ConfirmationRow {
  at: number;
  account: string;
  reason: string;
  /** The date that was set. */
  review: number;
}

/** Who looked at an object again, the last first. */
export async function listConfirmations(
  client: Queryable,
  member: string,
  object: string,
): Promise<ConfirmationRow[]> {
  const { rows } = await client.query<ConfirmationRow>(
    `select at, account, reason, review from review_confirmation where member = $1 and object = $2
     order by id desc limit 1000`,
    [member, object],
  );
  return rows;
}

/** A day on which something of a member's is due. */
export interface ReviewDay {
  member: string;
  day: number;
  /** Labels with that date. */
  labels: number[];
}

/** Days before a moment on which members have something to review. */
export async function readReviewDays(client: Queryable, before: number): Promise<ReviewDay[]> {
  const { rows } = await client.query<{ member: string }>(
    `select distinct contributor as member from label where body like '%"review":%' order by 1`,
  );
  const found: ReviewDay[] = [];
  for (const { member } of rows) {
    const labels = await readReviewLabels(client, member, before);
    for (const day of new Set(labels.map(({ review }) => review)))
      found.push({ member, day, labels: labels.filter(({ review }) => review === day).map(({ id }) => id) });
  }
  return found;
}

/** When the first of what has one of these labels came under it; microseconds. */
export async function readLabelledAt(client: Queryable, labels: readonly number[]): Promise<number> {
  const { rows } = await client.query<{ at: number }>(
    `select k.at from change k where k.no = (select min(greatest(c.change, c.labelled, h.labelled))
       from holding h join contribution c on c.holding = h.id where h.label = any($1::bigint[]))`,
    [labels],
  );
  return rows[0]?.at ?? Infinity;
}
