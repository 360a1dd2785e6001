/** What access records are narrowed to, and how the cell is asked for it. */
export interface RecordFilter {
  account: { id: string; name: string } | undefined;
  object: string;
  /** Days as a field of dates has them, both included; empty where there is none. */
  from: string;
  to: string;
}

export const noFilter: RecordFilter = { account: undefined, object: '', from: '', to: '' };

export interface RecordQuery {
  account?: string;
  object?: string;
  since?: string;
  before?: string;
}

const day = 86_400_000;

/** Days are counted in UTC, as the cell writes them. */
export function queryOf({ account, object, from, to }: RecordFilter): RecordQuery {
  const wanted = object.trim();
  return {
    ...(account === undefined ? {} : { account: account.id }),
    ...(wanted === '' ? {} : { object: wanted }),
    ...(from === '' ? {} : { since: `${from}T00:00:00Z` }),
    ...(to === '' ? {} : { before: new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString() }),
  };
}
