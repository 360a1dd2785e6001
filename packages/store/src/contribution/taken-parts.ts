/** Parts that owners had taken out: one more portion, for the contributor alone, of what is there already. */
import { contributorAlone } from '@entente/core/label/label';
import { analyse } from '@entente/core/release/analysis';
import { visibleWords, type VisibleWords } from '@entente/core/release/visible';
import { valueAt } from '@entente/core/release/prepare';
import type { StixObject } from '@entente/core/stix/types';
import type { Change } from '../change/change.ts';
import { internGates, internLabel } from '../gate/intern.ts';

interface PartedRow {
  id: number;
  body: string;
  /** Selectors of the portions that it was put in with, in their order. */
  portions: string[][] | null;
  /** Whether something was taken out of it before. */
  taken: boolean;
}

/**
 * Has these selectors be closed to all but the contributor in these contributions, and none that were taken out
 * before; what a contribution does not have is nothing to take out. Gates are to be linked anew after it.
 */
export async function takeParts(
  change: Change,
  contributor: string,
  contributions: readonly number[],
  selectors: readonly string[],
): Promise<void> {
  const { rows } = await change.client.query<PartedRow>(
    `select c.id, c.body,
       (select json_agg(p.selectors order by p.index) from portion p where p.contribution = c.id and not p.taken)
         as portions,
       exists (select from portion p where p.contribution = c.id and p.taken) as taken
     from contribution c where c.id = any($1::bigint[]) order by c.id`,
    [contributions],
  );
  for (const row of rows) {
    const object = JSON.parse(row.body) as StixObject;
    const taken = selectors.filter((selector) => valueAt(object, selector) !== undefined);
    if (taken.length > 0 || row.taken) await partOne(change, contributor, row, object, taken);
  }
}

async function partOne(
  change: Change,
  contributor: string,
  row: PartedRow,
  object: StixObject,
  taken: readonly string[],
): Promise<void> {
  const { client } = change;
  const stated = row.portions ?? [];
  const portions = taken.length === 0 ? stated : [...stated, taken];
  await client.query('delete from portion where contribution = $1 and taken', [row.id]);
  if (taken.length > 0) {
    const label = await internLabel(change, contributor, contributorAlone(contributor));
    const [gate] = (await internGates(change, contributor, [[[`l${label}`]]])).values();
    await client.query(
      `insert into portion (contribution, index, gate, label, selectors, taken) values ($1, $2, $3, $4, $5, true)`,
      [row.id, stated.length, gate, label, taken],
    );
  }
  const { needs } = analyse(object, portions);
  await client.query('update contribution set needs = $2 where id = $1', [
    row.id,
    needs.length === 0 ? null : JSON.stringify(needs),
  ]);
  await writeWords(change, row.id, visibleWords(object, portions));
}

/** Under the contribution's own gate until it is linked anew. */
async function writeWords(
  { client }: Change,
  contribution: number,
  words: readonly VisibleWords[],
): Promise<void> {
  await client.query(
    `with old as (delete from search where contribution = $1 returning revises)
     insert into search (contribution, object, type, version, revises, parts, gate, words)
     select c.id, c.object, c.type, case when c.timed then c.version else 0 end,
       coalesce((select bool_or(revises) from old), false), n.parts, c.gate,
       (n.words || ' ''!' || c.gate || '''')::tsvector
     from contribution c cross join unnest($2::text[], $3::text[]) as n (parts, words) where c.id = $1`,
    [contribution, words.map(({ parts }) => JSON.stringify(parts)), words.map((one) => one.words)],
  );
}
