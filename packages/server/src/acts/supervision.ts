/**
 * What the cell opens to supervisors of data protection (docs/adr/0023): records of the reads of every member, and
 * recalls with what was acknowledged. What they look for stands in their own log.
 */
import { Failure } from '@entente/core/failure';
import { readCoalition, isPresent } from '@entente/store/coalition/rights';
import {
  listRecords,
  readRecordObjects,
  type RecordFilter,
  type RecordPlace,
  type RecordRow,
} from '@entente/store/read/reader';
import { listAllRecalls, type RecallFilter, type ToldRecallRow } from '@entente/store/recall/reader';
import { requireAuditor } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export type { ToldRecallRow };

/**
 * Each throws Failure `forbidden` unless the caller is an auditor who sees all that its member sees, and the cell has
 * made that member supervisor of data protection.
 */
export interface SupervisionActs {
  /**
   * Records of one member, or of each together, the last first.
   * @param most how many objects a record names by itself
   */
  records(
    caller: Caller,
    filter: RecordFilter & { member?: string | undefined },
    most: number,
  ): Promise<RecordRow[]>;
  /** What one record names. @throws Failure `not-found` */
  recordObjects(
    caller: Caller,
    record: RecordPlace,
    page: { from: number; limit: number },
  ): Promise<string[]>;
  /** What was taken back from whom, and what was acknowledged; the last first. */
  recalls(caller: Caller, filter: RecallFilter): Promise<ToldRecallRow[]>;
}

export function supervisionActs(cell: Cell): SupervisionActs {
  const { writer } = cell.database;
  /** Every member there ever was: whoever left has read. */
  const requireSupervisor = async (caller: Caller): Promise<string[]> => {
    requireAuditor(caller);
    const { members } = await readCoalition(writer);
    const own = members.get(caller.member);
    if (own?.supervises === true && isPresent(own)) return [...members.keys()];
    throw new Failure('forbidden', 'A supervisor of data protection does this, whom the cell decides upon.');
  };
  const note = (caller: Caller, what: string, asked: Record<string, string | number | undefined>) => {
    const said = Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    return cell.act(caller, 'supervision', { what, ...Object.fromEntries(said) }, () => Promise.resolve());
  };
  return {
    async records(caller, { member, ...filter }, most) {
      const members = await requireSupervisor(caller);
      const { account, object, since, before, after } = filter;
      if (after === undefined) await note(caller, 'reads', { member, account, object, since, before });
      return listRecords(writer, member === undefined ? members : [member], filter, most);
    },

    async recordObjects(caller, { member, sequence }, page) {
      await requireSupervisor(caller);
      if (page.from === 0) await note(caller, 'read', { member, record: sequence });
      const objects = await readRecordObjects(writer, member, sequence, page);
      if (objects === undefined) throw new Failure('not-found', 'There is no such record.');
      return objects;
    },

    async recalls(caller, filter) {
      await requireSupervisor(caller);
      const { member, object, after } = filter;
      if (after === undefined) await note(caller, 'recalls', { member, object });
      return listAllRecalls(writer, filter);
    },
  };
}
