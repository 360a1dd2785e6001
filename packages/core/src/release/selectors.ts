/** Selectors of granular markings and portions (STIX 2.1 §7.2.3), and what becomes of them after a cut. */
import type { JsonObject } from '../stix/types.ts';
import type { Path } from './references.ts';

/** Path → selector: `external_references.[0].url`. */
export function selectorOf(path: Path): string {
  let selector = '';
  for (const step of path) {
    if (selector !== '') selector += '.';
    selector += typeof step === 'number' ? `[${step}]` : step;
  }
  return selector;
}

/** Whether `outer` selects the property `inner` or something that holds it. */
export const coversSelector = (outer: string, inner: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`);

/**
 * A selector where elements of lists have moved up.
 * @param moved selector of such an element, as it was → its place in its list now
 */
export function renumbered(selector: string, moved: ReadonlyMap<string, number>): string {
  let before = '';
  const steps = selector.split('.').map((step) => {
    before = before === '' ? step : `${before}.${step}`;
    const place = moved.get(before);
    return place === undefined ? step : `[${place}]`;
  });
  return steps.join('.');
}

/**
 * Granular markings after a cut: selectors of what was cut go, list indexes are renumbered, and a marking without
 * selectors goes whole.
 * @param now what a selector is in the form; `undefined` for what was cut
 */
export function renumberMarkings(
  markings: readonly JsonObject[],
  now: (selector: string) => string | undefined,
): JsonObject[] {
  return markings.flatMap((marking) => {
    const selectors = ((marking['selectors'] ?? []) as string[]).flatMap((selector) => now(selector) ?? []);
    return selectors.length === 0 ? [] : [{ ...marking, selectors }];
  });
}
