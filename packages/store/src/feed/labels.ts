import type { Queryable } from '../database/queryable.ts';
import { labelOf } from '../view/release.ts';

interface Known {
  labelBody: string;
  namesOwners: boolean;
}

/** Labels by their ids, each read once: they are few, and immutable. */
export class Labels {
  private readonly known = new Map<number, Known>();

  async load(client: Queryable, ids: Iterable<number>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.known.has(id));
    if (wanted.length === 0) return;
    const { rows } = await client.query<{ id: number; labelBody: string }>(
      'select id, body as "labelBody" from label where id = any($1::bigint[])',
      [wanted],
    );
    for (const { id, labelBody } of rows) {
      this.known.set(id, { labelBody, namesOwners: labelOf({ labelBody }).owners.length > 0 });
    }
  }

  /** It must have been loaded. */
  of(id: number): Known {
    const known = this.known.get(id);
    if (known === undefined) throw new Error(`label ${id} was not read`);
    return known;
  }
}
