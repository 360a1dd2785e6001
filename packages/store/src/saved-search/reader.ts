import type { Queryable } from '../database/queryable.ts';

export interface SavedSearchRow {
  id: string;
  name: string;
  /** What is asked, as JSON. */
  query: string;
  /** How far the feed was when its account last looked, in microseconds. */
  seen: number;
}

/** The searches of an account, by name. */
export async function readSavedSearches(client: Queryable, account: string): Promise<SavedSearchRow[]> {
  const { rows } = await client.query<SavedSearchRow>(
    'select id, name, query, seen from saved_search where account = $1 order by name, id',
    [account],
  );
  return rows;
}
