import { textOf } from '../check/value.ts';
import type { Json, JsonObject } from '../types.ts';

/** Properties of cyber-observable objects that have another name in 2.1. */
const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  directory: { created: 'ctime', modified: 'mtime', accessed: 'atime' },
  file: { created: 'ctime', modified: 'mtime', accessed: 'atime' },
  process: { created: 'created_time', binary_ref: 'image_ref' },
  'user-account': { password_last_changed: 'credential_last_changed' },
  'windows-registry-key': { modified: 'modified_time' },
};

/**
 * A cyber-observable object of 2.0 with the names and forms of 2.1: properties renamed, `ssdeep` in capitals,
 * header fields as lists. What 2.1 dropped (as `arguments` of a process) stays as a custom property.
 */
export function upgradeObservable(object: JsonObject): JsonObject {
  const raised: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    set(raised, renamedProperty(object, name), upgradeValue(name, value, 0));
  }
  return raised;
}

/** The name in 2.1 of a property of this object; the same where the new name is taken. */
function renamedProperty(object: JsonObject, name: string): string {
  const type = textOf(object['type']);
  const names = Object.hasOwn(renamed, type) ? renamed[type] : undefined;
  const now = names !== undefined && Object.hasOwn(names, name) ? (names[name] as string) : name;
  return Object.hasOwn(object, now) ? name : now;
}

/** A selector of this object with the names of 2.1. */
export function renamedSelector(object: JsonObject, selector: string): string {
  const [first = '', ...rest] = selector.split('.');
  const last = rest.at(-1) === 'ssdeep' ? [...rest.slice(0, -1), 'SSDEEP'] : rest;
  return [renamedProperty(object, first), ...last].join('.');
}

/** Properties whose values became lists of texts. */
const headerFields = new Set(['additional_header_fields', 'request_header']);
const hashProperties = new Set(['hashes', 'file_header_hashes']);
const maximumDepth = 100;

function upgradeValue(name: string, value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null || depth > maximumDepth) return value;
  if (Array.isArray(value)) return value.map((item) => upgradeValue('', item, depth + 1));
  const raised: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (headerFields.has(name) && typeof inner === 'string') set(raised, key, [inner]);
    else if (hashProperties.has(name) && key === 'ssdeep') set(raised, 'SSDEEP', inner);
    else set(raised, key, upgradeValue(key, inner, depth + 1));
  }
  return raised;
}

/** The object with each reference to another observable, at any depth, turned into what `turn` says. */
export function mapReferences(object: JsonObject, turn: (reference: string) => string): JsonObject {
  return mapValue('', object, turn, 0) as JsonObject;
}

function mapValue(name: string, value: Json, turn: (reference: string) => string, depth: number): Json {
  if (typeof value === 'string') return name.endsWith('_ref') || name.endsWith('_refs') ? turn(value) : value;
  if (typeof value !== 'object' || value === null || depth > maximumDepth) return value;
  if (Array.isArray(value)) return value.map((item) => mapValue(name, item, turn, depth + 1));
  const mapped: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) set(mapped, key, mapValue(key, inner, turn, depth + 1));
  return mapped;
}

/** Sets a property of its own whatever its name: plain assignment to `__proto__` would set the prototype. */
function set(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
