/**
 * References as they are stored: what a contribution refers to stands in its own row; a table of keys finds those
 * that refer to an object.
 */
import type { Cnf } from '@entente/core/release/gate';
import type { Queryable } from '../database/queryable.ts';

/**
 * The key under which references to an object are found, of 48 bits: the last twelve digits of the id's UUID, mixed
 * with its first twelve, as either end may be alike in ids that somebody numbers. Another object may have the same.
 */
export function referenceKey(target: string): number {
  const digits = (from: number, to?: number): number => parseInt(target.slice(from, to), 16);
  const high = (digits(-12, -4) ^ digits(-36, -28)) >>> 0;
  return high * 2 ** 16 + (digits(-4) ^ digits(-27, -23));
}

/** The same in SQL. */
export const keyOfReference = (target: string): string =>
  `(('x' || right(${target}, 12))::bit(48)
    # ('x' || left(right(${target}, 36), 8) || left(right(${target}, 27), 4))::bit(48))::bigint`;

/** The gates that open the references of a contribution, in their order, as its row holds them. */
export const openingsOf = (gates: readonly Cnf[], idOf: (gate: Cnf) => number): string =>
  gates.map(idOf).join(' ');

/** Has it found which lists a gate stands in; before contributions have them. */
export async function noteOpenings(client: Queryable, lists: Iterable<string>): Promise<void> {
  await client.query(
    `insert into opening_list (gate, digest)
     select distinct gate::bigint, md5(list) from unnest($1::text[]) as lists (list), unnest(string_to_array(list, ' ')) as gate
     on conflict do nothing`,
    [[...new Set(lists)]],
  );
}
