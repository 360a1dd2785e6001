/** The unit that is labelled: an object version by a contributor under a label. */
import { labelExtensionId, neverCutExtensionIds } from '@entente/core/extension/identifiers';
import { isStixId } from '@entente/core/stix/identifier';
import { tlp2ExtensionId, tlpIds } from '@entente/core/stix/tlp';
import type { JsonObject } from '@entente/core/stix/types';
import type { Consent } from './consent.ts';
import type { OracleLabel, OraclePortion } from './label.ts';
import { everyValue, printPath, type Path } from './tree.ts';

export interface Contribution {
  /** Order of put over the whole world. */
  order: number;
  /** Number of the act that put it in, and of the object in it. */
  act: number;
  index: number;
  contributor: string;
  id: string;
  type: string;
  /** Version instant in microseconds. */
  version: bigint;
  object: JsonObject;
  body: string;
  label: OracleLabel;
  /** The same put in again under this label, after a relabelling, changes nothing. */
  labelAsPut: OracleLabel;
  portions: OraclePortion[];
  /** Owners whose consent it needs; while not all have given it, it is its contributor's alone. */
  heldBy: string[];
  /** What they consented to, with which request; while there is none, it waits. */
  released?: { by: Consent; label: OracleLabel } | undefined;
  /** Selectors that owners had taken out. */
  taken: string[];
  references: Reference[];
  /** Target → what others had contributed of it and the contributor saw when it contributed. */
  foreign: Map<string, Set<Contribution>>;
}

/** One place where an object names another. */
export interface Reference {
  path: Path;
  target: string;
  /** The name is a key of a dictionary, not a value. */
  isKey: boolean;
}

const endNames = new Map([
  ['relationship', ['source_ref', 'target_ref']],
  ['sighting', ['sighting_of_ref']],
]);

/** The ends without which a relationship or a sighting is not shown (rule 3). */
export const endsOf = (type: string): readonly string[] => endNames.get(type) ?? [];

const isNeverCut = (id: string): boolean =>
  tlpIds.has(id) || id === tlp2ExtensionId || neverCutExtensionIds.has(id);

/** Every string at any depth that is a STIX id, keys included, but for what is never cut (rule 4). */
export function referencesOf(object: JsonObject): Reference[] {
  const found: Reference[] = [];
  for (const { path, value } of everyValue(object)) {
    if (path[0] === 'extensions' && path[1] === labelExtensionId) continue;
    const key = path.at(-1);
    if (typeof key === 'string' && isReference(key, object)) found.push({ path, target: key, isKey: true });
    if (typeof value === 'string' && printPath(path) !== 'id' && isReference(value, object))
      found.push({ path, target: value, isKey: false });
  }
  return found;
}

const isReference = (text: string, object: JsonObject): boolean =>
  isStixId(text) && text !== object['id'] && !isNeverCut(text);

/** Whether the object has a version of its own: an observable has none. */
export const isTimed = ({ modified, created }: JsonObject): boolean => (modified ?? created) !== undefined;

/** In a list, or the creator: opening it changes the form in place (rule 9). */
export const isExempt = (references: readonly Reference[], target: string): boolean =>
  references
    .filter((reference) => reference.target === target)
    .every(
      ({ path }) => path.some((step) => typeof step === 'number') || printPath(path) === 'created_by_ref',
    );
