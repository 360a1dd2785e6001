/** Status resources of TAXII: what became of a submission, for whoever submitted it. */
import { findTaxiiStatus } from '@entente/store/taxii-status/reader';
import { saveTaxiiStatus } from '@entente/store/taxii-status/writer';
import { isWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export interface TaxiiStatuses {
  /** Keeps a status resource (JSON text) for the caller's account, for a week. */
  save(caller: Caller, status: { id: string; at: number; body: string }): Promise<void>;
  /**
   * The JSON text; `undefined` where it does not exist, another account submitted it, or the account sees less than
   * its member by now: it would be told of what it may no longer see.
   */
  find(caller: Caller, id: string): Promise<string | undefined>;
}

export function taxiiStatuses({ database, world }: Cell): TaxiiStatuses {
  return {
    save: (caller, status) => saveTaxiiStatus(database.writer, { account: caller.account, ...status }),
    find: async (caller, id) =>
      isWhole(caller) ? findTaxiiStatus(database.reader, caller.account, id, world.now()) : undefined,
  };
}
