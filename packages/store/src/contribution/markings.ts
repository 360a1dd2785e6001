import type { JsonObject } from '@entente/core/stix/types';
import type { Queryable } from '../database/queryable.ts';

/** What the statement markings say that the contributor put in before, by id; the latest version last. */
export async function readStatements(
  client: Queryable,
  contributor: string,
  ids: readonly string[],
): Promise<[string, { statement: string }][]> {
  // Parsed here, because PostgreSQL reads no JSON that holds the character of number zero.
  const { rows } = await client.query<{ object: string; body: string }>(
    `select object, body from contribution
     where contributor = $1 and type = 'marking-definition' and object = any($2::text[]) order by version, id`,
    [contributor, ids],
  );
  return rows.flatMap(({ object, body }) => {
    const { definition } = JSON.parse(body) as { definition?: JsonObject };
    const statement = definition?.['statement'];
    return typeof statement === 'string' ? [[object, { statement }]] : [];
  });
}
