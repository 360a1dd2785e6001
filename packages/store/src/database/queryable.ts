import type { QueryResult, QueryResultRow } from 'pg';

/** What runs a statement: a pool, or a connection inside a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(
    statement: string,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
}
