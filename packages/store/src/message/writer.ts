/** Messages: what waits for a member's people or is told them, as part of the act that brings it about. */
import { createHash } from 'node:crypto';
import type { MessageKind, MessageParams } from '@entente/core/message/kinds';
import type { Change } from '../change/change.ts';

/** Nothing in it may tell the member what it may not see: it is computed from what that member knows. */
export type NewMessage = {
  [Kind in MessageKind]: {
    /** Whose people it is for, whatever they may see: a message says no more than that something is there. */
    member: string;
    /** Roles of the accounts that it is for; none for every account of the member. */
    roles: readonly string[];
    kind: Kind;
    /** Id of what it is about, which the member may open. */
    about: string;
    params: MessageParams<Kind>;
    /** Whether somebody has to act on it. */
    waits: boolean;
    /** Tells it from other messages of this kind about the same, where there are several: a step, a version. */
    step?: string;
  };
}[MessageKind];

/** Writes messages in the transaction of an act. What was told already is not told again. */
export async function notify(change: Change, messages: readonly NewMessage[]): Promise<void> {
  for (const { member, roles, kind, about, params, waits, step = '' } of messages) {
    await change.client.query(
      `insert into message (id, member, roles, kind, about, params, waits, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [
        idOf([member, kind, about, step]),
        member,
        [...roles],
        kind,
        about,
        JSON.stringify(params),
        waits,
        change.at,
      ],
    );
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

/** The same for the same, as a UUID of version 8 (RFC 9562, section 5.8). */
function idOf(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
