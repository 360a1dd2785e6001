/** Objects for many lists of words at once. */
import type { Binding } from './binding.ts';
import { termsOf } from './objects.ts';

const statement = `select q.place, h.object
    from unnest($1::text[]) with ordinality as q (words, place)
      cross join lateral search_view(q.words::tsquery, $3, null, null, null, null, $2, null, null)
        with ordinality as h (object, version, rank)
    order by q.place, h.rank`;

/**
 * For each list, the objects that have all of its words, newest version first.
 * @param lists folded words, none of the lists empty
 * @param most how many objects of each
 * @param types STIX types; all where it is left out
 */
export async function objectsHaving(
  { client }: Binding,
  lists: readonly (readonly string[])[],
  most: number,
  types?: readonly string[],
): Promise<string[][]> {
  const { rows } = await client.query<{ place: number; object: string }>(statement, [
    lists.map((words) => termsOf(words, false)),
    most,
    types ?? null,
  ]);
  const found: string[][] = lists.map(() => []);
  for (const { place, object } of rows) found[Number(place) - 1]?.push(object);
  return found;
}
