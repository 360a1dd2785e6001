import { isCode, printLabel, type Label } from '@entente/core/label/label';
import { leavesOf, parseGate, type Cnf, printGate } from '@entente/core/release/gate';
import type { Change } from '../change/change.ts';
import { judge } from './verdict.ts';

/** Id of the label, made where the contributor did not have it. Labels are immutable. */
export async function internLabel(change: Change, contributor: string, label: Label): Promise<number> {
  const body = printLabel(label);
  const found = await change.client.query<{ id: number }>(
    'select id from label where contributor = $1 and body = $2',
    [contributor, body],
  );
  if (found.rows[0] !== undefined) return found.rows[0].id;
  const made = await change.client.query<{ id: number }>(
    'insert into label (contributor, body, codes) values ($1, $2, $3) returning id',
    [contributor, body, label.handling.filter(isCode)],
  );
  return (made.rows[0] as { id: number }).id;
}

/** What holds contributions together besides their label. */
export interface Together {
  batch: string | null;
  /** The proposal that they wait for. */
  proposal?: string | undefined;
}

/**
 * Id of the holding: what one contributor labels together. An import has holdings of its own, and so has what
 * waits for a second person, so that relabelling it moves one pointer; everything else shares one holding for
 * each label.
 */
export async function internHolding(
  change: Change,
  contributor: string,
  label: number,
  { batch, proposal }: Together,
): Promise<number> {
  const values = [contributor, label, batch, proposal ?? null];
  const found = await change.client.query<{ id: number }>(
    `select id from holding where contributor = $1 and label = $2 and batch is not distinct from $3
       and proposal is not distinct from $4 order by id limit 1`,
    values,
  );
  if (found.rows[0] !== undefined) return found.rows[0].id;
  const made = await change.client.query<{ id: number }>(
    'insert into holding (contributor, label, batch, proposal) values ($1, $2, $3, $4) returning id',
    values,
  );
  return (made.rows[0] as { id: number }).id;
}

/** Ids of gates, by their print; those that are new get their verdicts at once. */
export async function internGates(
  change: Change,
  contributor: string,
  gates: Iterable<Cnf>,
): Promise<Map<string, number>> {
  const prints = [...new Set([...gates].map(printGate))];
  const ids = await findGates(change, contributor, prints);
  const missing = prints.filter((print) => !ids.has(print));
  if (missing.length === 0) return ids;
  const made = await change.client.query<{ id: number; cnf: string }>(
    'insert into gate (contributor, cnf) select $1, unnest($2::text[]) returning id, cnf',
    [contributor, missing],
  );
  for (const { id, cnf } of made.rows) ids.set(cnf, id);
  const atoms = made.rows.flatMap(({ id, cnf }) =>
    [...leavesOf(parseGate(cnf))].map((atom) => ({ atom, gate: id })),
  );
  await change.client.query(
    'insert into gate_atom (atom, gate) select * from unnest($1::text[], $2::bigint[])',
    [atoms.map(({ atom }) => atom), atoms.map(({ gate }) => gate)],
  );
  await judge(
    change,
    made.rows.map(({ id, cnf }) => ({ id, contributor, cnf })),
    'new',
  );
  return ids;
}

async function findGates(
  change: Change,
  contributor: string,
  prints: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await change.client.query<{ id: number; cnf: string }>(
    `select g.id, g.cnf from unnest($2::text[]) as p (cnf)
     join gate g on g.contributor = $1 and md5(g.cnf) = md5(p.cnf) and g.cnf = p.cnf`,
    [contributor, prints],
  );
  return new Map(rows.map(({ id, cnf }) => [cnf, id]));
}
