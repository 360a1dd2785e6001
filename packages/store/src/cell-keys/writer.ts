/** Which keys belong to a cell: its database keeps their digest, never the keys. */
import type { Queryable } from '../database/queryable.ts';

/** The digest of the cell's keys; null before the first start. */
export async function readKeyDigest(client: Queryable): Promise<string | null> {
  const { rows } = await client.query<{ keys: string | null }>('select keys from cell');
  return rows[0]?.keys ?? null;
}

/** Notes a digest where there is none yet; gives the one that stands, whoever was first. */
export async function settleKeyDigest(client: Queryable, digest: string): Promise<string> {
  const { rows } = await client.query<{ keys: string }>(
    'update cell set keys = coalesce(keys, $1) returning keys',
    [digest],
  );
  return rows[0]?.keys ?? digest;
}
