/** Writes records of reads, many at a time. */
import type { Pool, PoolClient } from 'pg';
import { copyRows } from '../database/copy.ts';
import { inTransaction } from '../database/transaction.ts';
import { readingKeys } from './key.ts';

/** One page that was given to an account. */
export interface ReadRow {
  member: string;
  /** Microseconds since 1970. */
  at: number;
  /** The account. */
  actor: string;
  /** The class of rights whose view it read. */
  reader: string;
  purpose: string | undefined;
  caseReference: string | undefined;
  /** Canonical JSON, as the ledger will hold it. */
  body: string;
  /** Hexadecimal; blinds the leaf. */
  salt: string;
  /** Internal ids of the contributions that it held. */
  contributions: readonly number[];
  /** Ids of the objects that it held, each once. */
  objects: readonly string[];
  /** The record that was opened by its id, and the last change that the view had. */
  opened?: { object: string; change: number } | undefined;
}

const columns = [
  'member',
  'sequence',
  'at',
  'actor',
  'reader',
  'purpose',
  'case_reference',
  'body',
  'salt',
  'contributions',
  'readings',
];

/** Writes them in their order, all or none; each member's are numbered without gaps, whichever process writes. */
export async function writeReads(pool: Pool, rows: readonly ReadRow[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    const heads = await takeNumbers(client, rows);
    await copyRows(
      client,
      'read_record',
      columns,
      rows.map((row) => {
        const head = heads.get(row.member) as Head;
        head.last += 1;
        const { member, at, actor, reader, purpose, caseReference, body, salt, contributions, objects } = row;
        const why = [purpose ?? null, caseReference ?? null];
        const keys = objects.map(readingKeys(head.mask));
        const lists = [contributions, keys].map((list) => `{${list.join()}}`);
        return [member, head.last, at, actor, reader, ...why, body, salt, ...lists];
      }),
    );
    await noteOpened(client, rows);
  });
}

/** Notes which records were opened by accounts that see all that their member sees. */
async function noteOpened(client: PoolClient, rows: readonly ReadRow[]): Promise<void> {
  const opened = rows.flatMap(({ member, reader, at, opened: one }) =>
    one === undefined || reader !== member ? [] : [{ member, at, ...one }],
  );
  if (opened.length === 0) return;
  await client.query(
    `insert into opened (object, member, change, at)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) on conflict do nothing`,
    [
      opened.map(({ object }) => object),
      opened.map(({ member }) => member),
      opened.map(({ change }) => change),
      opened.map(({ at }) => at),
    ],
  );
}

/** Where the records of a member stand. */
interface Head {
  /** The last number that is given. */
  last: number;
  /** As `readingKeys` takes it. */
  mask: number;
}

/** The head of each member before these, whose numbers are reserved. */
async function takeNumbers(client: PoolClient, rows: readonly ReadRow[]): Promise<Map<string, Head>> {
  const counts = new Map<string, number>();
  for (const { member } of rows) counts.set(member, (counts.get(member) ?? 0) + 1);
  // In one order, so that two processes never wait for each other in a ring.
  const members = [...counts.keys()].sort();
  const taken = members.map((member) => counts.get(member) ?? 0);
  const { rows: heads } = await client.query<{ member: string; sequence: number; mask: number }>(
    `insert into read_head as h (member, sequence) select * from unnest($1::text[], $2::bigint[])
     on conflict (member) do update set sequence = h.sequence + excluded.sequence
     returning member, sequence, mask`,
    [members, taken],
  );
  return new Map(
    heads.map(({ member, sequence, mask }) => [member, { last: sequence - (counts.get(member) ?? 0), mask }]),
  );
}
