/**
 * Putting objects in, from wherever they come: validate, find what their markings mean, prepare, write.
 */
import { validateObject } from '@entente/core/stix/validate';
import type { Finding, JsonObject, StixObject } from '@entente/core/stix/types';
import type { Label, LabelParts } from '@entente/core/label/label';
import { markingsOf, prepare, type KnownMarkings, type Prepared } from '@entente/core/release/prepare';
import type { Change } from '@entente/store/change/change';
import { putObjects, type Outcome } from '@entente/store/contribution/put';
import { readStatements } from '@entente/store/contribution/markings';

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
}

/** What became of one object. */
export interface PutAnswer {
  id: string;
  type: string;
  /** Microseconds; of what was put in or found; absent where the object was never read. */
  version?: number;
  outcome: Outcome;
  revoked: boolean;
  findings: readonly Finding[];
}

/** Puts objects in, in their order, inside the transaction of a change. */
export async function put(
  change: Change,
  incoming: readonly Incoming[],
  request: PutRequest,
): Promise<PutAnswer[]> {
  const answers = incoming.map(({ value }) => judge(value));
  const markings = await findMarkings(change, incoming, answers, request.contributor);
  const prepared: Prepared[] = [];
  const places: number[] = [];
  incoming.forEach(({ value, text }, index) => {
    const answer = answers[index] as PutAnswer;
    if (answer.outcome === 'rejected') return;
    const made = prepare(value as StixObject, text, markings);
    if ('findings' in made) {
      answers[index] = { ...answer, outcome: 'rejected', findings: made.findings };
      return;
    }
    prepared.push(made.prepared);
    places.push(index);
  });
  const results = await putObjects(change, prepared, {
    contributor: request.contributor,
    sources: { chosen: request.chosen, default: request.default },
    batch: request.batch,
    refuse: request.refuse,
  });
  results.forEach(({ outcome, version, reason }, index) => {
    const place = places[index] as number;
    const findings = reason === undefined ? [] : [{ path: '', message: reason }];
    answers[place] = { ...(answers[place] as PutAnswer), outcome, version, findings };
  });
  return answers;
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
async function findMarkings(
  change: Change,
  incoming: readonly Incoming[],
  answers: readonly PutAnswer[],
  contributor: string,
): Promise<KnownMarkings> {
  const valid = incoming
    .filter((_one, index) => answers[index]?.outcome !== 'rejected')
    .map(({ value }) => value as StixObject);
  const wanted = new Set(valid.flatMap(markingsOf));
  if (wanted.size === 0) return new Map();
  const known = new Map(await readStatements(change.client, contributor, [...wanted]));
  for (const object of valid) {
    const { definition } = object;
    if (object.type !== 'marking-definition' || object['definition_type'] !== 'statement') continue;
    const statement = (definition as JsonObject | undefined)?.['statement'];
    if (typeof statement === 'string') known.set(object.id, { statement });
  }
  return known;
}
