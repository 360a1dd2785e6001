/** Counts of what a search finds, from the view alone. */
import type { Binding } from './binding.ts';
import { latestServed } from './browse.ts';
import { held, isHeld, withGates } from './feed.ts';
import { termsOf } from './objects.ts';

export interface CountQuery {
  /** Folded words, all of which must be seen; none: everything. */
  words: readonly string[];
  /** Whether the last word may be a beginning. */
  prefix: boolean;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** How many objects are counted, in the order of the search; all where it is left out. */
  most?: number | undefined;
}

export interface Count {
  type: string;
  /** Whose version is served. */
  contributor: string;
  /** Codes of the version that is served: of its label, and those of TLP that it names itself. */
  markings: string[];
  count: number;
}

/** Labels are few: their codes are looked up once for all that is under one of them. */
const grouped = `, alike as (
    select split_part(object, '--', 1) as type, contributor, holding, tlp, count(*) as count
    from found group by 1, 2, 3, 4)
  select a.type, a.contributor, l.codes || coalesce(a.tlp, '{}') as markings, sum(a.count)::bigint as count
    from alike a join holding h on h.id = a.holding join label l on l.id = h.label
    group by 1, 2, 3 order by 1, 2, 3`;

const browsed = `${withGates}, found as materialized (
    select f.object, f.contributor, c.holding, c.tlp from ${held}
    where ${latestServed} order by f.at desc limit $4) ${grouped}`;

// What the feed has not come to has nobody yet whose version is served.
const searched = `${withGates}, found as materialized (
    select h.object, served.* from search_view($5::tsquery, null, $2, $3, null, null, $4, null, null) h
      cross join lateral (select f.contributor, c.holding, c.tlp from ${held}
        where f.object = h.object and f.reader = $1 and f.shown and ${isHeld}
        order by f.version desc limit 1) served) ${grouped}`;

/** How many objects there are by type, by whose version of them is served, and by how that is marked. */
export async function countObjects(
  { client, reader }: Binding,
  { words, prefix, since, before, most }: CountQuery,
): Promise<Count[]> {
  const values = [reader.id, since ?? null, before ?? null, most ?? null];
  const { rows } =
    words.length === 0
      ? await client.query<Count>(browsed, values)
      : await client.query<Count>(searched, [...values, termsOf(words, prefix)]);
  return rows;
}
