/** The form that a member would get of a contribution, as far as its contributor may know (ADR 5, rules 4, 5, 8). */
import type { Explanation } from '@entente/contract/label';
import { standInUuid } from '@entente/contract/stix';
import { parseLabel } from '@entente/core/label/label';
import { formOf } from '@entente/core/release/form';
import { referencesOf } from '@entente/core/release/references';
import { coversSelector, selectorOf } from '@entente/core/release/selectors';
import type { StixObject } from '@entente/core/stix/types';
import type { OwnContribution } from '@entente/store/contribution/reader';
import type { Forecast } from './forecast.ts';

export interface ForecastForm {
  /** What depends on others stands in it; `null` where the member gets nothing. */
  object: StixObject | null;
  /** Selectors in the contributor's own version. */
  cuts: string[];
  uncertain: string[];
}

/**
 * @param parts what the forecast says of references and portions that are not open
 * @param body the object as others are served it, but for the label
 */
export function formFor(
  forecast: Forecast,
  one: OwnContribution,
  parts: NonNullable<Explanation['parts']>,
  body: string,
): ForecastForm {
  const stored = JSON.parse(body) as StixObject;
  const closed = parts.filter(({ open }) => open === 'no');
  const targets = new Set(closed.flatMap(({ target }) => (target === undefined ? [] : [target])));
  const projection = forecast.projection(parseLabel(one.label));
  const { object, cuts } = formOf(stored, {
    isOpen: (target) => !targets.has(target),
    closedSelectors: closed.flatMap(({ selectors = [] }) => selectors),
    label: projection.label,
    standIn: (_path, type) => `${type}--${standInUuid}`,
  });
  const uncertain = [...uncertainIn(stored, parts), ...projection.uncertain];
  return {
    object,
    cuts,
    uncertain: uncertain.filter((selector) => !cuts.some((cut) => coversSelector(cut, selector))),
  };
}

/** Where in the object that stands of which others decide. */
function uncertainIn(stored: StixObject, parts: NonNullable<Explanation['parts']>): string[] {
  const unsure = parts.filter(({ open }) => open === 'depends-on-others');
  const targets = new Set(unsure.map(({ target }) => target));
  return [
    ...referencesOf(stored)
      .filter(({ target }) => targets.has(target))
      .map(({ path }) => selectorOf(path)),
    ...unsure.flatMap(({ selectors = [] }) => selectors),
  ];
}
