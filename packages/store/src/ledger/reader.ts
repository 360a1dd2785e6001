/** Reads the logs: heads, leaves, openings and what proofs are made of. Each is of one member, or of the top log. */
import type { ActContent, ReadContent } from '@entente/core/ledger/commitment';
import type { Hash } from '@entente/core/ledger/hash';
import { consistencySpans, inclusionSpans, rootAt, spanHash, type Span } from '@entente/core/ledger/tree';
import type { Queryable } from '../database/queryable.ts';
import { readSpans } from './node.ts';

/** The log over all logs. */
export const topLog = 'top';

/** How far the log of a member was at the last tick. */
export interface ToldLog {
  log: string;
  slot: number;
  size: number;
  root: Hash;
}

/** The last leaf of the top log, and what its slots hold. */
export interface LastTick {
  /** Of the top log, this leaf included. */
  size: number;
  /** Microseconds. */
  at: number;
  slots: number;
  logs: ToldLog[];
}

/** The last tick; `undefined` before the first. To be called in one snapshot. */
export async function readLastTick(client: Queryable): Promise<LastTick | undefined> {
  const { rows: ticks } = await client.query<Omit<LastTick, 'logs'>>(
    'select size, at, slots from ledger_tick',
  );
  const { rows: logs } = await client.query<Omit<ToldLog, 'root'> & { root: Buffer }>(
    `select log, slot, told_size as size, told_root as root from ledger_log
     where slot is not null and told_root is not null order by slot`,
  );
  const [tick] = ticks;
  return tick && { ...tick, logs: logs.map((log) => ({ ...log, root: new Uint8Array(log.root) })) };
}

/** The size of the top log; 0 before the first tick. */
export async function readTopSize(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ size: number }>('select size from ledger_tick');
  return rows[0]?.size ?? 0;
}

/** The size of a member's log as it was at the last tick. */
export async function readToldSize(client: Queryable, log: string): Promise<number> {
  const { rows } = await client.query<{ size: number }>(
    'select told_size as size from ledger_log where log = $1',
    [log],
  );
  return rows[0]?.size ?? 0;
}

/** The root of the first `size` leaves. */
export async function readRoot(client: Queryable, log: string, size: number): Promise<Hash> {
  return rootAt(size, await readSpans(client, log, [{ start: 0, end: size }]));
}

async function readProof(client: Queryable, log: string, spans: Span[]): Promise<Hash[]> {
  const hashOf = await readSpans(client, log, spans);
  return spans.map((span) => spanHash(span, hashOf));
}

/** @param place of the leaf, below `size` */
export const readInclusion = (client: Queryable, log: string, place: number, size: number): Promise<Hash[]> =>
  readProof(client, log, inclusionSpans(place, size));

/** @param first at most `second` */
export const readConsistency = (
  client: Queryable,
  log: string,
  first: number,
  second: number,
): Promise<Hash[]> => readProof(client, log, consistencySpans(first, second));

/** Leaves from a place on, as the tree hashes them. */
export async function readLeaves(
  client: Queryable,
  log: string,
  { from, before, limit }: { from: number; before: number; limit: number },
): Promise<{ place: number; hash: Hash }[]> {
  const { rows } = await client.query<{ place: number; hash: Buffer }>(
    `select place, hash from ledger_node where log = $1 and level = 0 and place >= $2 and place < $3
     order by place limit $4`,
    [log, from, before, limit],
  );
  return rows.map(({ place, hash }) => ({ place, hash: new Uint8Array(hash) }));
}

/** What one leaf is of. */
export type Opening = { place: number; salt: string } & (
  | { source: 'act'; content: ActContent; erased: string | null }
  | { source: 'read'; content: ReadContent; erased: null }
);

interface ActRow extends ActContent {
  place: number;
  salt: string;
  erased: string | null;
}

/** What leaves are of, with their salts: of an act `a`, and of a record of a read `r`. */
export const actColumns = `a.id, a.member, a.at, a.kind, a.actor, a.purpose, a.case_reference as "caseReference",
  a.body, a.salt`;
export const readColumns = `r.sequence, r.member, r.at, r.actor, r.purpose, r.case_reference as "caseReference",
  r.body, r.salt`;

const range = 'l.log = $1 and l.place >= $2 and l.place < $3';

/** The openings of leaves from a place to before another, in their order; what is gone is left out. */
export async function readOpenings(
  client: Queryable,
  log: string,
  from: number,
  before: number,
): Promise<Opening[]> {
  const { rows: acts } = await client.query<ActRow>(
    `select l.place, ${actColumns}, a.erased
     from ledger_leaf l join act a on a.member = l.log and a.sequence = l.sequence
     where ${range} and l.source = 'act'`,
    [log, from, before],
  );
  const { rows: reads } = await client.query<ReadContent & { place: number; salt: string }>(
    `select l.place, ${readColumns}
     from ledger_leaf l join read_record r on r.member = l.log and r.sequence = l.sequence
     where ${range} and l.source = 'read'`,
    [log, from, before],
  );
  const opened: Opening[] = [
    ...acts.map(({ place, salt, erased, ...content }) => ({
      source: 'act' as const,
      place,
      salt,
      erased,
      content,
    })),
    ...reads.map(({ place, salt, ...content }) => ({
      source: 'read' as const,
      place,
      salt,
      erased: null,
      content,
    })),
  ];
  return opened.sort((a, b) => a.place - b.place);
}

/** An act, and where it stands in its member's log. */
export interface ActInLog {
  content: ActContent;
  salt: string;
  erased: string | null;
  /** Its place; null where it is not in the log yet. */
  place: number | null;
  /** The hash of its leaf, as the log has it; null where it is not in the log yet. */
  leaf: Hash | null;
}

const actInLog = `select ${actColumns}, a.erased, l.place, n.hash as leaf
  from act a
    left join ledger_leaf l on l.log = a.member and l.source = 'act' and l.sequence = a.sequence
    left join ledger_node n on n.log = l.log and n.level = 0 and n.place = l.place`;

type ActInLogRow = ActContent & Pick<ActInLog, 'salt' | 'erased' | 'place'> & { leaf: Buffer | null };

const inLog = ({ salt, erased, place, leaf, ...content }: ActInLogRow): ActInLog => ({
  content,
  salt,
  erased,
  place,
  leaf: leaf === null ? null : new Uint8Array(leaf),
});

/** Acts by their ids, in the order of the ids. */
export async function readActs(client: Queryable, ids: readonly string[]): Promise<ActInLog[]> {
  const { rows } = await client.query<ActInLogRow>(
    `${actInLog} join unnest($1::text[]) with ordinality as w (id, turn) on w.id = a.id order by w.turn`,
    [ids],
  );
  return rows.map(inLog);
}

/** Acts of an account, newest first. @param before of the last one that was given, if any */
export async function listActs(
  client: Queryable,
  actor: string,
  { before, limit }: { before: { at: number; id: string } | undefined; limit: number },
): Promise<ActInLog[]> {
  const { rows } = await client.query<ActInLogRow>(
    `${actInLog} where a.actor = $1 and ($2::bigint is null or (a.at, a.id) < ($2, $3::text))
     order by a.at desc, a.id desc limit $4`,
    [actor, before?.at ?? null, before?.id ?? null, limit],
  );
  return rows.map(inLog);
}
