/** The view without words: what came last into the feed comes first. */
import type { Binding } from './binding.ts';
import { held, isHeld, isOpen, withGates } from './feed.ts';

export interface BrowseQuery {
  types?: readonly string[] | undefined;
  /** Members whose version is served. */
  contributors?: readonly string[] | undefined;
  /** Codes of which the version that is served has one. */
  markings?: readonly string[] | undefined;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** date_added of the last object of the page before. */
  after?: number | undefined;
  limit: number;
}

/** The latest version of each object by whom the reader is served. The version of what is not timed is its date there. */
export const latestServed = `f.reader = $1 and f.shown and ${isHeld}
      and (f.sole or not exists (select from feed g join contribution gc on gc.id = g.contribution
        where g.reader = $1 and g.object = f.object and g.shown and g.version > f.version
          and ${isOpen('g.gate')} and ${isOpen('gc.gate')}))
      and ($2::bigint is null or ${versionDate()} >= $2)
      and ($3::bigint is null or ${versionDate()} < $3)`;

/** When a row of the feed says that its object was changed last. */
export function versionDate(): string {
  return 'case when c.timed then f.version else f.at end';
}

const statement = `${withGates} select f.object, f.at as added from ${held}
    where ${latestServed}
      and ($4::text[] is null or split_part(f.object, '--', 1) = any($4))
      and ($5::text[] is null or f.contributor = any($5))
      and ($6::bigint is null or f.at < $6)
      and ($8::text[] is null or is_marked(c.holding, c.tlp, $8))
    order by f.at desc limit $7`;

/** Goes back through the reader's feed. */
export async function browseObjects(
  { client, reader }: Binding,
  { types, contributors, markings, since, before, after, limit }: BrowseQuery,
): Promise<{ object: string; added: number }[]> {
  const { rows } = await client.query<{ object: string; added: number }>(statement, [
    reader.id,
    since ?? null,
    before ?? null,
    types ?? null,
    contributors ?? null,
    after ?? null,
    limit,
    markings ?? null,
  ]);
  return rows;
}
