import type { Queryable } from '../database/queryable.ts';
import type { SavedSearchRow } from './reader.ts';

export interface NewSavedSearch extends SavedSearchRow {
  account: string;
  /** Microseconds. */
  at: number;
}

/** Keeps a search; answers false where the account has `most` of them already. */
export async function addSavedSearch(
  client: Queryable,
  { id, account, name, query, at, seen }: NewSavedSearch,
  most: number,
): Promise<boolean> {
  const { rows } = await client.query(
    `insert into saved_search (id, account, name, query, created_at, seen)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from saved_search where account = $2) < $7 returning id`,
    [id, account, name, query, at, seen, most],
  );
  return rows.length > 0;
}

/** Notes how far the account has looked; answers false where it has no such search. */
export async function lookedAt(
  client: Queryable,
  account: string,
  id: string,
  seen: number,
): Promise<boolean> {
  const { rows } = await client.query(
    'update saved_search set seen = $3 where account = $1 and id = $2 returning id',
    [account, id, seen],
  );
  return rows.length > 0;
}

/** Answers false where the account has no such search. */
export async function removeSavedSearch(client: Queryable, account: string, id: string): Promise<boolean> {
  const { rows } = await client.query(
    'delete from saved_search where account = $1 and id = $2 returning id',
    [account, id],
  );
  return rows.length > 0;
}
