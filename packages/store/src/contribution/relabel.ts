/** Relabelling and recall: what the contributor does with what it has put in. */
import type { Label } from '@entente/core/label/label';
import type { Change } from '../change/change.ts';
import { assertPresent } from '../coalition/rights.ts';
import { takeBackEmptied } from '../consent/writer.ts';
import { tellTakenBack } from '../consent/tell.ts';
import { internHolding, internLabel } from '../gate/intern.ts';
import { judge, type GateRow } from '../gate/verdict.ts';
import { boundLabel, type Bound } from './consented.ts';
import { keyOfReference } from './reference.ts';
import { relinkObjects, type Held } from './relink.ts';
import { touch } from './touch.ts';
import { noteOfLabels, noteWithdrawal, type Had, type WithdrawalKind } from '../recall/withdrawal.ts';

/** One's own contributions of an object, or of one version of it (microseconds). */
export interface Selection {
  object: string;
  version?: number | undefined;
}

interface Selected extends Held, Bound {
  id: number;
  holding: number;
}

/**
 * Gives one's own contributions another label; returns how many there were. What waits for its owners'
 * consent stays with its contributor under any label, and what they consented to gets no wider than that.
 * @param proposal what they wait for under this label; what waits for its owners waits for nothing else
 */
export async function relabel(
  change: Change,
  contributor: string,
  selection: readonly Selection[],
  label: Label,
  proposal?: string,
): Promise<number> {
  return relabelSelected(change, contributor, await select(change, contributor, selection), label, proposal);
}

/** The same for single contributions of the contributor's, by their internal ids; those that are gone are left out. */
export async function relabelContributions(
  change: Change,
  contributor: string,
  contributions: readonly number[],
  label: Label,
): Promise<number> {
  assertPresent(change.coalition, contributor);
  const { rows } = await change.client.query<Selected>(
    `select c.id, c.object, c.contributor, c.holding, c.held, k.released from contribution c
     left join consent k on k.id = c.consent where c.contributor = $1 and c.id = any($2::bigint[]) order by c.id`,
    [contributor, contributions],
  );
  return relabelSelected(change, contributor, rows, label);
}

async function relabelSelected(
  change: Change,
  contributor: string,
  selected: readonly Selected[],
  label: Label,
  proposal?: string,
): Promise<number> {
  const moving: Selected[] = [];
  const boundOf = ({ held, released }: Bound): string => JSON.stringify([held, released]);
  for (const bound of new Set(selected.map(boundOf))) {
    const same = selected.filter((one) => boundOf(one) === bound);
    const [one] = same as [Selected];
    const after = boundLabel(label, contributor, one);
    const ids = same.map(({ id }) => id);
    await noteWithdrawal(change, contributor, ids, { kind: 'narrowing', after });
    const labelId = await internLabel(change, contributor, after);
    const waits = one.held === null ? proposal : undefined;
    const holding = await internHolding(change, contributor, labelId, { batch: null, proposal: waits });
    const moved = same.filter((one) => one.holding !== holding);
    const movedIds = moved.map(({ id }) => id);
    await touch(change, movedIds);
    await change.client.query('update contribution set holding = $1 where id = any($2::bigint[])', [
      holding,
      movedIds,
    ]);
    moving.push(...moved);
  }
  await relinkSelected(change, moving);
  return selected.length;
}

/**
 * Gives a whole batch another label: one pointer moves, whatever the number of objects.
 * @param proposal what it waits for under this label; whatever it waited for before, it does so no more
 */
export async function relabelBatch(
  change: Change,
  contributor: string,
  batch: string,
  label: Label,
  proposal?: string,
): Promise<void> {
  assertPresent(change.coalition, contributor);
  await noteNarrowing(change, contributor, 'h.batch = $2', batch, label);
  const labelId = await internLabel(change, contributor, label);
  const { rows } = await change.client.query<Relabelled>(
    `update holding h set label = $3, proposal = $4 from holding o
     where o.id = h.id and h.batch = $1 and h.contributor = $2
       and (h.label <> $3 or h.proposal is distinct from $4) returning h.id, o.label`,
    [batch, contributor, labelId, proposal ?? null],
  );
  await judgeHoldings(change, rows);
}

/** Gives what waits for a proposal the label that was agreed to; returns how many contributions there were. */
export async function relabelProposed(
  change: Change,
  contributor: string,
  proposal: string,
  label: Label,
): Promise<number> {
  assertPresent(change.coalition, contributor);
  await noteNarrowing(change, contributor, 'h.proposal = $2', proposal, label);
  const labelId = await internLabel(change, contributor, label);
  const { rows } = await change.client.query<Relabelled & { held: number }>(
    `update holding h set label = $3 from holding o where o.id = h.id and h.proposal = $1 and h.contributor = $2
     returning h.id, o.label, (select count(*) from contribution c where c.holding = h.id) as held`,
    [proposal, contributor, labelId],
  );
  await judgeHoldings(change, rows);
  return rows.reduce((sum, { held }) => sum + held, 0);
}

/** What is about to be narrowed with its holdings. */
async function noteNarrowing(
  change: Change,
  contributor: string,
  which: 'h.batch = $2' | 'h.proposal = $2',
  key: string,
  after: Label,
): Promise<void> {
  const where = `where h.contributor = $1 and ${which}`;
  const { rows: labels } = await change.client.query<Had>(
    `select distinct h.label, l.body from holding h join label l on l.id = h.label ${where}`,
    [contributor, key],
  );
  const load = async (): Promise<number[]> => {
    const { rows } = await change.client.query<{ id: number }>(
      `select c.id from holding h join contribution c on c.holding = h.id ${where}`,
      [contributor, key],
    );
    return rows.map(({ id }) => id);
  };
  await noteOfLabels(change, contributor, labels, load, { kind: 'narrowing', after });
}

/** A holding whose label is another now, and the label that it had. */
interface Relabelled {
  id: number;
  label: number;
}

/**
 * Has gates and feeds follow holdings whose label is another now. Whoever keeps what they hold may be served
 * another label; who gains or loses it is noted with the gates.
 */
async function judgeHoldings(change: Change, holdings: readonly Relabelled[]): Promise<void> {
  await judgeAtoms(
    change,
    holdings.map(({ id }) => `h${id}`),
  );
  await change.client.query(
    `insert into backlog (change, reader, kind, key, label)
     select distinct $1::bigint, v.reader, 'holding', h, label
     from unnest($2::bigint[], $3::bigint[]) as moved (h, label)
     join gate_atom a on a.atom = 'h' || h join verdict v on v.gate = a.gate on conflict do nothing`,
    [change.no, holdings.map(({ id }) => id), holdings.map(({ label }) => label)],
  );
}

/** Judges again every gate in which one of these atoms stands. */
async function judgeAtoms(change: Change, atoms: readonly string[]): Promise<void> {
  const { rows } = await change.client.query<GateRow>(
    `select distinct g.id, g.contributor, g.cnf from gate_atom a join gate g on g.id = a.gate
     where a.atom = any($1::text[])`,
    [atoms],
  );
  await judge(change, rows, 'known');
}

/** Takes one's own contributions out of the cell; returns how many there were. */
export async function recall(
  change: Change,
  contributor: string,
  selection: readonly Selection[],
  kind: WithdrawalKind = 'recall',
): Promise<number> {
  return recallSelected(change, contributor, await select(change, contributor, selection), kind);
}

/** Takes out what one batch put in and is still there; returns how many contributions there were. */
export async function recallBatch(change: Change, contributor: string, batch: string): Promise<number> {
  assertPresent(change.coalition, contributor);
  const { rows } = await change.client.query<Selected>(
    `select c.id, c.object, c.contributor, c.holding, c.held, null as released from change h
     join contribution c on c.change = h.no where c.contributor = $1 and h.act = $2 order by c.id`,
    [contributor, batch],
  );
  return recallSelected(change, contributor, rows, 'recall');
}

async function recallSelected(
  change: Change,
  contributor: string,
  selected: readonly Selected[],
  kind: WithdrawalKind,
): Promise<number> {
  const ids = selected.map(({ id }) => id);
  await noteWithdrawal(change, contributor, ids, { kind });
  await touch(change, ids);
  await change.client.query(
    `insert into put_before (contributor, object) select $1, unnest($2::text[]) on conflict do nothing`,
    [contributor, selected.filter(({ held }) => held === null).map(({ object }) => object)],
  );
  await change.client.query(
    'insert into former (id, contributor, object, version) select id, contributor, object, version from contribution where id = any($1::bigint[])',
    [ids],
  );
  await change.client.query(
    `delete from reference k using contribution c, unnest(string_to_array(c.targets, ' ')) as r (target)
     where c.id = any($1::bigint[]) and k.contribution = c.id and k.key = ${keyOfReference('r.target')}`,
    [ids],
  );
  for (const table of ['ground', 'portion', 'search']) {
    await change.client.query(`delete from ${table} where contribution = any($1::bigint[])`, [ids]);
  }
  await change.client.query('delete from contribution where id = any($1::bigint[])', [ids]);
  await tellTakenBack(change, contributor, await takeBackEmptied(change, ids));
  await relinkObjects(change, held(selected));
  return selected.length;
}

async function select(
  { client, coalition }: Change,
  contributor: string,
  selection: readonly Selection[],
): Promise<Selected[]> {
  assertPresent(coalition, contributor);
  const { rows } = await client.query<Selected>(
    `select distinct c.id, c.object, c.contributor, c.holding, c.held, k.released
     from unnest($2::text[], $3::bigint[]) as s (object, version)
     join contribution c on c.object = s.object and (s.version is null or c.version = s.version)
     left join consent k on k.id = c.consent
     where c.contributor = $1 order by c.id`,
    [contributor, selection.map(({ object }) => object), selection.map(({ version }) => version ?? null)],
  );
  return rows;
}

const held = (selected: readonly Selected[]): Held[] => [
  ...new Map(selected.map(({ object, contributor }) => [object, { object, contributor }])).values(),
];

/** The moved contributions themselves, and all that hangs on them. */
async function relinkSelected(change: Change, selected: readonly Selected[]): Promise<void> {
  await relinkObjects(
    change,
    held(selected),
    selected.map(({ id }) => id),
  );
}
