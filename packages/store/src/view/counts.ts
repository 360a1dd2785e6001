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
  count: number;
}

const grouped = `select split_part(object, '--', 1) as type, contributor, count(*) as count
    from found group by 1, 2 order by 1, 2`;

const browsed = `${withGates}, found as materialized (
    select f.object, f.contributor from ${held} where ${latestServed} order by f.at desc limit $4) ${grouped}`;

const searched = `${withGates}, found as materialized (
    select h.object, (select f.contributor from ${held}
      where f.object = h.object and f.reader = $1 and f.shown and ${isHeld} limit 1) as contributor
    from search_view($5::tsquery, null, $2, $3, null, null, $4, null) h) ${grouped}`;

/** How many objects there are by type and by whose version of them is served; both in the order of their text. */
export async function countObjects(
  { client, reader }: Binding,
  { words, prefix, since, before, most }: CountQuery,
): Promise<Count[]> {
  const values = [reader.id, since ?? null, before ?? null, most ?? null];
  const { rows } =
    words.length === 0
      ? await client.query<Count>(browsed, values)
      : await client.query<Count>(searched, [...values, termsOf(words, prefix)]);
  // What the feed has not come to has nobody yet whose version is served.
  return rows.filter(({ contributor }) => contributor !== null);
}
