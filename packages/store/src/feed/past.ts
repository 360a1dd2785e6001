/** What changes have kept of how contributions were before them. */
import type { Queryable } from '../database/queryable.ts';
import type { BoundReader } from '../view/group.ts';

/** What a change moved for a reader: a gate opened or closed, or the label of a holding is another. */
export interface Move {
  kind: 'gate' | 'holding';
  key: number;
  place: number;
  change: number;
  /** The label that the holding had before; null where it is the rights of the reader that are others. */
  label: number | null;
}

/** What of a contribution a change may make another. */
export interface State {
  gate: number;
  plain: number;
  holding: number;
  /** The gates of its references, in their order; only where a change has touched it. */
  openings: readonly number[];
  /** The change that put it in. */
  put: number;
}

/** How it was before a change. */
export interface Past extends State {
  change: number;
}

/** What this change and later ones moved for these readers, the first change first. */
export async function readMoves(
  client: Queryable,
  from: number,
  readers: readonly BoundReader[],
): Promise<Move[]> {
  const { rows } = await client.query<Omit<Move, 'place'> & { reader: string }>(
    `select kind, key, reader, change, label from backlog
     where change >= $1 and reader = any($2::text[]) order by change`,
    [from, readers.map(({ id }) => id)],
  );
  const places = new Map(readers.map(({ id }, place) => [id, place]));
  return rows.map(({ reader, ...move }) => ({ ...move, place: places.get(reader) as number }));
}

/** Contribution → how it was before this change and later ones that touched it, the first change first. */
export async function readPast(
  client: Queryable,
  from: number,
  objects: readonly string[],
): Promise<Map<number, Past[]>> {
  const { rows } = await client.query<Omit<Past, 'openings'> & { contribution: number; openings: string }>(
    `select contribution, change, put, gate, plain, holding, openings from touched
     where change >= $1 and object = any($2::text[]) order by change`,
    [from, objects],
  );
  const past = new Map<number, Past[]>();
  for (const { contribution, openings, ...row } of rows) {
    const before = past.get(contribution) ?? [];
    past.set(contribution, [...before, { ...row, openings: gatesOf(openings) }]);
  }
  return past;
}

/** Contribution → the gates of its references now, in their order. */
export async function readOpenings(
  client: Queryable,
  contributions: readonly number[],
): Promise<Map<number, readonly number[]>> {
  if (contributions.length === 0) return new Map();
  const { rows } = await client.query<{ id: number; openings: string }>(
    'select id, openings from contribution where id = any($1::bigint[])',
    [contributions],
  );
  return new Map(rows.map(({ id, openings }) => [id, gatesOf(openings)]));
}

const gatesOf = (openings: string): number[] => (openings === '' ? [] : openings.split(' ').map(Number));

/** Contribution → those of some gates that are behind its references and portions now. */
export async function readHanging(
  client: Queryable,
  contributions: readonly number[],
  gates: readonly number[],
): Promise<Map<number, number[]>> {
  if (gates.length === 0) return new Map();
  const { rows } = await client.query<{ contribution: number; gates: number[] }>(
    `with moved as materialized (select unnest($2::bigint[]) as gate),
     hanging as (
       select c.id as contribution, r.gate from contribution c
         cross join lateral references_of(c.targets, c.openings) r join moved m on m.gate = r.gate
       where c.id = any($1::bigint[])
       union
       select p.contribution, p.gate from portion p join moved m on m.gate = p.gate
       where p.contribution = any($1::bigint[]))
     select contribution, array_agg(gate) as gates from hanging group by contribution`,
    [contributions, gates],
  );
  return new Map(rows.map((row) => [row.contribution, row.gates]));
}

/** Holding → its label now. */
export async function readHoldings(
  client: Queryable,
  holdings: readonly number[],
): Promise<Map<number, number>> {
  if (holdings.length === 0) return new Map();
  const { rows } = await client.query<{ id: number; label: number }>(
    'select id, label from holding where id = any($1::bigint[])',
    [holdings],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}
