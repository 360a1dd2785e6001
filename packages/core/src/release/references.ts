/**
 * The references of an object: any string at any depth that is a STIX id, and keys that are STIX ids
 * (ADR 5, rule 4).
 */
import { isStixId } from '../stix/identifier.ts';
import { tlp2ExtensionId, tlpIds } from '../stix/tlp.ts';
import type { Json, JsonObject } from '../stix/types.ts';
import { neverCutExtensionIds } from '../extension/identifiers.ts';

/** A place in an object: property names and list indexes from the root. */
export type Path = readonly (string | number)[];

/** One occurrence of a reference. */
export interface Occurrence {
  target: string;
  path: Path;
  /** Whether the id is the key of a dictionary (an extension) and not a value. */
  key: boolean;
}

/** Ids that are open to everybody: TLP markings, the project's extension-definitions, their identity. */
export const isNeverCut = (id: string): boolean =>
  tlpIds.has(id) || id === tlp2ExtensionId || neverCutExtensionIds.has(id);

/** Lists every reference of an object but its own id and what is never cut, in document order. */
export function referencesOf(object: JsonObject): Occurrence[] {
  const found: Occurrence[] = [];
  const ownId = object['id'];
  const isReference = (text: string): boolean => isStixId(text) && text !== ownId && !isNeverCut(text);
  const path: (string | number)[] = [];
  const walk = (value: Json): void => {
    if (typeof value === 'string') {
      if (isReference(value)) found.push({ target: value, path: [...path], key: false });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => step(index, item));
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        if (isReference(name)) found.push({ target: name, path: [...path, name], key: true });
        step(name, value[name] as Json);
      }
    }
  };
  const step = (name: string | number, value: Json): void => {
    path.push(name);
    walk(value);
    path.pop();
  };
  walk(object);
  return found;
}

/**
 * Whether opening a reference leaves its object where it is in a feed (rule 9): list references and
 * `created_by_ref` do; otherwise one shared identity would date everything anew.
 */
export function isExempt(path: Path): boolean {
  return path.some((step) => typeof step === 'number') || path[0] === 'created_by_ref';
}
