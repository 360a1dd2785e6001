import type { Queryable } from '../database/queryable.ts';

/** What the statement markings say that the contributor put in before, by id. */
export async function readStatements(
  client: Queryable,
  contributor: string,
  ids: readonly string[],
): Promise<[string, { statement: string }][]> {
  const { rows } = await client.query<{ object: string; statement: string | null }>(
    `select object, body::jsonb #>> '{definition,statement}' as statement from contribution
     where contributor = $1 and type = 'marking-definition' and object = any($2::text[])`,
    [contributor, ids],
  );
  return rows.flatMap(({ object, statement }) => (statement === null ? [] : [[object, { statement }]]));
}
