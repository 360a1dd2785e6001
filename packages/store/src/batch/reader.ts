/** Reads a member's own batches. Every statement is bound to the member. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Queryable } from '../database/queryable.ts';

export interface BatchRow {
  id: string;
  /** Microseconds since 1970. */
  at: number;
  source: string;
  format: string;
  edition: string | null;
  state: 'running' | 'complete' | 'failed' | 'undone';
  counts: JsonObject;
}

const columns = 'id, at, source, format, edition, state, counts';

/** A member's batches, newest first, before a moment. */
export async function listBatches(
  client: Queryable,
  member: string,
  before: number,
  limit: number,
): Promise<BatchRow[]> {
  const { rows } = await client.query<BatchRow>(
    `select ${columns} from batch where member = $1 and at < $2 order by at desc, id limit $3`,
    [member, before, limit],
  );
  return rows;
}

/** One batch of the member, with its report. */
export async function findBatch(
  client: Queryable,
  member: string,
  id: string,
): Promise<(BatchRow & { report: string | null }) | undefined> {
  const { rows } = await client.query<BatchRow & { report: string | null }>(
    `select ${columns}, report from batch where member = $1 and id = $2`,
    [member, id],
  );
  return rows[0];
}

/** One contribution of a batch; `version` is as the store keeps it, in microseconds. */
export interface BatchItem {
  object: string;
  type: string;
  version: number;
}

/** What a batch put in and is still there, in the order of the input, behind one of it. */
export async function readBatchPage(
  client: Queryable,
  member: string,
  id: string,
  after: BatchItem | undefined,
  limit: number,
): Promise<BatchItem[]> {
  const { rows } = await client.query<BatchItem>(
    `with batched as (select c.id, c.object, c.type, c.version from change h
       join contribution c on c.change = h.no where c.contributor = $1 and h.act = $2)
     select object, type, version from batched
     where id > coalesce((select max(id) from batched where object = $3 and version = $4), 0)
     order by id limit $5`,
    [member, id, after?.object ?? null, after?.version ?? null, limit],
  );
  return rows;
}

/** The newest edition of a list that the member has put in and not undone, as the list writes its time. */
export async function latestEdition(
  client: Queryable,
  member: string,
  format: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ edition: string }>(
    `select edition from batch where member = $1 and format = $2 and state = 'complete' and edition is not null`,
    [member, format],
  );
  // Each is written in a zone of its own.
  return rows.map(({ edition }) => edition).sort((one, other) => Date.parse(other) - Date.parse(one))[0];
}

/** The latest version that the member has of each object that imports of one format gave it. */
export async function latestOfFormat(
  client: Queryable,
  member: string,
  format: string,
): Promise<{ object: string; body: string }[]> {
  const { rows } = await client.query<{ object: string; body: string }>(
    `select distinct on (c.object) c.object, c.body from batch b
       join change h on h.act = b.id join contribution c on c.change = h.no
     where c.contributor = $1 and b.format = $2 order by c.object, c.version desc, c.id desc`,
    [member, format],
  );
  return rows;
}
