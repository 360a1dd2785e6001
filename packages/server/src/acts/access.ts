/** Who was given what: records of one's own member, and who opened what it gave; and when accounts were last here. */
import { Failure } from '@entente/core/failure';
import {
  listRecords,
  readRecordObjects,
  type RecordFilter,
  type RecordPlace,
  type RecordRow,
} from '@entente/store/read/reader';
import { noteVisit } from '@entente/store/visit/writer';
import { requireAuditor, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { openingsOf, type Opened } from './openings.ts';

export type { RecordFilter, RecordPlace, RecordRow };

export interface AccessActs {
  /**
   * Of objects that the caller's member contributed, who opened them, as far as it may know; of others nothing.
   * @throws Failure `forbidden` where the account sees less than its member
   */
  openings(caller: Caller, objects: readonly string[]): Promise<Map<string, Opened>>;
  /**
   * Records of the caller's own member, newest first.
   * @param most how many objects a record names by itself
   * @throws Failure `forbidden` unless the caller is an auditor who sees all that its member sees
   */
  records(caller: Caller, filter: RecordFilter, most: number): Promise<RecordRow[]>;
  /** What one record names. @throws Failure `forbidden` as above, `not-found` */
  recordObjects(caller: Caller, sequence: number, page: { from: number; limit: number }): Promise<string[]>;
  /** When the account was here before this visit, microseconds; `undefined` on the first. */
  visit(caller: Caller): Promise<number | undefined>;
}

/** Microseconds after which somebody who comes back is on another visit. */
const pause = 3600 * 1_000_000;

export function accessActs(cell: Cell): AccessActs {
  const { writer } = cell.database;
  return {
    async openings(caller, objects) {
      requireWhole(caller);
      return openingsOf(cell, caller.member, objects);
    },

    async records(caller, filter, most) {
      requireAuditor(caller);
      return listRecords(writer, [caller.member], filter, most);
    },

    async recordObjects(caller, sequence, page) {
      requireAuditor(caller);
      const objects = await readRecordObjects(writer, caller.member, sequence, page);
      if (objects === undefined) throw new Failure('not-found', 'There is no such record.');
      return objects;
    },

    visit: (caller) => noteVisit(writer, caller.account, cell.world.now(), pause),
  };
}
