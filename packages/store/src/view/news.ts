/** What has come into a view, or changed in it, that a search would find. */
import type { Binding } from './binding.ts';
import { versionDate } from './browse.ts';
import { held, isHeld, withGates } from './feed.ts';
import { termsOf } from './objects.ts';

export interface NewsQuery {
  /** Folded words, all of which must be seen in one version; none: everything. */
  words: readonly string[];
  /** Whether the last word may be a beginning. */
  prefix: boolean;
  types?: readonly string[] | undefined;
  /** Members whose version is served. */
  contributors?: readonly string[] | undefined;
  /** Codes of which the version that is served has one. */
  markings?: readonly string[] | undefined;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** The moment of the feed behind which it is new. */
  after: number;
  /** How many changes behind it are looked at. */
  most: number;
}

export interface News {
  /** Objects, each once. */
  count: number;
  /** Whether there were more changes than were looked at. */
  more: boolean;
}

const statement = `${withGates}, come as materialized (
    select f.object, f.contribution, ${versionDate()} as version from ${held}
    where f.reader = $1 and f.at > $2 and ${isHeld} order by f.at limit $3)
  select count(distinct n.object) as count, (select count(*) from come) as looked from come n
  where ($4::text[] is null or split_part(n.object, '--', 1) = any($4))
    and ($5::bigint is null or n.version >= $5) and ($6::bigint is null or n.version < $6)
    and ($7::text[] is null or exists (select from ${held}
      where f.object = n.object and f.reader = $1 and f.shown and f.contributor = any($7) and ${isHeld}))
    and ($9::text[] is null or is_served_marked(n.object, $1, (select gates from bound), $9))
    and ($8::text is null or n.contribution in (
      select showing($8::tsquery, (select array_agg(contribution) from come))))`;

/** Looks at the first changes behind a moment of the feed, so that it costs the same however wide the view is. */
export async function countNews({ client, reader }: Binding, query: NewsQuery): Promise<News> {
  const { words, prefix, types, contributors, markings, since, before, after, most } = query;
  const { rows } = await client.query<{ count: number; looked: number }>(statement, [
    reader.id,
    after,
    most + 1,
    types ?? null,
    since ?? null,
    before ?? null,
    contributors ?? null,
    words.length === 0 ? null : termsOf(words, prefix),
    markings ?? null,
  ]);
  const { count = 0, looked = 0 } = rows[0] ?? {};
  return { count, more: looked > most };
}
