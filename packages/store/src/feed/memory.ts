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
  readonly labels = new Labels();
  private readonly known = new Map<string, { print: string; rights: Rights }>();

  /**
   * Reader classes at a moment, with their rights as they stand in the client's snapshot; those of whoever has
   * left hold nothing.
   */
  async read(client: Queryable, readers: readonly string[], at: number): Promise<BoundReader[]> {
    const { rights, identities } = await readCoalition(client);
    return readers.map((id) => ({
      id,
      rights: this.same(id, rights.get(id) ?? nobody(id)),
      identities,
      at,
    }));
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
