import { printRights, readCoalition } from '../coalition/rights.ts';
import type { Rights } from '@entente/core/label/permits';
import type { Queryable } from '../database/queryable.ts';
import { Labels } from './labels.ts';
import type { BoundReader } from '../view/group.ts';

/**
 * What the sequencer remembers from one change to the next: labels, and the rights of readers, each the same value
 * for as long as they say the same, as what is worked out of them is remembered by it.
 */
export class Memory {
  /** Of this epoch of the feeds: another database, or one that was emptied, gives the same ids to other labels. */
  labels = new Labels();
  private epoch: string | undefined;
  private readonly known = new Map<string, { print: string; rights: Rights }>();

  /**
   * Reader classes at a moment, with their rights as they stand in the client's snapshot; those of whoever has
   * left hold nothing.
   */
  async read(client: Queryable, readers: readonly string[], at: number): Promise<BoundReader[]> {
    await this.keepTo(client);
    const { rights, identities } = await readCoalition(client);
    return readers.map((id) => ({
      id,
      rights: this.same(id, rights.get(id) ?? nobody(id)),
      identities,
      at,
    }));
  }

  private async keepTo(client: Queryable): Promise<void> {
    const { rows } = await client.query<{ epoch: string }>('select feed_epoch as epoch from cell');
    const epoch = rows[0]?.epoch;
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.labels = new Labels();
    this.known.clear();
  }

  private same(reader: string, rights: Rights): Rights {
    const print = printRights(rights);
    const known = this.known.get(reader);
    if (known?.print === print) return known.rights;
    this.known.set(reader, { print, rights });
    return rights;
  }
}

const nobody = (member: string): Rights => ({
  member,
  full: false,
  levels: {},
  attributes: new Set(),
  communities: new Map(),
});
