/** What a contributor selects of its own, to relabel or to recall it. */
import type { Change } from '../change/change.ts';
import { assertPresent } from '../coalition/rights.ts';
import type { Bound } from './consented.ts';
import type { Held } from './relink.ts';

/** One's own contributions of an object, or of one version of it (microseconds). */
export interface Selection {
  object: string;
  version?: number | undefined;
}

export interface Selected extends Held, Bound {
  id: number;
  holding: number;
}

/** Contributions of one's own, as they are found for a relabelling or a recall. */
export async function select(
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

/** The objects that they are of. */
export const held = (selected: readonly Selected[]): Held[] => [
  ...new Map(selected.map(({ object, contributor }) => [object, { object, contributor }])).values(),
];
