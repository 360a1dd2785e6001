/**
 * Appends to the members' logs what acts and reads have written, in the background: never under the lock of the cell,
 * and under a lock of its own, so that of several processes one appends at a time. The order of leaves is that in which
 * they are appended; what a crash undoes is appended again from the same numbers.
 */
import type { Pool, PoolClient } from 'pg';
import {
  actText,
  readText,
  textLeaf,
  type ActContent,
  type ReadContent,
} from '@entente/core/ledger/commitment';
import { append, peaksOf, type Completed, type Frontier } from '@entente/core/ledger/frontier';
import type { Hash } from '@entente/core/ledger/hash';
import { copyRows } from '../database/copy.ts';
import { inTransaction } from '../database/transaction.ts';
import { hub } from '../contribution/contributor.ts';
import { readNodes } from './node.ts';
import { actColumns, readColumns, topLog } from './reader.ts';
import { freeSlot } from './slot.ts';

/** Leaves of one log that are appended in one transaction, of acts and of reads each. */
const mostLeaves = 1000;

/** A log that is written. */
interface Log {
  log: string;
  size: number;
  acts: number;
  reads: number;
}

interface Leaf {
  log: string;
  source: 'act' | 'read';
  sequence: number;
  hash: Hash;
}

/** Has logs grow one transaction at a time. */
export async function holdLedger(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('entente ledger'))`);
}

/**
 * Appends what waits; whether there may be more.
 * @param place draws the place of a new log among slots
 */
export async function appendToLogs(pool: Pool, place: (log: string) => number): Promise<boolean> {
  if (!(await isWaiting(pool))) return false;
  return inTransaction(pool, async (client) => {
    await holdLedger(client);
    await addLogs(client, place);
    const { rows: logs } = await client.query<Log>(`${waitingLogs} order by l.log`);
    return (await appendTo(client, logs)) >= mostLeaves;
  });
}

/** Appends these acts, with what waits before them in their logs. The ledger is held. */
export async function appendActs(client: PoolClient, acts: readonly string[]): Promise<void> {
  for (let waits = true; waits;) {
    const { rows } = await client.query<Log>(
      `${waitingLogs} and l.log in (select member from act where id = any($1::text[])) order by l.log`,
      [acts],
    );
    waits = (await appendTo(client, rows)) >= mostLeaves;
  }
}

const newLogs = `select m.id from (select id from member union all select '${hub}') m
  where not exists (select from ledger_log l where l.log = m.id)`;

const waitingLogs = `select l.log, l.size, l.acts, l.reads from ledger_log l
  where l.slot is not null and (
    exists (select from act a where a.member = l.log and a.sequence > l.acts)
    or exists (select from read_record r where r.member = l.log and r.sequence > l.reads))`;

async function isWaiting(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>(
    `select exists (${newLogs}) or exists (${waitingLogs}) as waits`,
  );
  return rows[0]?.waits === true;
}

async function addLogs(client: PoolClient, place: (log: string) => number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`${newLogs} order by 1`);
  if (rows.length === 0) return;
  const { rows: held } = await client.query<{ slot: number }>(
    'select slot from ledger_log where slot is not null',
  );
  const taken = new Set(held.map(({ slot }) => slot));
  for (const { id } of rows) {
    const slot = freeSlot(place(id), taken);
    taken.add(slot);
    await writeLog(client, id, slot);
  }
}

/** Begins a log, with nothing in it; the next tick tells of it. */
export async function writeLog(client: PoolClient, log: string, slot: number | null): Promise<void> {
  await client.query(
    `insert into ledger_log (log, slot, size, acts, reads, told_size) values ($1, $2, 0, 0, 0, 0)
     on conflict do nothing`,
    [log, slot],
  );
}

/** Appends to each of the logs what waits for it: its acts, then its reads. The most that one of them took. */
async function appendTo(client: PoolClient, logs: readonly Log[]): Promise<number> {
  if (logs.length === 0) return 0;
  const leaves = [...(await actLeaves(client, logs)), ...(await readLeaves(client, logs))];
  const frontiers = await readFrontiers(client, logs);
  const counts = logs.map((one) => {
    const own = leaves.filter(({ log }) => log === one.log);
    return {
      ...one,
      own,
      grown: append(
        frontiers.get(one.log) as Frontier,
        own.map(({ hash }) => hash),
      ),
    };
  });
  await writeNodes(
    client,
    counts.flatMap(({ log, grown }) => grown.completed.map((node) => ({ log, ...node }))),
  );
  await copyRows(
    client,
    'ledger_leaf',
    ['log', 'place', 'source', 'sequence'],
    counts.flatMap(({ log, size, own }) =>
      own.map(({ source, sequence }, index) => [log, size + index, source, sequence]),
    ),
  );
  const last = (own: readonly Leaf[], source: Leaf['source'], before: number): number =>
    own.reduce((most, leaf) => (leaf.source === source ? Math.max(most, leaf.sequence) : most), before);
  await client.query(
    `update ledger_log l set size = n.size, acts = n.acts, reads = n.reads
     from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as n (log, size, acts, reads)
     where l.log = n.log`,
    [
      counts.map(({ log }) => log),
      counts.map(({ grown }) => grown.frontier.size),
      counts.map(({ own, acts }) => last(own, 'act', acts)),
      counts.map(({ own, reads }) => last(own, 'read', reads)),
    ],
  );
  return Math.max(...counts.map(({ own }) => own.length));
}

const each = (logs: readonly Log[], of: 'acts' | 'reads'): [string[], number[], number] => [
  logs.map(({ log }) => log),
  logs.map((log) => log[of]),
  mostLeaves,
];

async function actLeaves(client: PoolClient, logs: readonly Log[]): Promise<Leaf[]> {
  const { rows } = await client.query<ActContent & { sequence: number; salt: string }>(
    `select a.sequence, ${actColumns}
     from unnest($1::text[], $2::bigint[]) as l (log, acts)
       cross join lateral (select * from act where member = l.log and sequence > l.acts order by sequence limit $3) a`,
    each(logs, 'acts'),
  );
  return rows.map(({ sequence, salt, ...content }) => ({
    log: content.member,
    source: 'act',
    sequence,
    hash: textLeaf(salt, actText(content)),
  }));
}

async function readLeaves(client: PoolClient, logs: readonly Log[]): Promise<Leaf[]> {
  const { rows } = await client.query<ReadContent & { salt: string }>(
    `select ${readColumns}
     from unnest($1::text[], $2::bigint[]) as l (log, reads)
       cross join lateral
         (select * from read_record where member = l.log and sequence > l.reads order by sequence limit $3) r`,
    each(logs, 'reads'),
  );
  return rows.map(({ salt, ...content }) => ({
    log: content.member,
    source: 'read',
    sequence: content.sequence,
    hash: textLeaf(salt, readText(content)),
  }));
}

/** The right edges of logs of these sizes. */
export async function readFrontiers(
  client: PoolClient,
  logs: readonly { log: string; size: number }[],
): Promise<Map<string, Frontier>> {
  const wanted = logs.flatMap(({ log, size }) => peaksOf(size).map((subtree) => ({ ...subtree, log })));
  const hashOf = await readNodes(client, wanted);
  return new Map(
    logs.map(({ log, size }) => [
      log,
      { size, peaks: peaksOf(size).map((subtree) => hashOf({ ...subtree, log })) },
    ]),
  );
}

/** Writes what became complete. */
export async function writeNodes(
  client: PoolClient,
  nodes: readonly (Completed & { log: string })[],
): Promise<void> {
  await copyRows(
    client,
    'ledger_node',
    ['log', 'level', 'place', 'hash'],
    nodes.map(({ log, level, index, hash }) => [
      log,
      level,
      index,
      `\\x${Buffer.from(hash).toString('hex')}`,
    ]),
  );
}

/** The frontier of the top log. @param size 0 before there is one */
export async function readTopFrontier(client: PoolClient, size: number): Promise<Frontier> {
  const frontiers = await readFrontiers(client, [{ log: topLog, size }]);
  return frontiers.get(topLog) as Frontier;
}
