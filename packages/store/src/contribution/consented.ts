/** What becomes of what is held back when its owners consent, and when one of them withdraws (docs/adr/0012). */
import { join, makeLabel, parseLabel, type Label } from '@entente/core/label/label';
import { heldLabel } from '@entente/core/label/resolve';
import type { Change } from '../change/change.ts';
import { relinkObjects } from './relink.ts';
import { holdingOf, keepRestricted, meantLabel, readRestricted } from './restricted.ts';
import { takeParts } from './taken-parts.ts';
import { touch } from './touch.ts';

interface ConsentedRow {
  id: number;
  object: string;
  contributor: string;
  held: string;
  label: string;
}

/** Whether something waits for its owners, and the label that they consented to where they have. */
export interface Bound {
  /** Owners, as JSON. */
  held: string | null;
  /** Print of a label. */
  released: string | null;
}

/**
 * The label that its contributor may give what others own: its own alone while it waits for them, and no wider than
 * they consented to.
 */
export function boundLabel(label: Label, contributor: string, { held, released }: Bound): Label {
  if (held === null) return label;
  const owners = JSON.parse(held) as string[];
  return released === null
    ? heldLabel(label, contributor, owners)
    : withOwners(join(label, parseLabel(released)), contributor, owners);
}

const withOwners = (label: Label, contributor: string, owners: readonly string[]): Label =>
  makeLabel({ ...label, owners: [...label.owners, ...owners, contributor] });

/** Releases what a request is about and is still there, under the label that all its owners consented to. */
export async function releaseConsented(
  change: Change,
  consent: string,
  released: Label,
  taken: readonly string[],
): Promise<void> {
  const rows = await readConsented(change, 'i.consent = $1', consent);
  const ids = rows.map(({ id }) => id);
  await touch(change, ids);
  await change.client.query('update contribution set consent = $2 where id = any($1::bigint[])', [
    ids,
    consent,
  ]);
  for (const contributor of new Set(rows.map((row) => row.contributor)))
    await takeParts(change, contributor, ids, taken);
  await relabelAll(change, rows, ({ contributor, held }) =>
    withOwners(released, contributor, JSON.parse(held) as string[]),
  );
}

/** Holds back again what a request released. */
export async function holdAgain(change: Change, consent: string): Promise<void> {
  const rows = await readConsented(change, 'i.consent = $1 and c.consent = $1', consent);
  const ids = rows.map(({ id }) => id);
  await touch(change, ids);
  await change.client.query('update contribution set consent = null where id = any($1::bigint[])', [ids]);
  await relabelAll(change, rows, ({ label, contributor, held }) =>
    heldLabel(parseLabel(label), contributor, JSON.parse(held) as string[]),
  );
}

async function readConsented(
  { client }: Change,
  condition: string,
  consent: string,
): Promise<ConsentedRow[]> {
  const { rows } = await client.query<ConsentedRow>(
    `select c.id, c.object, c.contributor, c.held, ${meantLabel} as label from consent_item i
       join contribution c on c.id = i.contribution and c.held is not null
       join holding h on h.id = c.holding join label l on l.id = h.label
     where ${condition} order by c.id`,
    [consent],
  );
  return rows;
}

async function relabelAll(
  change: Change,
  rows: readonly ConsentedRow[],
  labelOf: (row: ConsentedRow) => Label,
): Promise<void> {
  const objects = new Map(rows.map(({ object, contributor }) => [object, { object, contributor }]));
  for (const contributor of new Set(rows.map((row) => row.contributor))) {
    const restricted = await readRestricted(change, contributor, [...objects.keys()]);
    for (const row of rows.filter((one) => one.contributor === contributor)) {
      const meant = labelOf(row);
      const isRestricted = restricted.has(row.object);
      const holding = await holdingOf(change, contributor, { label: meant, batch: null }, isRestricted);
      await change.client.query('update contribution set holding = $2 where id = $1', [row.id, holding]);
      if (isRestricted) await keepRestricted(change, restricted, [{ ...row, label: meant }]);
    }
  }
  await relinkObjects(
    change,
    [...objects.values()],
    rows.map(({ id }) => id),
  );
}
