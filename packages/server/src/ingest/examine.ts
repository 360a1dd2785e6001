/** Objects before anything of the cell is asked: validated, and what release needs to know of them found. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { validateObject } from '@entente/core/stix/validate';
import type { Finding, JsonObject, StixObject } from '@entente/core/stix/types';
import { markingsOf, prepare, type Prepared } from '@entente/core/release/prepare';
import type { Outcome } from '@entente/store/contribution/put';
import type { Puttable } from '@entente/store/contribution/puttable';
import { digestOf } from './digest.ts';

/** An object as it came: parsed, and as written. */
export interface Incoming {
  value: unknown;
  text: string;
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
export interface Examined<One extends Puttable = Puttable> {
  answers: PutAnswer[];
  prepared: One[];
  /** Of each prepared object, its place in `answers`. */
  places: number[];
}

/** What the statement markings say that the contributor has put in, as far as it is known by now. */
export type Statements = Map<string, { statement: string }>;

/** Objects examined before others get a turn: the process goes on answering while a large file comes in. */
const turn = 20;

/** What examining asks of the cell about a contributor. */
export interface Contributor {
  lookUp: LookUp;
  /** For ids that have to be made, which nobody else can make. */
  secret: Uint8Array;
}

/** What the contributor put in before of these statement markings, by id; the latest last. */
export type LookUp = (ids: readonly string[]) => Promise<Iterable<[string, { statement: string }]>>;

/**
 * Validates and analyses objects.
 * @param statements grows by the statements among the objects
 */
export async function examine(
  incoming: readonly Incoming[],
  statements: Statements,
  lookUp: LookUp,
): Promise<Examined<Prepared>> {
  const answers = await judgeAll(incoming, statements, lookUp);
  return analyseAll(incoming, answers, statements);
}

/**
 * Validates objects, each by itself.
 * @param statements grows by the statements among the objects
 */
export async function judgeAll(
  incoming: readonly Incoming[],
  statements: Statements,
  lookUp: LookUp,
): Promise<PutAnswer[]> {
  const answers: PutAnswer[] = [];
  for (const { value } of incoming) {
    answers.push(judge(value));
    if (answers.length % turn === 0) await nextTurn();
  }
  await findStatements(incoming, answers, statements, lookUp);
  return answers;
}

/** Analyses what was found valid; what cannot be put in is rejected then. */
export async function analyseAll(
  incoming: readonly Incoming[],
  judged: readonly PutAnswer[],
  statements: Statements,
): Promise<Examined<Prepared>> {
  const answers = [...judged];
  const examined: Examined<Prepared> = { answers, prepared: [], places: [] };
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
  incoming: readonly Incoming[],
  answers: readonly PutAnswer[],
  statements: Statements,
  lookUp: LookUp,
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
  for (const [id, known] of await lookUp(wanted)) statements.set(id, known);
}
