/** Which properties a portion may cover, and what goes with one that is closed (ADR 5, rule 5). */
import { dependants, propertySpecification } from '../stix/specification.ts';

const common = new Set(['id', 'type', 'spec_version', 'created', 'modified']);

/** Whether a portion may cover what the selector names: optional properties and required free text. */
export function isPropertyPortionable(type: string, selector: string): boolean {
  const [name = '', ...deeper] = selector.split('.');
  if (common.has(name)) return false;
  const property = propertySpecification(type)?.get(name);
  if (property === undefined || !property.required || deeper.length > 0) return true;
  return property.freeText && !property.list;
}

/** Whether a neutral sentence takes the place of the property when it is closed. */
export function isRequiredFreeText(type: string, name: string): boolean {
  const property = propertySpecification(type)?.get(name);
  return property !== undefined && property.required && property.freeText && !property.list;
}

/** The selectors that are closed with these: themselves and the properties that cannot stand without them. */
export function closedWith(type: string, selectors: readonly string[]): ReadonlySet<string> {
  return new Set(selectors.flatMap((selector) => [selector, ...dependants(type, selector)]));
}
