/** What has to be sent of messages: planned with them, claimed before it is sent, gone when it was. */
import { kindsForAll, securityKinds, type MessageKind } from '@entente/core/message/kinds';
import type { PoolClient } from 'pg';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { countGivenUp } from '../mail/writer.ts';
import { madeId } from '../message/made-id.ts';

interface Planned {
  id: string;
  member: string;
  roles: readonly string[];
  account: string | undefined;
  kind: MessageKind;
}

const second = 1_000_000;
const day = 86_400 * second;
/** Letters wait so long for what else comes, in microseconds. */
export const gathered = 30 * second;
/** When daily letters leave, after midnight UTC. */
const morning = 6 * 3600 * second;

/** The next morning behind an instant. */
const nextMorning = (at: number): number => Math.floor((at - morning) / day) * day + morning + day;

/** Plans letters to those accounts that have an address at this moment, and calls to the member's webhooks. */
export async function planDeliveries(change: Change, message: Planned): Promise<void> {
  await planLetters(change, message);
  if (message.account === undefined && !isSecretarys(message)) await planCalls(change, message);
}

/** What the secretary of the cell alone knows of is not its member's: who keeps a webhook would be told that it is there. */
const isSecretarys = ({ roles }: Planned): boolean => roles.length === 1 && roles[0] === 'secretary';

async function planLetters({ client, at }: Change, message: Planned): Promise<void> {
  const { member, roles, account, kind } = message;
  const { rows } = await client.query<{ account: string; rhythm: string; letters: number }>(
    `select a.account, a.rhythm, a.letters from mail_address a join account c on c.id = a.account
     where c.member = $1 and c.disabled_at is null and a.address is not null and a.stopped_at is null
       and ($2::text is null or c.id = $2) and (cardinality($3::text[]) = 0 or c.roles && $3)
       and ($4 or c.reader = c.member or c.id = $2) order by a.account for update of a`,
    [member, account ?? null, [...roles], kindsForAll.includes(kind)],
  );
  const always = securityKinds.includes(kind);
  for (const to of rows) {
    const due = to.rhythm === 'daily' && !always ? nextMorning(at) : at + gathered;
    await planLetter(client, { id: letterId(to.account, to.letters), account: to.account, due, always });
  }
}

/**
 * By how many went before: which message it was planned for, and whether the last one had left by then, hangs on when
 * the hub was had to look.
 */
const letterId = (account: string, before: number): string => madeId([account, 'letter', String(before)]);

/** One letter to an account at a time: it tells of all that there is when it leaves. */
async function planLetter(
  client: PoolClient,
  { id, account, due, always }: { id: string; account: string; due: number; always: boolean },
): Promise<void> {
  await client.query(
    `insert into delivery (id, account, always, planned, due_at) values ($1, $2, $3, 1, $4)
     on conflict (account) do update set always = delivery.always or excluded.always,
       planned = delivery.planned + 1,
       due_at = case when delivery.begun_at is null then least(delivery.due_at, excluded.due_at)
         else delivery.due_at end,
       next_due_at = case when delivery.begun_at is null then null
         else least(delivery.next_due_at, excluded.due_at) end`,
    [id, account, always, due],
  );
}

async function planCalls({ client, at }: Change, { id, member }: Planned): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'select id from webhook where member = $1 and stopped_at is null order by id',
    [member],
  );
  for (const { id: webhook } of rows) {
    await client.query(
      `insert into delivery (id, webhook, message, always, planned, due_at) values ($1, $2, $3, false, 1, $4)`,
      [madeId([webhook, id]), webhook, id, at],
    );
  }
}

/** Something to send, claimed: nobody else sends it until the claim ends. */
export interface Claimed {
  /** Goes with what is sent, so that whoever gets it twice knows. */
  id: string;
  account: string | null;
  webhook: string | null;
  message: string | null;
  always: boolean;
  planned: number;
  /** How often it was begun, this time counted. */
  attempts: number;
  /** When it was begun first, in microseconds. */
  begunAt: number;
}

/** Whose a delivery `d` is. */
const memberOf = `coalesce((select a.member from account a where a.id = d.account),
  (select w.member from webhook w where w.id = d.webhook))`;

/**
 * Claims what is due, the oldest first; but of a member that has its share under way only what nobody else waits for.
 * @param until when the claim ends by itself: later than any sending takes
 * @param share so many of one member go before those of others
 */
export async function claimDeliveries(
  client: Queryable,
  { at, until, most, share }: { at: number; until: number; most: number; share: number },
): Promise<Claimed[]> {
  const { rows } = await client.query<Claimed>(
    `with waiting as materialized (
       select d.id, ${memberOf} as member, row_number() over (partition by ${memberOf} order by d.due_at, d.id) as turn
       from delivery d where d.due_at <= $1 and coalesce(d.claimed_until, 0) <= $1),
     busy as materialized (
       select ${memberOf} as member, count(*) as hands from delivery d where d.claimed_until > $1 group by 1)
     update delivery set begun_at = coalesce(begun_at, $1), attempts = attempts + 1, claimed_until = $2
     where id in (select d.id from delivery d join waiting w on w.id = d.id left join busy b on b.member = w.member
       where d.due_at <= $1 and coalesce(d.claimed_until, 0) <= $1
       order by w.turn + coalesce(b.hands, 0) > $4, d.due_at, d.id limit $3 for update of d skip locked)
     returning id, account, webhook, message, always, planned, attempts, begun_at as "begunAt"`,
    [at, until, most, share],
  );
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** Takes what was sent, or need not be sent, away; what came for the same account meanwhile is another letter. */
export async function endDelivery(client: PoolClient, { id, account, planned }: Claimed): Promise<void> {
  // The address before its letter, as where letters are planned: so one of the two waits for the other.
  const { rows: counts } = await client.query<{ letters: number }>(
    `update mail_address set letters = letters + 1
     where account = $1 and exists (select from delivery where id = $2) returning letters`,
    [account, id],
  );
  const { rows } = await client.query<Ended>(
    'delete from delivery where id = $1 returning always, planned, next_due_at as "nextDue"',
    [id],
  );
  const [ended] = rows;
  if (account === null || ended === undefined || ended.planned === planned || ended.nextDue === null) return;
  const { always, nextDue: due } = ended;
  await planLetter(client, { id: letterId(account, counts[0]?.letters ?? 0), account, due, always });
}

interface Ended {
  always: boolean;
  planned: number;
  nextDue: number | null;
}

/** Puts what could not be sent off. */
export async function putOffDelivery(client: Queryable, id: string, dueAt: number): Promise<void> {
  await client.query('update delivery set due_at = $2, claimed_until = null where id = $1', [id, dueAt]);
}

/**
 * Stops an address or a webhook, and forgets what waits for it.
 * @returns the member whose it is; `undefined` where it was stopped already or is gone
 */
export async function stopDeliveries(
  client: PoolClient,
  to: { account: string } | { webhook: string },
  at: number,
): Promise<string | undefined> {
  const [id, stop, forget] =
    'account' in to
      ? ([to.account, stopAddress, 'delete from delivery where account = $1'] as const)
      : ([to.webhook, stopWebhook, 'delete from delivery where webhook = $1'] as const);
  const { rows } = await client.query<{ member: string }>(stop, [id, at]);
  await client.query(forget, [id]);
  return rows[0]?.member;
}

const stopAddress = `update mail_address m set stopped_at = $2, ${countGivenUp} from account a
  where m.account = $1 and a.id = m.account and m.stopped_at is null returning a.member`;
const stopWebhook =
  'update webhook set stopped_at = $2 where id = $1 and stopped_at is null returning member';
