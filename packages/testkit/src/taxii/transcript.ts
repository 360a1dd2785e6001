/** Transcripts of interop/taxii, as their README describes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '@entente/core/stix/types';

export interface Expectation {
  status: number;
  headers?: Record<string, Json>;
  body?: Json;
}

export interface Step {
  /** Name of a member; nobody where it is left out. */
  as?: string;
  send: string;
  headers?: Record<string, string | null>;
  body?: Json;
  /** A body that is no JSON. */
  text?: string;
  expect: Expectation;
}

export interface Transcript {
  /** Numbers of docs on TAXII, requirement by requirement. */
  requirements: number[];
  rule: string;
  steps: Step[];
}

export interface TranscriptFile {
  name: string;
  begin: Step[];
  transcripts: Transcript[];
}

export interface TranscriptWorld {
  members: Record<string, string>;
  communities: Record<string, { id: string; roster: string[] }>;
  /** What `{name}` stands for, besides members, communities and what was saved. */
  names: Record<string, string>;
  objects: Record<string, JsonObject>;
}

const folder = new URL('../../../../interop/taxii/', import.meta.url);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const readWorld = (): TranscriptWorld => read('world.json') as TranscriptWorld;

export function readTranscripts(): TranscriptFile[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.json') && name !== 'world.json')
    .sort()
    .map((name) => {
      const { begin = [], transcripts } = read(name) as { begin?: Step[]; transcripts: Transcript[] };
      return { name, begin, transcripts };
    });
}

/** Names and objects in a value replaced: `{name}` in a text, and an element `$name` by the object. */
export function fill(
  value: Json,
  names: ReadonlyMap<string, string>,
  objects: TranscriptWorld['objects'],
): Json {
  if (typeof value === 'string') {
    const object = value.startsWith('$') ? objects[value.slice(1)] : undefined;
    return object === undefined ? fillText(value, names) : fill(object, names, objects);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, names, objects));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      fillText(key, names),
      key === '$matches' ? item : fill(item, names, objects),
    ]),
  );
}

export const fillText = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(/\{([a-z][a-zA-Z0-9-]*)\}/g, (whole, name: string) => names.get(name) ?? whole);

/**
 * Where an answer differs from what is expected; none where it fits. Members that are not named may be there;
 * lists must be as long and in the same order.
 * @param saved takes what `$save` names
 */
export function differences(
  expected: Json,
  found: Json | undefined,
  saved: Map<string, string>,
  path = '',
): string[] {
  const wrong = (what: string): string[] => [`${path || 'body'}: ${what}, but is ${JSON.stringify(found)}`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) {
      return wrong(`wants a list of ${expected.length}`);
    }
    return expected.flatMap((item, index) => differences(item, found[index], saved, `${path}[${index}]`));
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(expected, found) ? [] : wrong(`wants ${JSON.stringify(expected)}`);
  }
  const { $matches, $absent, $save, $exactly, ...members } = expected;
  if ($absent === true) return found === undefined ? [] : wrong('wants nothing');
  if (found === undefined) return wrong('wants something');
  if ($exactly !== undefined) {
    return same($exactly, found) ? [] : wrong(`wants exactly ${JSON.stringify($exactly)}`);
  }
  if (typeof $save === 'string') saved.set($save, String(found));
  if (typeof $matches === 'string' && !(typeof found === 'string' && new RegExp($matches).test(found))) {
    return wrong(`wants a text like ${$matches}`);
  }
  const names = Object.entries(members);
  if (names.length > 0 && (typeof found !== 'object' || found === null || Array.isArray(found))) {
    return wrong('wants an object');
  }
  return names.flatMap(([name, item]) => {
    const inner = Object.hasOwn(found as object, name) ? (found as JsonObject)[name] : undefined;
    return differences(item, inner, saved, path === '' ? name : `${path}.${name}`);
  });
}

function same(left: Json, right: Json): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    return left === right;
  }
  const [names, others] = [Object.keys(left), Object.keys(right)];
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === others.length &&
    names.every((name) => same((left as JsonObject)[name] ?? null, (right as JsonObject)[name] ?? null))
  );
}
