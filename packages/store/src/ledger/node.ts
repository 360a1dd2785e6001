/** Hashes of complete subtrees, as the logs keep them. */
import type { Hash } from '@entente/core/ledger/hash';
import type { HashOf, Span, Subtree } from '@entente/core/ledger/tree';
import { subtreesOf } from '@entente/core/ledger/tree';
import { Failure } from '@entente/core/failure';
import type { Queryable } from '../database/queryable.ts';

/** A subtree of one of the logs. */
export interface LogSubtree extends Subtree {
  readonly log: string;
}

const keyOf = ({ log, level, index }: LogSubtree): string => `${level} ${index} ${log}`;

/**
 * Reads the hashes of subtrees, by their primary key.
 * @returns a function that throws Failure `incident` where one is not there: it was, so somebody took it
 */
export async function readNodes(
  client: Queryable,
  wanted: readonly LogSubtree[],
): Promise<(subtree: LogSubtree) => Hash> {
  const { rows } = await client.query<LogSubtree & { hash: Buffer }>(
    `select n.log, n.level, n.place as index, n.hash
     from unnest($1::text[], $2::smallint[], $3::bigint[]) as w (log, level, place)
       join ledger_node n on n.log = w.log and n.level = w.level and n.place = w.place`,
    [wanted.map(({ log }) => log), wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
  );
  const found = new Map(rows.map((row) => [keyOf(row), new Uint8Array(row.hash)]));
  return (subtree) => {
    const hash = found.get(keyOf(subtree));
    if (hash === undefined) throw new Failure('incident', 'The ledger lacks a node that it had.');
    return hash;
  };
}

/** Reads what spans of one log are made of. */
export async function readSpans(client: Queryable, log: string, spans: readonly Span[]): Promise<HashOf> {
  const wanted = spans.flatMap(subtreesOf).map((subtree) => ({ ...subtree, log }));
  const hashOf = await readNodes(client, wanted);
  return (subtree) => hashOf({ ...subtree, log });
}
