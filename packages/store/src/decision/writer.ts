/** Writes decisions and their record, in the transaction of the act that brings it about. */
import type { WorkingCalendar } from '@entente/core/decision/calendar';
import { headingOf, type Content } from '@entente/core/decision/content';
import type { Decision, Step } from '@entente/core/decision/decision';
import { nextDue } from '@entente/core/decision/due';
import type { Pool } from 'pg';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { inTransaction } from '../database/transaction.ts';
import type { DecisionRow, ReceiptRow, Said } from './types.ts';

/** A new draft. */
export async function addDraft({ client, at }: Change, row: DecisionRow): Promise<void> {
  const { id, decision, content, community, informed, host } = row;
  const texts = [decision, content, headingOf(content), informed].map((one) => JSON.stringify(one));
  await client.query(
    `insert into decision (id, state, body, content, heading, informed, community, host, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, decision.state, ...texts, community, host, at],
  );
}

/** A draft is another text now. */
export async function changeDraft(
  { client }: Change,
  id: string,
  { content, community, informed }: Pick<DecisionRow, 'content' | 'community' | 'informed'>,
): Promise<void> {
  await keepContent(client, id, content);
  await client.query('update decision set community = $2, informed = $3 where id = $1', [
    id,
    community,
    JSON.stringify(informed),
  ]);
}

/** The text that stands now. */
async function keepContent(client: Queryable, id: string, content: Content): Promise<void> {
  await client.query('update decision set content = $2, heading = $3 where id = $1', [
    id,
    JSON.stringify(content),
    JSON.stringify(headingOf(content)),
  ]);
}

/** What an act made of a decision, and the lines of its record. `by`: null for the hub. */
export async function keepDecision(
  { client }: Change,
  id: string,
  decision: Decision,
  steps: readonly Step[],
  { by, said }: { by: { member: string; account: string } | null; said: Said },
): Promise<void> {
  await client.query('update decision set state = $2, body = $3, due_at = $4 where id = $1', [
    id,
    decision.state,
    JSON.stringify(decision),
    nextDue(decision) ?? null,
  ]);
  for (const [place, { kind, at, version }] of steps.entries()) {
    await client.query(
      `insert into decision_step (decision, no, version, kind, at, member, account, said)
       select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7 from decision_step where decision = $1`,
      [
        id,
        version,
        kind,
        at,
        by?.member ?? null,
        by?.account ?? null,
        JSON.stringify(place === 0 ? said : {}),
      ],
    );
  }
}

/** The text of a version as it was tabled, and to whom. */
export async function keepVersion(
  { client }: Change,
  id: string,
  { version, digest, electors, informed, lastAt }: Decision,
  content: Content,
): Promise<void> {
  await keepContent(client, id, content);
  await client.query('update decision set put_at = $2, seen_by = 0 where id = $1', [id, lastAt]);
  await client.query(
    'insert into decision_text (decision, version, content, digest) values ($1, $2, $3, $4)',
    [id, version, JSON.stringify(content), digest],
  );
  await client.query(
    `insert into decision_voice (decision, version, member, voice)
     select $1, $2, member, voice from unnest($3::text[], $4::boolean[]) as put (member, voice)`,
    [id, version, [...electors, ...informed], [...electors.map(() => true), ...informed.map(() => false)]],
  );
}

/** What became of the effect. */
export async function keepOutcome(
  { client }: Change,
  id: string,
  outcome: 'done' | 'impossible',
  reason: string | null,
): Promise<void> {
  await client.query('update decision set outcome = $2, reason = $3 where id = $1', [id, outcome, reason]);
}

/** The STIX object by which it was issued. */
export async function keepIssued({ client }: Change, id: string, object: string): Promise<void> {
  await client.query('update decision set issued = $2 where id = $1', [id, object]);
}

/**
 * Notes that an account was shown a version; only the first time counts. Boards are told how many members have seen the
 * one that stands: the first account of a member counts, whichever of two that come at once it is.
 * @returns whether it is the first time
 */
export async function noteReceipt(
  client: Queryable,
  decision: string,
  receipt: ReceiptRow,
): Promise<boolean> {
  const { version, account, member, digest, at } = receipt;
  const noted = await client.query(
    `insert into decision_receipt (decision, version, account, member, digest, at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [decision, version, account, member, digest, at],
  );
  if (noted.rowCount === 0) return false;
  await client.query(
    `with first as (
       update decision_voice set seen = true
       where decision = $1 and version = $2 and member = $3 and not seen returning voice)
     update decision set seen_by = seen_by + 1
     where id = $1 and version = $2 and exists (select from first where voice)`,
    [decision, version, member],
  );
  return true;
}

/** A hub that is silent for longer was out of reach, in microseconds: three beats. */
const tolerance = 15_000_000;

/**
 * Notes that the hub is there. Where it was not for longer than three beats, or its clock jumped ahead, that is kept,
 * once, whoever finds it.
 * @param isFirst whether a first beat may be made: without it, none was ever wanted
 */
export async function beat(pool: Pool, now: number, isFirst: boolean): Promise<void> {
  await inTransaction(pool, async (client) => {
    if (isFirst) await client.query('insert into heartbeat (at) values ($1) on conflict do nothing', [now]);
    const { rows } = await client.query<{ at: number }>('select at from heartbeat for update');
    const last = rows[0]?.at;
    if (last === undefined) return;
    if (now - last > tolerance) {
      await client.query('insert into outage (began, ended) values ($1, $2)', [last, now]);
    }
    await client.query('update heartbeat set at = $1', [now]);
  });
}

/** Sets the calendar for silences that are yet to come. */
export async function setCalendar({ client }: Change, calendar: WorkingCalendar): Promise<void> {
  await client.query(
    'insert into working_calendar (body) values ($1) on conflict (one) do update set body = excluded.body',
    [JSON.stringify(calendar)],
  );
}

/** Ends the founding; answers false where it had ended. @param shortest silence, in microseconds */
export async function constitute({ client, at }: Change, shortest: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into constitution (at, shortest) values ($1, $2) on conflict do nothing',
    [at, shortest],
  );
  return rowCount === 1;
}

/** Offers an object of the contributor's for release to the public, as it is now; what was offered before counts no more. */
export async function addOffer(
  { client, at }: Change,
  { contributor, object, account }: { contributor: string; object: string; account: string },
): Promise<void> {
  await client.query(
    `insert into public_offer (contributor, object, account, at) values ($1, $2, $3, $4)
     on conflict (contributor, object) do update set account = excluded.account, at = excluded.at`,
    [contributor, object, account, at],
  );
}

/** Takes an offer back; answers false where there is none. */
export async function removeOffer({ client }: Change, contributor: string, object: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from public_offer where contributor = $1 and object = $2', [
    contributor,
    object,
  ]);
  return rowCount === 1;
}
