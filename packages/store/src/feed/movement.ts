/** When a form moves to the end of a feed (ADR 5, rule 9). */

import { isExempt, referencesOf } from '@entente/core/release/references';
import { selectorOf } from '@entente/core/release/selectors';
import type { JsonObject } from '@entente/core/stix/types';

/** What of a contribution's form the feed remembers. */
export interface FormState {
  shown: boolean;
  first: boolean;
  /** Whether its label names owners. */
  owned: boolean;
  /** Whether the feed has no other row of the object. */
  sole: boolean;
  /** Stands for the label as the reader is served it. */
  projection: number;
  /** Paths that are cut, as a JSON list; `null` where nothing is. */
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

/**
 * Compares the form that the feed has with the form that is.
 * @param stays whether a path that opens leaves the row where it is; asked only for paths that opened
 */
export function compareForms(
  before: FormState,
  after: FormState,
  stays: (path: string) => boolean,
): 'same' | 'differs' | 'moves' {
  if (after.projection !== before.projection || (after.shown && !before.shown)) return 'moves';
  const [cutBefore, cutAfter] = [new Set(cutsOf(before)), new Set(cutsOf(after))];
  if ([...cutAfter].some((path) => !cutBefore.has(path))) return 'moves';
  if ([...cutBefore].some((path) => !cutAfter.has(path) && !stays(path))) return 'moves';
  const isSame =
    after.form === before.form &&
    after.shown === before.shown &&
    after.first === before.first &&
    after.owned === before.owned &&
    after.sole === before.sole;
  return isSame ? 'same' : 'differs';
}

/** Whether the form has lost something that it had. */
export function cutsMore(before: FormState, after: FormState): boolean {
  const had = new Set(cutsOf(before));
  return cutsOf(after).some((path) => !had.has(path));
}

const cutsOf = ({ form }: FormState): string[] => (form === null ? [] : (JSON.parse(form) as string[]));

/** Paths whose opening does not move the object: every occurrence of the reference there is exempt (rule 9). */
export function stayingPaths(object: JsonObject): (path: string) => boolean {
  const occurrences = referencesOf(object);
  const movers = new Set(occurrences.filter(({ path }) => !isExempt(path)).map(({ target }) => target));
  const still = occurrences.filter(({ target }) => !movers.has(target));
  const paths = new Set(still.map(({ path }) => selectorOf(path)));
  return (path) => paths.has(path);
}
