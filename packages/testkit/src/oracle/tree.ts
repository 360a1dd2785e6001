/** Paths into a JSON value, and their writing as STIX selectors (STIX 2.1 §7.2.3). */
import type { Json, JsonObject } from '@entente/core/stix/types';

export type Path = readonly (string | number)[];

export const printPath = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('.');

/** The path that a selector means in a value; `undefined` where nothing is there. */
export function findSelector(root: JsonObject, selector: string): Path | undefined {
  return descend(root, selector, []);
}

/** Keys may hold dots themselves, so every key that the rest begins with is tried. */
function descend(node: Json, rest: string, path: Path): Path | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const steps = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  for (const step of steps) {
    const text = printPath([step]);
    if (rest === text) return [...path, step];
    if (!rest.startsWith(`${text}.`)) continue;
    const child = (node as Record<string | number, Json>)[step] as Json;
    const found = descend(child, rest.slice(text.length + 1), [...path, step]);
    if (found) return found;
  }
  return undefined;
}

export const isBeneath = (path: Path, higher: Path): boolean =>
  path.length >= higher.length && higher.every((step, index) => path[index] === step);

/** What stands at a path, or `undefined`. */
export function valueAt(root: Json, path: Path): Json | undefined {
  let node: Json | undefined = root;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string | number, Json>)[step];
  }
  return node;
}

/** Every value of a tree with its path, the root first. */
export function everyValue(root: Json, path: Path = []): { path: Path; value: Json }[] {
  const own = { path, value: root };
  if (typeof root !== 'object' || root === null) return [own];
  const entries: [string | number, Json][] = Array.isArray(root) ? [...root.entries()] : Object.entries(root);
  return [own, ...entries.flatMap(([step, child]) => everyValue(child, [...path, step]))];
}
