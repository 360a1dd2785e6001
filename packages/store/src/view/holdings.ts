/** Whose a holding is and under which label: few for many contributions, and the same until the next change. */
import type { Queryable } from '../database/queryable.ts';

export interface Held {
  contributor: string;
  /** Label id, and the label's print. */
  label: number;
  labelBody: string;
  /** Whether the label names owners: what is told of them hangs on what the reader sees of the object. */
  namesOwners: boolean;
}

/** More than a cell of many members has; beyond it all are forgotten. */
const most = 50_000;

export class Holdings {
  private known = new Map<number, Held>();

  /** Those asked for, and others: what is not known yet is read. */
  async of(client: Queryable, ids: Iterable<number>): Promise<ReadonlyMap<number, Held>> {
    if (this.known.size > most) this.known = new Map();
    const { known } = this;
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    if (missing.length === 0) return known;
    const { rows } = await client.query<Held & { id: number }>(statement, [missing]);
    for (const row of rows) known.set(row.id, row);
    return known;
  }
}

const statement = {
  name: 'holdings',
  text: `select h.id, h.contributor, h.label, l.body as "labelBody",
      l.body not like '%"owners":[]%' as "namesOwners" from holding h join label l on l.id = h.label
    where h.id = any($1::bigint[])`,
};
