/**
 * References as they are stored: what a contribution refers to stands in its own row; a table of keys finds those
 * that refer to an object.
 */
import type { Cnf } from '@entente/core/release/gate';
import type { Queryable } from '../database/queryable.ts';

/** The last digits of the UUID that every STIX id ends with; as many as a number holds exactly. */
const keyDigits = 12;

/** The key under which references to an object are found; another object may have the same. */
export const referenceKey = (target: string): number => parseInt(target.slice(-keyDigits), 16);

/** The same in SQL. */
export const keyOfReference = (target: string): string =>
  `('x' || right(${target}, ${keyDigits}))::bit(${keyDigits * 4})::bigint`;

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
