import type { QueryResult, QueryResultRow } from 'pg';

/** A statement that a connection plans once and keeps under its name, which stands for this text alone. */
export interface Prepared {
  /** Empty: it is planned each time. */
  readonly name: string;
  readonly text: string;
  /** Rows come as lists of their columns, which costs less than objects. */
  readonly rowMode?: 'array';
}

/** What runs a statement: a pool, or a connection inside a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(
    statement: string | Prepared,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
}
