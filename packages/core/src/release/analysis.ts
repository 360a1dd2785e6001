/**
 * What the release rules need to know of one object, found once when it is put in: its references, its
 * portions, and what must be open for the object to be in a view at all (ADR 5, rules 3 to 5).
 */
import { contributingProperties, deterministicId } from '../stix/deterministic.ts';
import { nameBasedVersions, uuidVersionOfId } from '../stix/identifier.ts';
import type { Json, StixObject } from '../stix/types.ts';
import { propertySpecification } from '../stix/specification.ts';
import { validateObject } from '../stix/validate.ts';
import { formOf, type Openness } from './form.ts';
import { referencesOf, type Occurrence } from './references.ts';

/** What can be closed by itself: a reference (`r<target>`) or a portion (`p<index>`). */
export type Closable = string;

export interface Analysis {
  /** Ids that it refers to, each once. */
  references: readonly string[];
  /** Of each list, one closable must be open, else the object is not in the view. */
  needs: readonly (readonly Closable[])[];
}

/** Analyses an object that is valid. `portions` are the selectors of each labelled portion. */
export function analyse(object: StixObject, portions: readonly (readonly string[])[]): Analysis {
  const occurrences = referencesOf(object);
  const references = [...new Set(occurrences.map(({ target }) => target))];
  const needs = [
    ...endsOf(object).map((target) => [`r${target}`]),
    ...identifying(object, occurrences, portions).map((closable) => [closable]),
  ];
  const fixed = new Set(needs.map(([closable]) => closable));
  const free = [
    ...references.map((target) => `r${target}`),
    ...portions.map((_, index) => `p${index}`),
  ].filter((closable) => !fixed.has(closable));
  const isObservable = contributingProperties(object.type) !== undefined;
  // Elsewhere a cut leaves no valid object only where an id stands in a property that is for none.
  const isTried = portions.length > 0 || isObservable;
  const misplaced = new Set(
    isTried ? [] : occurrences.flatMap((one) => (isMisplaced(object.type, one) ? [`r${one.target}`] : [])),
  );
  const tried = isTried ? free : free.filter((closable) => misplaced.has(closable));
  if (tried.length > 0) needs.push(...neededToStayValid(object, portions, tried));
  return { references, needs };
}

/**
 * Whether an id stands in a property of the specification that is not for references, as a name that is one. Of such
 * that are, those that must be there are stood in for; custom properties may go, and extensions unless they make up
 * the object.
 */
function isMisplaced(type: string, { path: [name] }: Occurrence): boolean {
  if (name === 'granular_markings') return false;
  const specification = propertySpecification(type);
  if (name === 'extensions') return specification === undefined || type === 'marking-definition';
  const property = specification?.get(String(name));
  return property === undefined ? name === 'external_references' : !property.isRef;
}

/** The ends of a relationship or sighting (rule 3). */
export function endsOf(object: StixObject): string[] {
  const names =
    object.type === 'relationship'
      ? ['source_ref', 'target_ref']
      : object.type === 'sighting'
        ? ['sighting_of_ref']
        : [];
  return [...new Set(names.map((name) => object[name]).filter((end) => typeof end === 'string'))];
}

/** Closables in properties that make up a deterministic id: closing one would give its value away. */
function identifying(
  object: StixObject,
  occurrences: readonly Occurrence[],
  portions: readonly (readonly string[])[],
): Closable[] {
  if (!nameBasedVersions.has(uuidVersionOfId(object.id))) return [];
  const known = deterministicId(object) === object.id ? contributingProperties(object.type) : undefined;
  const counts = (name: string): boolean => known === undefined || known.includes(name);
  const closables = new Set<Closable>();
  for (const { target, path } of occurrences) if (counts(String(path[0]))) closables.add(`r${target}`);
  portions.forEach((selectors, index) => {
    if (selectors.some((selector) => counts(selector.split('.')[0] ?? ''))) closables.add(`p${index}`);
  });
  return [...closables];
}

/**
 * More closables than this are all needed: trying every set of them would take too long. Of a large object fewer are,
 * so that so many of its values are looked through in all.
 */
const mostTried = 8;
const mostLookedThrough = 100_000;

/** The smallest sets of closables that must not all be closed, or the form is no longer valid. */
function neededToStayValid(
  object: StixObject,
  portions: readonly (readonly string[])[],
  free: readonly Closable[],
): Closable[][] {
  const breaks = (closedOnes: readonly Closable[]): boolean => {
    const form = formOf(object, closing(portions, closedOnes));
    return !validateObject(form.object).valid;
  };
  if (!breaks(free)) return [];
  if (free.length > Math.min(mostTried, Math.log2(mostLookedThrough / sizeOf(object))))
    return free.map((closable) => [closable]);
  const found: Closable[][] = [];
  for (const set of subsetsBySize(free)) {
    if (found.some((smaller) => smaller.every((closable) => set.includes(closable)))) continue;
    if (breaks(set)) found.push(set);
  }
  return found;
}

function closing(portions: readonly (readonly string[])[], closedOnes: readonly Closable[]): Openness {
  const closed = new Set(closedOnes);
  return {
    isOpen: (target) => !closed.has(`r${target}`),
    closedSelectors: portions.flatMap((selectors, index) => (closed.has(`p${index}`) ? selectors : [])),
    label: undefined,
    standIn: (_path, type) => `${type}--00000000-0000-4000-8000-000000000000`,
  };
}

/** How many values there are in a value, itself counted. */
function sizeOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + sizeOf(item), 1);
}

function subsetsBySize(items: readonly Closable[]): Closable[][] {
  const sets = Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_item, index) => ((bits + 1) >> index) & 1),
  );
  return sets.sort((a, b) => a.length - b.length);
}
