/**
 * What data subjects asked to restrict. It stays with its contributor under any label that it is given meanwhile; that
 * label is kept, and is the one that it comes back to (docs/adr/0016). Whatever binds a label to a contribution asks
 * here first.
 */
import { contributorAlone, join, parseLabel, printLabel, type Label } from '@entente/core/label/label';
import type { Change } from '../change/change.ts';
import type { Queryable } from '../database/queryable.ts';
import { internHolding, internLabel, type Together } from '../gate/intern.ts';

/** Object → requests that restrict it. */
export type Restricted = ReadonlyMap<string, readonly string[]>;

/** Of these objects, those that requests of the contributor's register restrict. */
export async function readRestricted(
  { client }: Change,
  contributor: string,
  objects: readonly string[],
): Promise<Restricted> {
  const { rows } = await client.query<{ object: string; requests: string[] }>(
    `select o.object, array_agg(r.id order by r.id) as requests from subject_request r
       join subject_request_object o on o.request = r.id
     where r.member = $1 and r.restricted and o.object = any(string_to_array($2, ' ')) group by o.object`,
    [contributor, objects.join(' ')],
  );
  return new Map(rows.map(({ object, requests }) => [object, requests]));
}

/** SQL: of `contribution c` under `label l`, the label in print that it has, or comes back to where it is restricted. */
export const meantLabel = `coalesce((select s.label from subject_restriction s where s.contribution = c.id
  order by s.request limit 1), l.body)`;

/** The label that holds while something is restricted. */
export const restrictedLabel = (contributor: string, label: Label): Label =>
  contributorAlone(contributor, label);

/**
 * Id of the holding that a member's contribution goes into under a label. What is restricted goes under the label that
 * is its contributor's alone, belongs to no batch and waits for no second person, so that nothing moves it with others.
 */
export async function holdingOf(
  change: Change,
  contributor: string,
  { label, ...together }: Together & { label: Label },
  isRestricted: boolean,
): Promise<number> {
  const bound = isRestricted ? restrictedLabel(contributor, label) : label;
  const id = await internLabel(change, contributor, bound);
  return internHolding(change, contributor, id, isRestricted ? { batch: null } : together);
}

/** A contribution that is restricted, and the label that it comes back to. */
export interface Kept {
  id: number;
  object: string;
  label: Label;
}

/** Keeps the labels that contributions come back to, for every request that restricts them. */
export async function keepRestricted(
  { client }: Change,
  restricted: Restricted,
  kept: readonly Kept[],
): Promise<void> {
  const rows = kept.flatMap(({ id, object, label }) =>
    (restricted.get(object) ?? []).map((request) => ({
      request,
      contribution: id,
      label: printLabel(label),
    })),
  );
  if (rows.length > 0) await keepLabels(client, rows);
}

/** The same, of single requests; labels in print. */
export async function keepLabels(
  client: Queryable,
  rows: readonly { request: string; contribution: number; label: string }[],
): Promise<void> {
  await client.query(
    `insert into subject_restriction (request, contribution, label)
     select * from unnest($1::text[], $2::bigint[], $3::text[])
     on conflict (request, contribution) do update set label = excluded.label`,
    [
      rows.map(({ request }) => request),
      rows.map(({ contribution }) => contribution),
      rows.map(({ label }) => label),
    ],
  );
}

/**
 * What is restricted has left its batch. A label that the batch is given meanwhile narrows what it comes back to, and
 * widens nothing of it.
 */
export async function narrowRestricted(
  { client }: Change,
  contributor: string,
  batch: string,
  label: Label,
): Promise<void> {
  const { rows } = await client.query<{ request: string; contribution: number; label: string }>(
    `select s.request, s.contribution, s.label from subject_request r
       join subject_restriction s on s.request = r.id
       join contribution c on c.id = s.contribution join change k on k.no = c.change
     where r.member = $1 and r.restricted and k.act = $2`,
    [contributor, batch],
  );
  const narrowed = rows.map((row) => ({ ...row, label: printLabel(join(parseLabel(row.label), label)) }));
  if (narrowed.length > 0) await keepLabels(client, narrowed);
}

/**
 * Of a batch, what left it by a restriction that was lifted since, by the label that it has: whoever relabels the batch
 * need not know of the request, so what narrows it narrows this too. Nothing of it is widened with its batch.
 */
export async function readLifted(
  { client }: Change,
  contributor: string,
  batch: string,
): Promise<{ label: string; contributions: number[] }[]> {
  const { rows } = await client.query<{ label: string; contributions: number[] }>(
    `select l.body as label, array_agg(c.id order by c.id) as contributions from contribution c
       join change k on k.no = c.change join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 and k.act = $2 and h.batch is distinct from $2
       and c.object in (select o.object from subject_request r join subject_request_object o on o.request = r.id
         join subject_event e on e.request = r.id and e.kind = 'restricted' where r.member = $1)
       and not exists (select from subject_restriction s where s.contribution = c.id)
     group by l.body order by l.body`,
    [contributor, batch],
  );
  return rows;
}
