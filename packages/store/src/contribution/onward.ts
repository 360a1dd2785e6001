/**
 * Onward release: putting in what one sees, or saw, under another's ownership, and had not put in before. Judged in
 * the contributor's own view alone; it stays with its contributor until the owners consent.
 */
import { parseLabel } from '@entente/core/label/label';
import type { Change } from '../change/change.ts';
import type { Puttable } from './puttable.ts';
import type { Surroundings } from './surroundings.ts';

/** Object → owners whose consent it waits for. */
export async function readHeldOwners(
  change: Change,
  surroundings: Surroundings,
  objects: readonly Puttable[],
): Promise<Map<string, string[]>> {
  const { contributor, own, foreign } = surroundings;
  const ids = objects.map(({ id }) => id);
  const owned = await readOwnedBefore(change, contributor, ids);
  const had = new Set(own.map(({ object }) => object));
  const asked = ids.filter((id) => had.has(id) || foreign.has(id) || owned.has(id));
  if (asked.length === 0) return new Map();
  const { open, rows } = await readOpen(change, contributor, asked);
  const held = new Map<string, Set<string>>();
  const hold = (object: string, owners: readonly string[]): void => {
    const others = owners.filter((owner) => owner !== contributor);
    if (others.length > 0) held.set(object, new Set([...(held.get(object) ?? []), ...others]));
  };
  const seen = (object: string): Set<string> =>
    new Set((foreign.get(object) ?? []).map((ground) => ground.contributor));
  for (const { object, waits, body } of rows) {
    // Of the owners, those whom the label shows to the contributor.
    const shown = seen(object);
    const { owners } = parseLabel(body);
    hold(object, waits ? owners : owners.filter((owner) => shown.has(owner)));
  }
  for (const [object, owners] of owned)
    if (open.has(object))
      hold(
        object,
        owners.filter((owner) => !seen(object).has(owner)),
      );
  return new Map([...held].map(([object, owners]) => [object, [...owners].sort()]));
}

/** What the contributor's feed has had under ownership: by object, whose it was. */
async function readOwnedBefore(
  { client }: Change,
  contributor: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ object: string; owner: string }>(
    `select object, owner from owned_before where member = $1 and object = any(string_to_array($2, ' '))
     union
     select object, contributor from feed where reader = $1 and owned and object = any(string_to_array($2, ' '))`,
    [contributor, ids.join(' ')],
  );
  const owned = new Map<string, string[]>();
  for (const { object, owner } of rows) owned.set(object, [...(owned.get(object) ?? []), owner]);
  return owned;
}

interface OwnedRow {
  object: string;
  /** Whether the contributor's own waits for them already. */
  waits: boolean;
  /** A label, or its owners. */
  body: string;
}

/** Of these objects, those that the contributor never put in free of a hold; and what holds them now. */
async function readOpen(
  { client, at }: Change,
  contributor: string,
  asked: readonly string[],
): Promise<{ open: Set<string>; rows: OwnedRow[] }> {
  const { rows } = await client.query<Omit<OwnedRow, 'body'> & { body: string | null }>(
    `with asked as (select distinct unnest($2::text[]) as object),
     open as (
       select object from asked a where not exists (
         select from contribution c where c.contributor = $1 and c.object = a.object and c.held is null)
       and not exists (select from put_before p where p.contributor = $1 and p.object = a.object))
     select object, false as waits, null as body from open
     union all
     select c.object, false, l.body from open o join contribution c on c.object = o.object and c.contributor <> $1
       join holding h on h.id = c.holding join label l on l.id = h.label
       join verdict v on v.reader = $1 and v.gate = c.gate and v.until > $3
       where l.body not like '%"owners":[]%'
     union all
     select c.object, true, '{"owners":' || c.held || '}' from open o
       join contribution c on c.object = o.object and c.contributor = $1 where c.held is not null`,
    [contributor, asked, at],
  );
  return {
    open: new Set(rows.map(({ object }) => object)),
    rows: rows.flatMap(({ body, ...row }) => (body === null ? [] : [{ ...row, body }])),
  };
}
