/** Writes requests for the owners' consent and what becomes of them. */
import type { PoolClient } from 'pg';
import type { Clause } from '@entente/core/label/label';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import type { HeldRow } from './reader.ts';

export interface NewConsent {
  id: string;
  member: string;
  account: string;
  object: string;
  label: string;
  purpose: string;
  by: number;
  /** Whether the owners are asked at once. */
  isOpen: boolean;
  items: readonly HeldRow[];
  owners: readonly string[];
}

export async function addConsent({ client, act, at }: Change, consent: NewConsent): Promise<void> {
  const { id, member, account, object, label, purpose, by, isOpen, items, owners } = consent;
  await client.query(
    `insert into consent (id, member, account, act, at, object, label, purpose, by, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, member, account, act, at, object, label, purpose, by, isOpen ? at : null],
  );
  await client.query(
    `insert into consent_item (consent, contribution, version, timed)
     select $1, * from unnest($2::bigint[], $3::bigint[], $4::boolean[])`,
    [id, items.map((item) => item.id), items.map(({ version }) => version), items.map(({ timed }) => timed)],
  );
  await client.query('insert into consent_answer (consent, owner) select $1, unnest($2::text[])', [
    id,
    owners,
  ]);
}

/** The owners are asked from now on. */
export async function openConsent({ client, at }: Change, id: string, account: string): Promise<void> {
  await client.query('update consent set opened_at = $2, confirmed_by = $3 where id = $1', [id, at, account]);
}

/** What was taken back, with the owners that had been asked. */
export interface TakenBack {
  id: string;
  owners: string[];
}

/** Takes back what was asked about any of these contributions and is not in force. */
export const takeBackAbout = (change: Change, contributions: readonly number[]): Promise<TakenBack[]> =>
  takeBackWhere(change, about, contributions);

/** Takes back what was asked about these contributions alone, which are no more. */
export const takeBackEmptied = (change: Change, contributions: readonly number[]): Promise<TakenBack[]> =>
  takeBackWhere(
    change,
    `${about} and not exists (select from consent_item i join contribution c on c.id = i.contribution
       where i.consent = k.id)`,
    contributions,
  );

export const takeBack = (change: Change, id: string): Promise<TakenBack[]> =>
  takeBackWhere(change, 'k.id = $1', id);

const about =
  'exists (select from consent_item i where i.consent = k.id and i.contribution = any($1::bigint[]))';

async function takeBackWhere(
  { client, at }: Change,
  condition: string,
  value: unknown,
): Promise<TakenBack[]> {
  const { rows } = await client.query<TakenBack>(
    `update consent k set taken_back_at = $2 where k.taken_back_at is null and k.in_force_at is null
       and ${condition} returning k.id, case when k.opened_at is null then array[]::text[] else array(
         select owner from consent_answer a where a.consent = k.id order by owner) end as owners`,
    [value, at],
  );
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export interface NewAnswer {
  consent: string;
  owner: string;
  account: string;
  word: 'consent' | 'refuse';
  words: string | null;
  /** As the owner named them, as JSON. */
  conditions: string | null;
  clauses: readonly Clause[] | null;
}

export async function writeAnswer({ client, at }: Change, answer: NewAnswer): Promise<void> {
  const { consent, owner, account, word, words, conditions, clauses } = answer;
  await client.query(
    `update consent_answer set word = $3, account = $4, at = $5, words = $6, conditions = $7, clauses = $8
     where consent = $1 and owner = $2`,
    [consent, owner, word, account, at, words, conditions, clauses === null ? null : JSON.stringify(clauses)],
  );
}

export async function withdrawAnswer({ client, at }: Change, consent: string, owner: string): Promise<void> {
  await client.query(
    `update consent_answer set word = 'withdrawn', withdrawn_at = $3 where consent = $1 and owner = $2`,
    [consent, owner, at],
  );
}

/** @param released print of the label that all consented to */
export async function noteInForce({ client, at }: Change, id: string, released: string): Promise<void> {
  await client.query('update consent set in_force_at = $2, released = $3 where id = $1', [id, at, released]);
}

/** A change that an owner makes acts on what another contributed, as far as notices go. */
export async function actOnBehalf({ client, no }: Change, contributor: string): Promise<void> {
  await client.query('update change set behalf = $2 where no = $1', [no, contributor]);
}

/** A request of which a date is due. */
export interface DueRow {
  id: string;
  member: string;
  /** When it was. */
  due: number;
  /** Whether the date itself has passed, or it comes nearer. */
  hasPassed: boolean;
}

/** The first requests whose date passes, or comes within the notice given, microseconds. */
export async function readDue(client: Queryable, now: number, notice: number): Promise<DueRow[]> {
  const { rows } = await client.query<DueRow>(
    `select id, member, due, due = by as "hasPassed" from (
       select *, case when reminded or opened_at is null or opened_at > by - $2 then by else by - $2 end as due
       from consent where taken_back_at is null and in_force_at is null and closed_at is null) as c
     where due <= $1 order by due, id limit 100`,
    [now, notice],
  );
  return rows;
}

export async function noteDue(client: PoolClient, at: number, due: readonly DueRow[]): Promise<void> {
  const ids = (hasPassed: boolean): string[] =>
    due.filter((one) => one.hasPassed === hasPassed).map(({ id }) => id);
  await client.query('update consent set closed_at = $2 where id = any($1::text[])', [ids(true), at]);
  await client.query('update consent set reminded = true where id = any($1::text[])', [ids(false)]);
}
