/** Messages: what waits for a member's people or is told them, as part of the act that brings it about. */
import type { MessageKind, MessageParams } from '@entente/core/message/kinds';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { planDeliveries } from '../delivery/writer.ts';
import { keyedId } from './made-id.ts';

/** Nothing in it may tell the member what it may not see: it is computed from what that member knows. */
export type NewMessage = {
  [Kind in MessageKind]: {
    /** Whose people it is for, whatever they may see: a message says no more than that something is there. */
    member: string;
    /** Roles of the accounts that it is for; none for every account of the member. */
    roles: readonly string[];
    /** The account of the member that it is for alone; left out for all. */
    account?: string;
    kind: Kind;
    /** Id of what it is about, which the member may open; an object that has left the view takes it away. */
    about: string;
    params: MessageParams<Kind>;
    /** Whether somebody has to act on it. */
    waits: boolean;
    /**
     * Tells it from other messages of this kind about the same, where there are several: a moment, a member. The id is
     * made with it, so it too is of what the member knows.
     */
    step?: string;
  };
}[MessageKind];

/**
 * Writes messages in the transaction of an act, and with them what has to be sent of them: so neither is there without
 * the other. What was told already is not told again.
 */
export async function notify(change: Change, messages: readonly NewMessage[]): Promise<void> {
  for (const message of messages) {
    const { member, roles, account, kind, about, params, waits, step = '' } = message;
    const id = keyedId(change.idKey, [
      member,
      kind,
      about,
      step,
      ...(account === undefined ? [] : [account]),
    ]);
    const { rowCount } = await change.client.query(
      `insert into message (id, member, roles, account, kind, about, params, waits, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      [id, member, [...roles], account ?? null, kind, about, JSON.stringify(params), waits, change.at],
    );
    if (rowCount === 1) await planDeliveries(change, { id, member, roles, account, kind });
  }
}

/** Notes that nobody of these members has to act on it any more. @param kinds all kinds where it is left out */
export async function settleMessages(
  change: Change,
  about: string,
  { member, kinds }: { member?: string; kinds?: readonly MessageKind[] } = {},
): Promise<void> {
  await change.client.query(
    `update message set settled_at = $2 where about = $1 and waits and settled_at is null
       and ($3::text is null or member = $3) and ($4::text[] is null or kind = any($4))`,
    [about, change.at, member ?? null, kinds === undefined ? null : [...kinds]],
  );
}

/** Takes back what a member was told of something that it may not know of any more. */
export async function withdrawMessages(change: Change, about: string, member: string): Promise<void> {
  await change.client.query('delete from message where about = $1 and member = $2', [about, member]);
}

/** Who reads. */
interface Account {
  account: string;
  at: number;
}

/** Notes that an account has read these of the messages that it is shown; what is not among them is passed over. */
export async function markRead(
  client: Queryable,
  { account, at }: Account,
  messages: readonly string[],
): Promise<void> {
  await client.query(
    `insert into message_read (account, message, at) select $1, id, $2 from message where id = any($3::uuid[])
     on conflict do nothing`,
    [account, at, [...messages]],
  );
}
