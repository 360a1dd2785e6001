/**
 * Keeps the verdicts true: until when each gate is open to each reader class. The decision itself is the
 * pure `permitsUntil` of core; a missing row means withheld.
 */
import { parseLabel, type Label } from '@entente/core/label/label';
import { permitsUntil, type Rights } from '@entente/core/label/permits';
import { leavesOf, openUntil, parseGate } from '@entente/core/release/gate';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';

export interface GateRow {
  id: number;
  contributor: string;
  cnf: string;
}

/** What an atom stands for: a label and whose it is. */
interface Labelled {
  contributor: string;
  label: Label;
}

interface VerdictRow {
  reader: string;
  gate: number;
  until: number;
}

/** Verdicts of the given gates for the given rights, as they should be; only open ones. */
async function decide(
  client: Queryable,
  gates: readonly GateRow[],
  rights: ReadonlyMap<string, Rights>,
  at: number,
): Promise<VerdictRow[]> {
  const parsed = gates.map((gate) => ({ ...gate, parsed: parseGate(gate.cnf) }));
  const atoms = await readAtoms(client, new Set(parsed.flatMap((gate) => [...leavesOf(gate.parsed)])));
  const verdicts: VerdictRow[] = [];
  for (const [reader, held] of rights) {
    const memory = new Map<string, number>();
    const atomUntil = (atom: string): number => {
      const known = memory.get(atom);
      if (known !== undefined) return known;
      const until = untilOf(atom, atoms, held);
      memory.set(atom, until);
      return until;
    };
    for (const { id, contributor, parsed: cnf } of parsed) {
      const own = held.full && held.member === contributor;
      const until = own ? Number.MAX_SAFE_INTEGER : openUntil(cnf, atomUntil);
      if (until > at) verdicts.push({ reader, gate: id, until });
    }
  }
  return verdicts;
}

function untilOf(atom: string, labelled: ReadonlyMap<string, Labelled>, rights: Rights): number {
  if (atom.startsWith('o'))
    return rights.full && rights.member === atom.slice(1) ? Number.MAX_SAFE_INTEGER : 0;
  const found = labelled.get(atom);
  return found === undefined ? 0 : permitsUntil(found.label, found.contributor, rights);
}

async function readAtoms(client: Queryable, atoms: ReadonlySet<string>): Promise<Map<string, Labelled>> {
  const ids = (kind: string): number[] =>
    [...atoms].filter((atom) => atom.startsWith(kind)).map((atom) => Number(atom.slice(1)));
  const { rows } = await client.query<{ atom: string; contributor: string; body: string }>(
    `select 'h' || h.id as atom, h.contributor, l.body from holding h join label l on l.id = h.label
     where h.id = any($1::bigint[])
     union all
     select 'l' || id, contributor, body from label where id = any($2::bigint[])`,
    [ids('h'), ids('l')],
  );
  return new Map(rows.map(({ atom, contributor, body }) => [atom, { contributor, label: parseLabel(body) }]));
}

/**
 * Writes the verdicts of gates for all readers, or for some. What changes for a reader goes to its
 * backlog, from which the sequencer drains the feed; new gates have nothing behind them yet.
 */
export async function judge(
  change: Change,
  gates: readonly GateRow[],
  kind: 'new' | 'known',
  readers?: ReadonlySet<string>,
): Promise<void> {
  if (gates.length === 0) return;
  const rights = new Map(
    [...change.coalition.rights].filter(([reader]) => readers === undefined || readers.has(reader)),
  );
  const wanted = await decide(change.client, gates, rights, change.at);
  if (kind === 'known') await replaceVerdicts(change, gates, wanted, readers);
  else await insertVerdicts(change, wanted);
}

async function insertVerdicts(change: Change, verdicts: readonly VerdictRow[]): Promise<void> {
  await change.client.query(
    `insert into verdict (reader, gate, until) select * from unnest($1::text[], $2::bigint[], $3::bigint[])
     on conflict (reader, gate) do update set until = excluded.until`,
    [verdicts.map((row) => row.reader), verdicts.map((row) => row.gate), verdicts.map((row) => row.until)],
  );
}

async function replaceVerdicts(
  change: Change,
  gates: readonly GateRow[],
  wanted: readonly VerdictRow[],
  readers?: ReadonlySet<string>,
): Promise<void> {
  const { rows } = await change.client.query<VerdictRow>(
    `select reader, gate, until from verdict
     where gate = any($1::bigint[]) and ($2::text[] is null or reader = any($2))`,
    [gates.map(({ id }) => id), readers === undefined ? null : [...readers]],
  );
  const key = ({ reader, gate }: VerdictRow): string => `${reader} ${gate}`;
  const before = new Map(rows.map((row) => [key(row), row]));
  const after = new Map(wanted.map((row) => [key(row), row]));
  const lost = rows.filter((row) => !after.has(key(row)));
  const gained = wanted.filter((row) => !before.has(key(row)));
  const extended = wanted.filter((row) => {
    const old = before.get(key(row));
    return old !== undefined && old.until !== row.until;
  });
  await change.client.query(
    `delete from verdict v using unnest($1::text[], $2::bigint[]) as lost (reader, gate)
     where v.reader = lost.reader and v.gate = lost.gate`,
    [lost.map((row) => row.reader), lost.map((row) => row.gate)],
  );
  await insertVerdicts(change, [...gained, ...extended]);
  await change.client.query(
    `insert into backlog (change, reader, kind, key) select $1, reader, 'gate', gate
     from unnest($2::text[], $3::bigint[]) as moved (reader, gate) on conflict do nothing`,
    [change.no, [...lost, ...gained].map((row) => row.reader), [...lost, ...gained].map((row) => row.gate)],
  );
}
