/** Review of a member's own records about persons: rules, what is due, confirmation, reminders (docs/review.md). */
import { Failure } from '@entente/core/failure';
import { parseLabel } from '@entente/core/label/label';
import type { Queryable } from '@entente/store/database/queryable';
import { knownTo } from '@entente/store/coalition/rights';
import { day, prolonged, type ReviewRule } from '@entente/core/review/rules';
import { relabelContributions, type Labelling } from '@entente/store/contribution/relabel';
import {
  listConfirmations,
  listDue,
  readLabelledAt,
  readReviewDays,
  readReviewed,
  readReviewLabels,
  readReviewRules,
  type ConfirmationRow,
  type DueRow,
} from '@entente/store/review/reader';
import {
  noteConfirmations,
  remindersToGive,
  remindOfReviews,
  removeReviewRule,
  setReviewRule,
  type ReviewReminder,
} from '@entente/store/review/writer';
import { actsAs, requireAdministrator, requireWhole, requireWord } from '../account/rights.ts';
import { requireText } from '../account/text.ts';
import type { PolicyReader } from '../policy/member-policy.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export type { ConfirmationRow, DueRow, ReviewRule };

/** Each throws Failure `forbidden` to an account that sees less than its member. */
export interface ReviewActs {
  rules(caller: Caller): Promise<ReviewRule[]>;
  /** By an administrator, as the next. */
  setRule(caller: Caller, rule: ReviewRule): Promise<void>;
  /** @throws Failure `not-found` */
  removeRule(caller: Caller, rule: Pick<ReviewRule, 'category' | 'purpose'>): Promise<void>;
  /** Own records with a review before a moment, the earliest first. */
  due(
    caller: Caller,
    before: number,
    page: { after: { review: number; object: string } | undefined; limit: number },
  ): Promise<DueRow[]>;
  /**
   * Sets another date of review, with the reason; all of them or none.
   * @returns how many records; those without a review, and what waits for a second person, are left as they are
   * @throws Failure `forbidden` to others than release officers and analysts, or where a label is wider than the
   * account may give; `invalid` for a date that has passed or is too far
   */
  confirm(
    caller: Caller,
    order: { objects: readonly string[]; review: number; reason: string },
  ): Promise<number>;
  confirmations(caller: Caller, object: string): Promise<ConfirmationRow[]>;
}

/** People are reminded so long before. */
const ahead = 14 * day;
const longest = 3660 * day;
/** How often it is looked for what is due. */
const pause = 3600 * 1_000_000;

/** @param policyOf reads what the caller's member laid down */
export function reviewActs(cell: Cell, policyOf: PolicyReader): ReviewActs {
  const { writer } = cell.database;
  cell.duty({ name: 'reminders of reviews', run: reminding(cell) });
  return {
    async rules(caller) {
      requireWhole(caller);
      return readReviewRules(writer, caller.member);
    },
    async setRule(caller, rule) {
      requireWhole(caller);
      requireAdministrator(caller);
      const purpose = requireText(rule.purpose, 'purpose', 200);
      const meant = { ...rule, purpose };
      await cell.act(caller, 'review-rule', { ...meant }, ({ client }) =>
        setReviewRule(client, caller.member, meant),
      );
    },
    async removeRule(caller, { category, purpose }) {
      requireWhole(caller);
      requireAdministrator(caller);
      await cell.act(caller, 'review-rule', { category, purpose, months: null }, async ({ client }) => {
        const wasThere = await removeReviewRule(client, caller.member, { category, purpose });
        if (!wasThere) throw new Failure('not-found', 'There is no such rule.');
      });
    },
    async due(caller, before, { after, limit }) {
      requireWhole(caller);
      const labels = await readReviewLabels(writer, caller.member, before);
      return listDue(writer, caller.member, labels, after, limit);
    },
    confirm: confirming(cell, policyOf),
    async confirmations(caller, object) {
      requireWhole(caller);
      return listConfirmations(writer, caller.member, object);
    },
  };
}

function confirming(cell: Cell, policyOf: PolicyReader): ReviewActs['confirm'] {
  return async (caller, { objects, review, reason }) => {
    requireWhole(caller);
    requireWord(caller);
    if (!actsAs(caller, 'release-officer', 'label') && !actsAs(caller, 'analyst', 'label'))
      throw new Failure('forbidden', 'A release officer or an analyst of the member does this.');
    const now = cell.world.now();
    if (review <= now || review > now + longest)
      throw new Failure('invalid', 'review: must be in the future, ten years at most.');
    const words = requireText(reason, 'reason', 1000);
    const { member, account } = caller;
    return cell.act(
      caller,
      'review-confirm',
      { objects: [...objects], review, reason: words },
      async (change) => {
        const policy = await policyOf(member, change.client);
        const meant = await readReviewed(change.client, member, objects);
        const labellings: Labelling[] = [];
        for (const { label, contributions } of meant) {
          const after = prolonged(parseLabel(label), review);
          const isWide = policy.hold?.(caller, after, knownTo(change.coalition, member)) !== undefined;
          const refusal = isWide ? tooWide : policy.refuse(caller, after);
          if (refusal !== undefined) throw new Failure('forbidden', refusal);
          labellings.push({ label: after, contributions });
        }
        await relabelContributions(change, member, labellings);
        const confirmed = [...new Set(meant.flatMap((one) => one.objects))];
        await noteConfirmations(change, member, confirmed, { account, reason: words, review });
        return confirmed.length;
      },
    );
  };
}

const tooWide =
  'One of the labels is wider than one person of your member may give: relabel the record, so that a second person agrees.';

/**
 * Reminds of what is due soon and of what is overdue, each day of review once, as of the moment when that was due: the
 * moment at which the hub comes to look may be another member's.
 */
function reminding(cell: Cell): (now: number) => Promise<boolean> {
  let looked = -Infinity;
  return async (moment) => {
    const now = Math.floor(moment / pause) * pause;
    if (now === looked) return false;
    const due = await dueReminders(cell.database.writer, now);
    if (due.length === 0) {
      looked = now;
      return false;
    }
    const first = Math.min(...due.map(({ at }) => at));
    const reminders = due.filter(({ at }) => at === first);
    await cell.actAsHub('review-remind', {}, (change) => remindOfReviews(change, reminders), first);
    return true;
  };
}

/** Reminders that were due by now and have not been given, each with the moment when it was due. */
async function dueReminders(client: Queryable, now: number): Promise<(ReviewReminder & { at: number })[]> {
  const days = await readReviewDays(client, now + ahead + 1);
  const wanted = days.map((one) => ({
    ...one,
    step: one.day <= now ? ('overdue' as const) : ('due' as const),
  }));
  const found: (ReviewReminder & { at: number })[] = [];
  for (const { member, day, step, labels } of await remindersToGive(client, wanted)) {
    // Nothing is due before it is there.
    const at = Math.max(await readLabelledAt(client, labels), step === 'due' ? day - ahead : day);
    if (at <= now) found.push({ member, day, step, at });
  }
  return found;
}
