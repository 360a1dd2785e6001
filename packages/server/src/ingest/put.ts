/**
 * Putting objects in, from wherever they come: validate, find what their markings mean, prepare, write.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { validateObject } from '@entente/core/stix/validate';
import type { Finding, JsonObject, StixObject } from '@entente/core/stix/types';
import type { Label, LabelParts } from '@entente/core/label/label';
import { markingsOf, prepare, type Prepared } from '@entente/core/release/prepare';
import type { Change } from '@entente/store/change/change';
import { putObjects, type Hold, type Outcome } from '@entente/store/contribution/put';
import type { Queryable } from '@entente/store/database/queryable';
import { readStatements } from '@entente/store/contribution/markings';
import { digestOf } from './digest.ts';

/** An object as it came: parsed, and as written. */
export interface Incoming {
  value: unknown;
  text: string;
}

export interface PutRequest {
  contributor: string;
  /** Label parts that the person chose, or the audience of the collection. */
  chosen?: LabelParts | undefined;
  /** The member's default for this source. */
  default?: LabelParts | undefined;
  batch: string | null;
  refuse?: ((label: Label) => string | undefined) | undefined;
  hold?: Hold | undefined;
}

/** What became of one object. */
export interface PutAnswer {
  id: string;
  type: string;
  /** Microseconds; of what was put in or found; absent where the object was never read. */
  version?: number;
  outcome: Outcome;
  revoked: boolean;
  /** Set where it went in under a narrower label and waits for a second person. */
  waits?: true;
  findings: readonly Finding[];
}

/** Objects after validation and analysis, before anything of the cell is asked. */
export interface Examined {
  answers: PutAnswer[];
  prepared: Prepared[];
  /** Of each prepared object, its place in `answers`. */
  places: number[];
}

/** What the statement markings say that the contributor has put in, as far as it is known by now. */
export type Statements = Map<string, { statement: string }>;

/** Objects examined before others get a turn: the process goes on answering while a large file comes in. */
const turn = 200;

/**
 * Validates and analyses objects.
 * @param statements grows by the statements among the objects
 */
export async function examine(
  client: Queryable,
  incoming: readonly Incoming[],
  contributor: string,
  statements: Statements,
): Promise<Examined> {
  const answers: PutAnswer[] = [];
  for (const { value } of incoming) {
    answers.push(judge(value));
    if (answers.length % turn === 0) await nextTurn();
  }
  await findStatements(client, incoming, answers, contributor, statements);
  const examined: Examined = { answers, prepared: [], places: [] };
  for (const [index, { value, text }] of incoming.entries()) {
    if (index % turn === 0) await nextTurn();
    const answer = answers[index] as PutAnswer;
    if (answer.outcome === 'rejected') continue;
    const made = prepare(value as StixObject, text, statements, digestOf);
    if ('findings' in made) {
      answers[index] = { ...answer, outcome: 'rejected', findings: made.findings };
      continue;
    }
    examined.prepared.push(made.prepared);
    examined.places.push(index);
  }
  return examined;
}

/** Puts examined objects in, in their order, inside the transaction of a change. */
export async function putExamined(
  change: Change,
  { answers, prepared, places }: Examined,
  request: PutRequest,
): Promise<PutAnswer[]> {
  const results = await putObjects(change, prepared, {
    contributor: request.contributor,
    sources: { chosen: request.chosen, default: request.default },
    batch: request.batch,
    refuse: request.refuse,
    hold: request.hold,
  });
  const told = [...answers];
  results.forEach(({ outcome, version, reason, waits }, index) => {
    const place = places[index] as number;
    const findings = reason === undefined ? [] : [{ path: '', message: reason }];
    const waiting = waits ? { waits } : {};
    told[place] = { ...(answers[place] as PutAnswer), outcome, version, findings, ...waiting };
  });
  return told;
}

function judge(value: unknown): PutAnswer {
  const verdict = validateObject(value);
  const object = (typeof value === 'object' && value !== null ? value : {}) as JsonObject;
  const type = typeof object['type'] === 'string' ? object['type'] : '';
  const base = { id: verdict.id, type, revoked: object['revoked'] === true };
  if (!verdict.valid) return { ...base, outcome: 'rejected', findings: verdict.errors };
  if (type === 'bundle') {
    return {
      ...base,
      outcome: 'rejected',
      findings: [{ path: 'type', message: 'is a bundle, not an object' }],
    };
  }
  return { ...base, outcome: 'added', findings: [] };
}

/** Statements among what is put in come first; then those that the contributor put in before. */
async function findStatements(
  client: Queryable,
  incoming: readonly Incoming[],
  answers: readonly PutAnswer[],
  contributor: string,
  statements: Statements,
): Promise<void> {
  const valid = incoming
    .filter((_one, index) => answers[index]?.outcome !== 'rejected')
    .map(({ value }) => value as StixObject);
  for (const object of valid) {
    if (object.type !== 'marking-definition' || object['definition_type'] !== 'statement') continue;
    const statement = (object['definition'] as JsonObject | undefined)?.['statement'];
    if (typeof statement === 'string') statements.set(object.id, { statement });
  }
  const wanted = [...new Set(valid.flatMap(markingsOf))].filter((id) => !statements.has(id));
  if (wanted.length === 0) return;
  for (const [id, known] of await readStatements(client, contributor, wanted)) statements.set(id, known);
}
