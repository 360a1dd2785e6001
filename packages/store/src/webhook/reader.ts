/** Addresses of a member's own systems that are called when there is a message. */
import type { Queryable } from '../database/queryable.ts';

export interface WebhookRow {
  id: string;
  member: string;
  url: string;
  /** Sealed. */
  secret: string;
  createdBy: string;
  createdAt: number;
  stoppedAt: number | null;
}

const columns = `w.id, w.member, w.url, w.secret, w.created_by as "createdBy", w.created_at as "createdAt",
  w.stopped_at as "stoppedAt"`;

/** Those of a member, the oldest first. */
export async function readWebhooks(client: Queryable, member: string): Promise<WebhookRow[]> {
  const { rows } = await client.query<WebhookRow>(
    `select ${columns} from webhook w where w.member = $1 order by w.created_at, w.id`,
    [member],
  );
  return rows;
}

/** One of a member. */
export async function readWebhook(
  client: Queryable,
  member: string,
  id: string,
): Promise<WebhookRow | undefined> {
  const { rows } = await client.query<WebhookRow>(
    `select ${columns} from webhook w where w.member = $1 and w.id = $2`,
    [member, id],
  );
  return rows[0];
}

/** What a call tells of a message. */
export interface CallRow extends WebhookRow {
  message: string;
  kind: string;
  about: string;
  /** Whether somebody still has to act. */
  waits: boolean;
  at: number;
}

/** A webhook with the message that it is called for; `undefined` where it is called no more. */
export async function readCall(
  client: Queryable,
  webhook: string,
  message: string,
): Promise<CallRow | undefined> {
  const { rows } = await client.query<CallRow>(
    `select ${columns}, m.id as message, m.kind, m.about, m.waits and m.settled_at is null as waits, m.at
     from webhook w join message m on m.id = $2 and m.member = w.member join member c on c.id = w.member
     where w.id = $1 and w.stopped_at is null and c.departed_at is null and c.suspended_at is null`,
    [webhook, message],
  );
  return rows[0];
}

/** Whether a webhook has taken a call since then. */
export async function hasTakenSince(client: Queryable, id: string, since: number): Promise<boolean> {
  const { rowCount } = await client.query('select from webhook where id = $1 and taken_at >= $2', [
    id,
    since,
  ]);
  return rowCount === 1;
}
