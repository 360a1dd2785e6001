/** The cases of `interop/views`, with their names written out; the notation is told in the README there. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Json, JsonObject } from '@entente/core/stix/types';
import type { Act } from './acts.ts';
import { firstInstant } from './pool.ts';

export interface ExpectedEntry {
  id: string;
  by: string;
  version?: string;
  cut?: string[];
}

export interface ViewCase {
  part: string;
  rule: string;
  acts: Act[];
  /** Microseconds since 1970 up to which the hub's clock runs after the last act. */
  now: number;
  views: Record<string, ExpectedEntry[]>;
  served: Record<string, { id: string; by: string }[]>;
  forms: Record<string, Record<string, JsonObject>>;
  feeds: Record<string, string[]>;
  outcomes?: string[];
}

interface Vocabulary {
  ids: Record<string, string>;
  objects: Record<string, JsonObject>;
  acts: JsonObject[];
}

const folder = new URL('../../../../interop/views/', import.meta.url);
const read = (name: string): JsonObject =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as JsonObject;

/** Every case, in the order of the files. */
export function viewCases(): ViewCase[] {
  const vocabulary = read('vocabulary.json') as unknown as Vocabulary;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'vocabulary.json');
  return names.sort().flatMap((name) => {
    const { part, cases } = read(name) as { part: string; cases: JsonObject[] };
    return cases.map((one) => writeCase(part, one, vocabulary));
  });
}

function writeCase(part: string, written: JsonObject, vocabulary: Vocabulary): ViewCase {
  const acts = [...vocabulary.acts, ...(written['acts'] as JsonObject[])];
  const spelled = spell({ ...written, acts: acts.map((act) => withObjects(act, vocabulary)) }, vocabulary);
  const { now, served, forms, feeds, ...rest } = spelled as unknown as Partial<ViewCase> &
    Omit<ViewCase, 'part' | 'now' | 'served' | 'forms' | 'feeds'>;
  const timed = timeActs(spelled['acts'] as JsonObject[]);
  return {
    ...rest,
    served: served ?? {},
    forms: forms ?? {},
    feeds: feeds ?? {},
    part,
    acts: timed,
    now: (timed.at(-1)?.at ?? firstInstant) + (now ?? 0) * 1_000_000,
  };
}

function timeActs(acts: readonly JsonObject[]): Act[] {
  let at = firstInstant;
  const before: number[] = [];
  return acts.map(({ after = 1, of, ...act }) => {
    at += Number(after) * 1_000_000;
    before.unshift(at);
    const meant = of === undefined ? {} : { of: before[Number(of)] };
    return { ...(act['kind'] === 'put' && { collection: 'own' }), ...act, ...meant, at } as unknown as Act;
  });
}

function withObjects(act: JsonObject, { objects }: Vocabulary): JsonObject {
  const listed = act['objects'];
  if (!Array.isArray(listed)) return act;
  return { ...act, objects: listed.map((object) => likeness(object as JsonObject, objects)) };
}

function likeness({ like, ...changes }: JsonObject, objects: Record<string, JsonObject>): JsonObject {
  const whole = { ...(typeof like === 'string' ? objects[like] : {}), ...changes };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
}

/** Replaces names in angle brackets by their ids, in values and keys. */
function spell(value: JsonObject, { ids }: Vocabulary): JsonObject {
  const text = JSON.stringify(value).replace(/<([A-Za-z-]+)>/g, (whole, name: string) => ids[name] ?? whole);
  return JSON.parse(text) as Json as JsonObject;
}
