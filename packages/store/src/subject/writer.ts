/** Writes the register of what data subjects ask, in the transaction of an act. */
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { keepLabels } from '../contribution/restricted.ts';
import { notify, settleMessages } from '../message/writer.ts';
import type { EventKind, SubjectRequestRow } from './reader.ts';

export type NewRequest = Pick<
  SubjectRequestRow,
  'id' | 'kind' | 'via' | 'subject' | 'reference' | 'receivedAt' | 'deadline' | 'account' | 'objects'
>;

/** What is entered after its deadline is reminded of once, not of both moments that have passed. */
export async function addRequest(change: Change, member: string, request: NewRequest): Promise<void> {
  const { id, kind, via, subject, reference, receivedAt, deadline, account, objects } = request;
  await change.client.query(
    `insert into subject_request
       (id, member, kind, via, subject, reference, received_at, deadline, entered_at, account, reminders)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $8::bigint <= $9::bigint then 1 else 0 end)`,
    [id, member, kind, via, subject, reference, receivedAt, deadline, change.at, account],
  );
  await setObjects(change.client, id, objects);
}

/** Sets which records a request is about. */
export async function setObjects(client: Queryable, id: string, objects: readonly string[]): Promise<void> {
  await client.query('delete from subject_request_object where request = $1', [id]);
  await client.query(
    'insert into subject_request_object (request, object) select $1, unnest($2::text[]) on conflict do nothing',
    [id, objects],
  );
}

export async function answerRequest(
  change: Change,
  id: string,
  { account, outcome, answer }: { account: string; outcome: string; answer: string },
): Promise<void> {
  await change.client.query(
    'update subject_request set answered_at = $2, answered_by = $3, outcome = $4, answer = $5 where id = $1',
    [id, change.at, account, outcome, answer],
  );
  await settleMessages(change, id);
}

/** Notes what was done about a request. @param count how many contributions it was done to */
export async function noteEvent(
  { client, at }: Change,
  request: string,
  account: string,
  kind: EventKind,
  count: number | null = null,
): Promise<void> {
  await client.query(
    'insert into subject_event (request, at, account, kind, count) values ($1, $2, $3, $4, $5)',
    [request, at, account, kind, count],
  );
}

/**
 * From now on the records of a request are for their contributor alone, whatever label they are given.
 * @param held what there is of them, with the labels that it comes back to
 */
export async function beginRestriction(
  client: Queryable,
  request: string,
  held: readonly { id: number; label: string }[],
): Promise<void> {
  await client.query('update subject_request set restricted = true where id = $1', [request]);
  await keepLabels(
    client,
    held.map(({ id, label }) => ({ request, contribution: id, label })),
  );
}

export async function endRestriction(client: Queryable, request: string): Promise<void> {
  await client.query('update subject_request set restricted = false where id = $1', [request]);
  await client.query('delete from subject_restriction where request = $1', [request]);
}

const week = 7 * 86_400 * 1_000_000;

/** A week before the deadline, but not before it was entered; and when it has come. */
const dueAt = `greatest(entered_at, deadline - case reminders when 0 then ${week}::bigint else 0 end)`;
const isDue = `answered_at is null and reminders < 2 and ${dueAt} <= $1`;

/** When the first reminder of an answer was due that has not been given by now. */
export async function firstDeadline(client: Queryable, now: number): Promise<number | undefined> {
  const { rows } = await client.query<{ due: number }>(
    `select ${dueAt} as due from subject_request where ${isDue} order by due limit 1`,
    [now],
  );
  return rows[0]?.due;
}

export async function remindOfAnswers(change: Change): Promise<void> {
  const { rows } = await change.client.query<{
    id: string;
    member: string;
    deadline: number;
    reminders: number;
  }>(
    `update subject_request set reminders = reminders + 1
     where id in (select id from subject_request where ${isDue} order by id limit 1000)
     returning id, member, deadline, reminders`,
    [change.at],
  );
  for (const { id, member, deadline, reminders } of rows) {
    const day = new Date(deadline / 1000).toISOString().slice(0, 10);
    const roles = ['release-officer'];
    await notify(change, [
      {
        member,
        roles,
        kind: 'subject-deadline',
        about: id,
        params: { day },
        waits: true,
        step: `${reminders}`,
      },
    ]);
  }
}
