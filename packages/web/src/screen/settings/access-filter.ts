/** What access records are narrowed to, and how the cell is asked for it. */
export interface RecordFilter {
  /** Of the whole cell, the member that it is narrowed to. */
  member: string | undefined;
  account: { id: string; name: string } | undefined;
  object: string;
  /** Days as a field of dates has them, both included; empty where there is none. */
  from: string;
  to: string;
}

export const noFilter: RecordFilter = { member: undefined, account: undefined, object: '', from: '', to: '' };

export interface RecordQuery {
  member?: string;
  account?: string;
  object?: string;
  since?: string;
  before?: string;
}

const day = 86_400_000;

/** Days are counted in UTC, as the cell writes them. */
export function queryOf({ member, account, object, from, to }: RecordFilter): RecordQuery {
  const wanted = object.trim();
  return {
    ...(member === undefined ? {} : { member }),
    ...(account === undefined ? {} : { account: account.id }),
    ...(wanted === '' ? {} : { object: wanted }),
    ...(from === '' ? {} : { since: `${from}T00:00:00Z` }),
    ...(to === '' ? {} : { before: new Date(Date.parse(`${to}T00:00:00Z`) + day).toISOString() }),
  };
}
