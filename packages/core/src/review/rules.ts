/**
 * By when records about persons must be looked at again: rules of a member by category of data subject and purpose
 * (docs/review.md). Pure: dates are arguments.
 */
import { join, makeLabel, type Label } from '../label/label.ts';

/** Categories of the person extension, and `*` for any or none. */
export interface ReviewRule {
  category: string;
  /** As the assessment extension names it, or `*` for any or none. */
  purpose: string;
  months: number;
  graceDays: number;
}

/** What an object says of the person that it is about. */
export interface Subject {
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
}

export const day = 86_400 * 1_000_000;

/** The rule that asks for the earliest review; `undefined` where none is about such a person. */
export function ruleFor(
  rules: readonly ReviewRule[],
  { categories, purposes }: Subject,
): ReviewRule | undefined {
  const folded = purposes.map(foldedPurpose);
  const meant = rules.filter(
    ({ category, purpose }) =>
      (category === '*' || categories.includes(category)) &&
      (purpose === '*' || folded.includes(foldedPurpose(purpose))),
  );
  return meant.toSorted((a, b) => a.months - b.months || a.graceDays - b.graceDays)[0];
}

const foldedPurpose = (purpose: string): string => purpose.trim().toLowerCase();

/**
 * The label with the dates of a rule: a review where it has none, and an end after which others see it no more.
 * Whole days, so that labels stay few.
 * @param at when it is put in, microseconds
 */
export function datedLabel(label: Label, rule: ReviewRule, at: number): Label {
  const review = label.review ?? addMonths(at, rule.months);
  return join(label, makeLabel({ review, until: keepable(review + rule.graceDays * day) }));
}

/** The same day so many months later, UTC, or the last day of that month where it is shorter; its first moment. */
export function addMonths(at: number, months: number): number {
  const from = new Date(Math.floor(at / 1000));
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), days));
  return first.getTime() * 1000;
}

/** The label for another date of review; its end, where it has one, stays as far behind. */
export function prolonged(label: Label, review: number): Label {
  const { until, review: before } = label;
  if (until === undefined) return makeLabel({ ...label, review });
  return makeLabel({
    ...label,
    review,
    until: keepable(Math.max(review, review + until - (before ?? until))),
  });
}

/** The last moment that can be kept, where it would be later. */
const keepable = (at: number): number => Math.min(at, Number.MAX_SAFE_INTEGER);
