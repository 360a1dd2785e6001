/** What one change took from a reader, where a later one has touched the same objects before the feed came to it. */
import type { PoolClient } from 'pg';
import { expiryKind } from '../change/expiry.ts';
import type { Loss } from '../notice/writer.ts';
import { readSeen, type BoundReader } from '../view/group.ts';
import type { FeedRow } from './movement.ts';

/** A change as the sequencer drains it. */
export interface Drained {
  no: number;
  at: number;
  member: string;
  kind: string;
}

/**
 * Rows of the feed whose gate this change closed, or whose contribution its own contributor took or narrowed by
 * it. The objects wait for the later change; what was taken does not, or the date that withdrew it would pass for
 * a recall, and a recall for another's act.
 * @param waiting objects that a later change touched
 */
export async function readTaken(
  client: PoolClient,
  reader: BoundReader,
  change: Drained,
  waiting: readonly string[],
): Promise<{ rows: FeedRow[]; losses: Loss[] }> {
  if (waiting.length === 0 && change.kind !== expiryKind) return { rows: [], losses: [] };
  const { rows } = await client.query<FeedRow>(
    `with waiting as (select unnest($4::text[]) as object union select object from touched where change > $3)
     select f.at, f.contribution, f.object, f.version, f.contributor, f.gate, f.plain, f.entered, f.shown, f.first,
       f.projection, f.form
     from waiting w join feed f on f.reader = $1 and f.object = w.object
     where (exists (select from backlog b where b.reader = $1 and b.change = $3 and b.kind = 'gate' and b.key = f.gate)
         or f.contributor = $5 and exists (
           select from touched t where t.change = $3 and t.contribution = f.contribution))
       and not exists (select from contribution c join verdict v on v.reader = $1 and v.gate = c.gate
         and v.until > $2 where c.id = f.contribution)`,
    [reader.id, reader.at, change.no, waiting, change.member],
  );
  if (rows.length === 0) return { rows, losses: [] };
  const seen = await readSeen(
    client,
    reader,
    rows.map(({ object }) => object),
  );
  const still = new Set(seen.map(versionOf));
  const gone = rows.filter((row) => !still.has(versionOf(row)));
  const losses = gone.map(({ object, version, contributor }) => ({
    object,
    version,
    contributor,
    part: false,
  }));
  return { rows, losses };
}

/** A version as its contributor has it, whatever its labels. */
export const versionOf = ({ object, version, contributor }: Omit<Loss, 'part'>): string =>
  `${object} ${version} ${contributor}`;
