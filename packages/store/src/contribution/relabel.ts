/** Relabelling: what the contributor does with what it has put in, as recall.ts. */
import { join, parseLabel, type Label } from '@entente/core/label/label';
import type { Change } from '../change/change.ts';
import { assertPresent } from '../coalition/rights.ts';
import { internLabel } from '../gate/intern.ts';
import { judge, type GateRow } from '../gate/verdict.ts';
import { boundLabel } from './consented.ts';
import { relinkObjects } from './relink.ts';
import {
  holdingOf,
  keepRestricted,
  narrowRestricted,
  readLifted,
  readRestricted,
  restrictedLabel,
  type Restricted,
} from './restricted.ts';
import { held, select, type Selected, type Selection } from './selected.ts';
import { touch } from './touch.ts';
import { noteOfLabels, noteWithdrawal, type Had } from '../recall/withdrawal.ts';

export type { Selection } from './selected.ts';

/** Contributions of one's own, by their internal ids, and the label that they get. */
export interface Labelling {
  label: Label;
  contributions: readonly number[];
}

/**
 * Gives one's own contributions another label; returns how many there were. What waits for its owners'
 * consent stays with its contributor under any label, what they consented to gets no wider than that, and what is
 * restricted comes back to the label when that is lifted.
 * @param proposal what they wait for under this label; what waits for its owners waits for nothing else
 */
export async function relabel(
  change: Change,
  contributor: string,
  selection: readonly Selection[],
  label: Label,
  proposal?: string,
): Promise<number> {
  const selected = await select(change, contributor, selection);
  return relabelSelected(change, contributor, [{ label, selected }], proposal);
}

/** The same for single contributions of the contributor's, in one act; those that are gone are left out. */
export async function relabelContributions(
  change: Change,
  contributor: string,
  labellings: readonly Labelling[],
): Promise<number> {
  assertPresent(change.coalition, contributor);
  const { rows } = await change.client.query<Selected>(
    `select c.id, c.object, c.contributor, c.holding, c.held, k.released from contribution c
     left join consent k on k.id = c.consent where c.contributor = $1 and c.id = any($2::bigint[]) order by c.id`,
    [contributor, labellings.flatMap(({ contributions }) => contributions)],
  );
  const wanted = labellings.map(({ label, contributions }) => {
    const meant = new Set(contributions);
    return { label, selected: rows.filter(({ id }) => meant.has(id)) };
  });
  return relabelSelected(change, contributor, wanted);
}

interface Wanted {
  label: Label;
  selected: readonly Selected[];
}

/** Contributions that get the same label. */
interface Binding {
  /** The label that they may get of the one asked for. */
  meant: Label;
  isRestricted: boolean;
  /** Whether it waits for nobody but a second person of the contributor's. */
  isOwn: boolean;
  selected: readonly Selected[];
}

async function relabelSelected(
  change: Change,
  contributor: string,
  wanted: readonly Wanted[],
  proposal?: string,
): Promise<number> {
  const all = wanted.flatMap(({ selected }) => selected);
  const objects = [...new Set(all.map(({ object }) => object))];
  const restricted = await readRestricted(change, contributor, objects);
  const bindings = wanted.flatMap((one) => bindingsOf(contributor, one, restricted));
  const taken = all.map(({ id }) => id);
  const moving: Selected[] = [];
  for (const { meant, isRestricted, isOwn, selected: same } of bindings) {
    const after = isRestricted ? restrictedLabel(contributor, meant) : meant;
    const ids = same.map(({ id }) => id);
    await noteWithdrawal(change, contributor, ids, { kind: 'narrowing', after, taken });
    const asked = { label: meant, batch: null, proposal: isOwn ? proposal : undefined };
    const holding = await holdingOf(change, contributor, asked, isRestricted);
    const moved = same.filter((one) => one.holding !== holding);
    const movedIds = moved.map(({ id }) => id);
    await touch(change, movedIds);
    await change.client.query('update contribution set holding = $1 where id = any($2::bigint[])', [
      holding,
      movedIds,
    ]);
    moving.push(...moved);
    const kept = same.map(({ id, object }) => ({ id, object, label: meant }));
    if (isRestricted) await keepRestricted(change, restricted, kept);
  }
  await relinkSelected(change, moving);
  return all.length;
}

function bindingsOf(contributor: string, { label, selected }: Wanted, restricted: Restricted): Binding[] {
  const bindingOf = (one: Selected): string =>
    JSON.stringify([one.held, one.released, restricted.has(one.object)]);
  return [...new Set(selected.map(bindingOf))].map((print) => {
    const same = selected.filter((one) => bindingOf(one) === print);
    const [one] = same as [Selected];
    const isRestricted = restricted.has(one.object);
    return {
      meant: boundLabel(label, contributor, one),
      isRestricted,
      isOwn: one.held === null,
      selected: same,
    };
  });
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
  await narrowRestricted(change, contributor, batch, label);
  await judgeHoldings(change, rows);
  const lifted = await readLifted(change, contributor, batch);
  const narrowed = lifted.map((one) => ({
    label: join(parseLabel(one.label), label),
    contributions: one.contributions,
  }));
  if (narrowed.length > 0) await relabelContributions(change, contributor, narrowed);
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

/** The moved contributions themselves, and all that hangs on them. */
async function relinkSelected(change: Change, selected: readonly Selected[]): Promise<void> {
  await relinkObjects(
    change,
    held(selected),
    selected.map(({ id }) => id),
  );
}
