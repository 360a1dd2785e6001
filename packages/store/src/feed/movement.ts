/** When a form moves to the end of a feed (release.md, rule 9). */

/** What of a contribution's form the feed remembers. */
export interface FormState {
  shown: boolean;
  first: boolean;
  /** Stands for the label as the reader is served it. */
  projection: number;
  /** Closed references and portions, separated by spaces; `null` where nothing is cut. */
  form: string | null;
}

export interface FeedRow extends FormState {
  at: number;
  contribution: number;
  object: string;
  version: number;
  contributor: string;
  gate: number;
  plain: number;
  entered: number;
}

const closedIn = (form: string | null): Set<string> =>
  new Set(form === null || form === '' ? [] : form.split(' '));

/**
 * Compares the form that the feed has with the form that is.
 * @param movers closables whose opening moves the row: list references and `created_by_ref` do not
 */
export function compareForms(
  before: FormState,
  after: FormState,
  movers: ReadonlySet<string>,
): 'same' | 'differs' | 'moves' {
  if (after.projection !== before.projection || (after.shown && !before.shown)) return 'moves';
  const [closedBefore, closedAfter] = [closedIn(before.form), closedIn(after.form)];
  if ([...closedAfter].some((one) => !closedBefore.has(one))) return 'moves';
  if ([...closedBefore].some((one) => !closedAfter.has(one) && movers.has(one))) return 'moves';
  const isSame = after.form === before.form && after.shown === before.shown && after.first === before.first;
  return isSame ? 'same' : 'differs';
}
