/** Writes webhooks, in the transaction of the act that sets them. */
import type { PoolClient } from 'pg';
import type { Queryable } from '../database/queryable.ts';
import type { WebhookRow } from './reader.ts';

/** Adds a webhook; false where the member has `most` of them. */
export async function addWebhook(
  client: PoolClient,
  { id, member, url, secret, createdBy, createdAt }: Omit<WebhookRow, 'stoppedAt'>,
  most: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into webhook (id, member, url, secret, created_by, created_at)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from webhook where member = $2) < $7`,
    [id, member, url, secret, createdBy, createdAt, most],
  );
  return rowCount === 1;
}

/** Has a webhook that was given up called again, for what comes from now on; false where there is none. */
export async function resumeWebhook(client: PoolClient, member: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'update webhook set stopped_at = null where member = $1 and id = $2',
    [member, id],
  );
  return rowCount === 1;
}

/** Takes a webhook away, with what waits for it; false where there is none. */
export async function removeWebhook(client: PoolClient, member: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from webhook where member = $1 and id = $2', [member, id]);
  return rowCount === 1;
}

/** Notes that a webhook took a call. */
export async function noteTaken(client: Queryable, id: string, at: number): Promise<void> {
  await client.query('update webhook set taken_at = $2 where id = $1', [id, at]);
}
