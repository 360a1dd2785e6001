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
 * Granular markings after a cut: selectors of what was cut go, list indexes are renumbered, and a marking without
 * selectors goes whole.
 * @param renamed selector in the stored object → selector in the form, for all that was kept and can be marked
 */
export function renumberMarkings(
  markings: readonly JsonObject[],
  renamed: ReadonlyMap<string, string>,
): JsonObject[] {
  return markings.flatMap((marking) => {
    const selectors = ((marking['selectors'] ?? []) as string[]).flatMap((selector) => {
      const now = renamed.get(selector);
      return now === undefined ? [] : [now];
    });
    return selectors.length === 0 ? [] : [{ ...marking, selectors }];
  });
}
