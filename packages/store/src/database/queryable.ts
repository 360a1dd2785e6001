import type { QueryResult, QueryResultRow } from 'pg';

/** A statement that a connection plans once and keeps under its name, which stands for this text alone. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** What runs a statement: a pool, or a connection inside a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(
    statement: string | Prepared,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
}
