/**
 * Who of one's own member was given what, and when accounts were last here. No contributor is told of readings: which
 * page of a member's view an object stands on, and whose version of it, hangs on what others gave (docs/adr/0009).
 */
import { Failure } from '@entente/core/failure';
import {
  listRecords,
  readRecordObjects,
  type RecordFilter,
  type RecordRow,
} from '@entente/store/read/reader';
import { noteVisit } from '@entente/store/visit/writer';
import { actsAs, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export type { RecordFilter, RecordRow };

export interface AccessActs {
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
    async records(caller, filter, most) {
      requireAuditor(caller);
      return listRecords(writer, caller.member, filter, most);
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

function requireAuditor(caller: Caller): void {
  requireWhole(caller);
  if (!actsAs(caller, 'auditor', 'read'))
    throw new Failure('forbidden', 'An auditor of the member does this.');
}
