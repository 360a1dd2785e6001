/** Recalls: those told to a member, which it acknowledges, and what became of its own (docs/adr/0015). */
import { Failure } from '@entente/core/failure';
import {
  findRecall,
  listDerived,
  listRecalled,
  listRecalls,
  listWithdrawals,
  type ActPlace,
  type DerivedRow,
  type OwnWithdrawalRow,
  type RecalledRow,
  type RecallRow,
  type WithdrawalPlace,
} from '@entente/store/recall/reader';
import { acknowledgeRecall, firstReminder, remindOfRecalls } from '@entente/store/recall/writer';
import { actsAs, requireWhole, requireWord } from '../account/rights.ts';
import { optionalText } from '../account/text.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export type { ActPlace, DerivedRow, OwnWithdrawalRow, RecalledRow, RecallRow, WithdrawalPlace };

/** Each throws Failure `forbidden` to an account that sees less than its member. */
export interface RecallActs {
  /** Told to the caller's member, the last first. @param isOpen not acknowledged, or acknowledged; or both */
  list(
    caller: Caller,
    page: { isOpen: boolean | undefined; after: ActPlace | undefined; limit: number },
  ): Promise<RecallRow[]>;
  /** @throws Failure `not-found` */
  find(caller: Caller, id: string): Promise<RecallRow>;
  /** What it took, by object and version. @throws Failure `not-found` */
  recalled(caller: Caller, id: string, after: RecalledRow | undefined, limit: number): Promise<RecalledRow[]>;
  /** The member's own objects that rest on it. @throws Failure `not-found` */
  derived(caller: Caller, id: string): Promise<DerivedRow[]>;
  /**
   * Says that the copies are removed; to say it again changes nothing.
   * @throws Failure `forbidden` to others than release officers and analysts, `not-found`
   */
  acknowledge(caller: Caller, id: string, words: string | undefined): Promise<void>;
  /** What the caller's member took back, the last first; of one object where one is named. */
  own(
    caller: Caller,
    page: { object: string | undefined; after: WithdrawalPlace | undefined; limit: number },
  ): Promise<OwnWithdrawalRow[]>;
}

export function recallActs(cell: Cell): RecallActs {
  const { writer } = cell.database;
  cell.duty({
    name: 'reminders of recalls',
    run: async (now) => {
      const due = await firstReminder(writer, now);
      if (due === undefined) return false;
      await cell.actAsHub('recall-remind', {}, remindOfRecalls, due);
      return true;
    },
  });
  const find: RecallActs['find'] = async (caller, id) => {
    requireWhole(caller);
    const found = await findRecall(writer, caller.member, id);
    if (found === undefined) throw noSuchRecall();
    return found;
  };
  return {
    async list(caller, page) {
      requireWhole(caller);
      return listRecalls(writer, caller.member, page);
    },
    find,
    async recalled(caller, id, after, limit) {
      await find(caller, id);
      return listRecalled(writer, caller.member, id, after, limit);
    },
    async derived(caller, id) {
      await find(caller, id);
      return listDerived(writer, caller.member, id);
    },
    async acknowledge(caller, id, words) {
      requireWhole(caller);
      requireWord(caller);
      if (!actsAs(caller, 'release-officer', 'write') && !actsAs(caller, 'analyst', 'write'))
        throw new Failure('forbidden', 'A release officer or an analyst of the member does this.');
      const kept = optionalText(words, 'words', 2000);
      await cell.act(caller, 'recall-acknowledge', { recall: id }, async (change) => {
        const isThere = await acknowledgeRecall(change, caller.member, id, {
          account: caller.account,
          words: kept,
        });
        if (!isThere) throw noSuchRecall();
      });
    },
    async own(caller, page) {
      requireWhole(caller);
      return listWithdrawals(writer, caller.member, page);
    },
  };
}

const noSuchRecall = (): Failure => new Failure('not-found', 'There is no such recall.');
