/**
 * What a member takes back of what it gave, and from whom as far as its own labels say: noted before it is taken, for
 * the state that its contributor is told (docs/adr/0015).
 */
import { Foresight } from '@entente/core/coalition/foresight';
import { parseLabel, type Label } from '@entente/core/label/label';
import { permitsAsMuch } from '@entente/core/label/permits';
import type { Change } from '../change/change.ts';

export type WithdrawalKind = 'recall' | 'narrowing' | 'erasure';

/** A label that something has. */
export interface Had {
  label: number;
  body: string;
}

interface Withdrawal {
  kind: WithdrawalKind;
  /** The label that all of it gets; `undefined` where it is taken out. */
  after?: Label;
  /** What the act takes in all, where that is more. */
  taken?: readonly number[];
}

/**
 * Notes what is about to be taken out, or given another label.
 * @param contributions internal ids, all of the contributor
 */
export async function noteWithdrawal(
  change: Change,
  contributor: string,
  contributions: readonly number[],
  withdrawal: Withdrawal,
): Promise<void> {
  if (contributions.length === 0) return;
  const { rows } = await change.client.query<Had>(
    `select distinct h.label, l.body from contribution c join holding h on h.id = c.holding
       join label l on l.id = h.label
     where c.contributor = $1 and c.id = any($2::bigint[])`,
    [contributor, contributions],
  );
  await noteOfLabels(change, contributor, rows, () => Promise.resolve(contributions), withdrawal);
}

/** The same of what has these labels; `load` finds it, where anybody loses it. */
export async function noteOfLabels(
  change: Change,
  contributor: string,
  labels: readonly Had[],
  load: () => Promise<readonly number[]>,
  { kind, after, taken }: Withdrawal,
): Promise<void> {
  const losing = labels.flatMap(({ label, body }) => {
    const before = parseLabel(body);
    const isOver = before.until !== undefined && before.until <= change.at;
    const lost =
      kind === 'erasure' && isOver
        ? formerLosersOf(change, contributor, before)
        : losersOf(change, contributor, { before, after, kind });
    return lost.members.length > 0 || lost.unsure ? [{ label, ...lost }] : [];
  });
  if (losing.length === 0) return;
  const { client, act, at } = change;
  await client.query(
    'insert into withdrawal (act, contributor, at, kind) values ($1, $2, $3, $4) on conflict do nothing',
    [act, contributor, at, kind],
  );
  for (const { label, members, unsure } of losing)
    await client.query(
      `insert into withdrawn_label (act, label, members, unsure) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [act, label, members, unsure],
    );
  const lost = await load();
  const lostLabels = losing.map(({ label }) => label);
  await noteObjects(change, contributor, { lost, taken: taken ?? lost, labels: lostLabels });
}

/** Certain is what no other version, no end and no part decides, and no version that revokes. */
async function noteObjects(
  { client, act }: Change,
  contributor: string,
  { lost, taken, labels }: Record<'lost' | 'taken' | 'labels', readonly number[]>,
): Promise<void> {
  await client.query(
    `with taken as materialized (select unnest($5::bigint[]) as id)
     insert into withdrawn (act, object, label, certain)
     select distinct $1, c.object, h.label, c.needs is null and not exists (
         select from contribution o left join taken t on t.id = o.id
         where o.object = c.object and o.contributor = $2 and (o.revoked or t.id is null))
     from unnest($3::bigint[]) as l (id) join contribution c on c.id = l.id join holding h on h.id = c.holding
     where c.contributor = $2 and h.label = any($4::bigint[]) on conflict do nothing`,
    [act, contributor, lost, labels, taken],
  );
}

/** Whoever had it while its time ran is told of its erasure; who was there then is not for the label to say. */
function formerLosersOf(
  change: Change,
  contributor: string,
  { until: _over, ...open }: Label,
): ReturnType<typeof losersOf> {
  const { members, unsure } = losersOf(change, contributor, {
    before: open,
    after: undefined,
    kind: 'erasure',
  });
  return { members: [], unsure: unsure || members.length > 0 };
}

/**
 * Members that the labels say had it and have it no more, and whether the labels leave open who else. Whoever is
 * suspended has nothing to lose; of an erasure it is told all the same, as one of those whose time was over.
 */
function losersOf(
  { coalition, at }: Change,
  contributor: string,
  { before, after, kind }: { before: Label; after: Label | undefined; kind: WithdrawalKind },
): { members: string[]; unsure: boolean } {
  const members: string[] = [];
  let unsure = false;
  const stays = after !== undefined && (after.until === undefined || after.until > at);
  // Whoever else there is, nobody loses it.
  if (stays && permitsAsMuch(after, before)) return { members, unsure };
  for (const [member, { departed, suspended }] of coalition.members) {
    if (departed || (suspended && kind !== 'erasure') || member === contributor) continue;
    const foresight = new Foresight(coalition.rosters, contributor, member);
    const had = foresight.label(before, at);
    const has = after === undefined ? 'no' : foresight.label(after, at);
    if (had === 'no' || has === 'yes') continue;
    if (had === 'yes' && has === 'no' && !suspended) members.push(member);
    else unsure = true;
  }
  return { members: members.sort(), unsure };
}
