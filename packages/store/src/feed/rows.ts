/** Writes rows of feeds, for several readers at once. */
import type { PoolClient } from 'pg';
import { copyRows } from '../database/copy.ts';
import type { Placed } from './compare.ts';

/** A form and the date that it takes in its reader's feed. */
export interface Dated extends Placed {
  reader: string;
  at: number;
}

const columns = [
  'reader',
  'at',
  'contribution',
  'object',
  'version',
  'contributor',
  'gate',
  'plain',
  'entered',
  'shown',
  'first',
  'owned',
  'sole',
  'projection',
  'form',
];

/** Puts forms at the ends of their feeds; the rows that they had go. */
export async function appendRows(client: PoolClient, dated: readonly Dated[]): Promise<void> {
  if (dated.length === 0) return;
  const before = dated.flatMap(({ reader, row }) => (row === undefined ? [] : [{ reader, at: row.at }]));
  if (before.length > 0) {
    await client.query(
      `delete from feed f using unnest($1::text[], $2::bigint[]) as gone (reader, at)
       where f.reader = gone.reader and f.at = gone.at`,
      [before.map(({ reader }) => reader), before.map(({ at }) => at)],
    );
  }
  await markOwned(client, dated);
  await copyRows(client, 'feed', columns, cellsOf(dated));
}

function* cellsOf(dated: readonly Dated[]): Generator<(string | number | boolean | null)[]> {
  for (const { reader, at, seen, state, row } of dated) {
    const { id, object, version, contributor, gate, plain } = seen;
    const { shown, first, owned, sole, projection, form } = state;
    const entered = row?.entered ?? at;
    yield [
      reader,
      at,
      id,
      object,
      version,
      contributor,
      gate,
      plain,
      entered,
      shown,
      first,
      owned,
      sole,
      projection,
      form,
    ];
  }
}

/** Writes forms that changed where they stand. */
export async function keepRows(client: PoolClient, dated: readonly Dated[]): Promise<void> {
  if (dated.length === 0) return;
  await markOwned(client, dated);
  await client.query(
    `update feed f set gate = n.gate, plain = n.plain, shown = n.shown, first = n.first, owned = n.owned,
       sole = n.sole, projection = n.projection, form = n.form
     from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::boolean[], $6::boolean[], $7::boolean[],
       $8::boolean[], $9::bigint[], $10::text[])
       as n (reader, at, gate, plain, shown, first, owned, sole, projection, form)
     where f.reader = n.reader and f.at = n.at`,
    [
      dated.map(({ reader }) => reader),
      dated.map(({ at }) => at),
      dated.map(({ seen }) => seen.gate),
      dated.map(({ seen }) => seen.plain),
      dated.map(({ state }) => state.shown),
      dated.map(({ state }) => state.first),
      dated.map(({ state }) => state.owned),
      dated.map(({ state }) => state.sole),
      dated.map(({ state }) => state.projection),
      dated.map(({ state }) => state.form),
    ],
  );
}

/**
 * Remembers of what is owned no more that it was: putting it in goes on to be onward release, where nothing is seen
 * of its contributor's any more. A narrower class of accounts puts nothing in.
 */
async function markOwned(client: PoolClient, dated: readonly Dated[]): Promise<void> {
  const freed = dated.filter(({ row, state }) => row?.owned === true && !state.owned);
  if (freed.length === 0) return;
  await client.query(
    `insert into owned_before (member, object, owner)
     select r.member, o.object, o.owner from unnest($1::text[], $2::text[], $3::text[]) as o (reader, object, owner)
       join reader r on r.id = o.reader where r.narrow is null on conflict do nothing`,
    [
      freed.map(({ reader }) => reader),
      freed.map(({ seen }) => seen.object),
      freed.map(({ seen }) => seen.contributor),
    ],
  );
}

/** A row that leaves, and the date of the removal that it leaves behind. */
export interface Removed {
  reader: string;
  at: number;
  removedAt: number;
}

/** What leaves the view leaves a removal row, which TAXII skips; and a mark, where it was owned. */
export async function removeRows(client: PoolClient, removed: readonly Removed[]): Promise<void> {
  if (removed.length === 0) return;
  await client.query(
    `with gone as (
       delete from feed f using unnest($1::text[], $2::bigint[], $3::bigint[]) as n (reader, at, removed)
       where f.reader = n.reader and f.at = n.at
       returning f.reader, n.removed, f.object, f.version, f.contributor, f.owned),
     marked as (
       insert into owned_before (member, object, owner)
       select r.member, g.object, g.contributor from gone g join reader r on r.id = g.reader
       where g.owned and r.narrow is null on conflict do nothing)
     insert into removal (reader, at, object, version, contributor)
     select reader, removed, object, version, contributor from gone`,
    [
      removed.map(({ reader }) => reader),
      removed.map(({ at }) => at),
      removed.map(({ removedAt }) => removedAt),
    ],
  );
}
