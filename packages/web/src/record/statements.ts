/**
 * What an object states, property by property: the names of STIX and of the extensions as one, each field of an
 * extension as a property of its own, what nobody here knows by its own name. Claims and versions are compared by it.
 */
import {
  answerExtensionId,
  assessmentExtensionId,
  decisionExtensionId,
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
  requestExtensionId,
} from '@entente/contract/stix';
import { namesOf, recordIn, type Name, type StixObject } from './object.ts';

/** Property → its values, in their order. */
export type Statements = ReadonlyMap<string, readonly unknown[]>;

/** What is told elsewhere: in the head of the claim, as its label, or among the names. */
const elsewhere = new Set([
  'type',
  'spec_version',
  'id',
  'created_by_ref',
  'created',
  'modified',
  'object_marking_refs',
  'granular_markings',
  'extensions',
  'name',
  'aliases',
]);
/** Of the extensions: kind; names, which stand with those of STIX; grades, which stand in the head. */
const told = new Set(['extension_type', 'names', 'source_reliability', 'information_credibility', 'basis']);
const known = new Set<string>([organisationExtensionId, personExtensionId]);

export function statementsOf(object: StixObject): Statements {
  const statements = new Map<string, readonly unknown[]>();
  const state = (property: string, value: unknown): void => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.length > 0) statements.set(property, [...(statements.get(property) ?? []), ...values]);
  };
  state('names', namesOf(object));
  for (const [property, value] of Object.entries(object)) {
    if (!elsewhere.has(property)) state(property, value);
  }
  for (const [id, content] of Object.entries(recordIn(object, 'extensions'))) {
    if (id === labelExtensionId) continue;
    const fields = recordIn({ content }, 'content');
    for (const [field, value] of Object.entries(fields)) {
      if (!told.has(field)) state(nameOfField(id, field), value);
    }
  }
  return statements;
}

/** Extensions whose fields have words of their own: the note of a grading is another one than that of a person. */
const beginnings: ReadonlyMap<string, string> = new Map([
  [assessmentExtensionId, 'assessment'],
  [requestExtensionId, 'request'],
  [answerExtensionId, 'answer'],
  [decisionExtensionId, 'decision'],
]);

function nameOfField(extension: string, field: string): string {
  const beginning = beginnings.get(extension);
  if (beginning !== undefined && !told.has(field)) return `${beginning}-${field}`;
  return known.has(extension) || beginning !== undefined ? field : `${extension} ${field}`;
}

const extended = /^extensions\.([^.]+)\.(.+)$/;

/** The property that a selector names (STIX 2.1 §7.2.3.1), by the name that has a word, and the place within it. */
export function propertyAt(selector: string): { property: string; within: string } {
  const [, extension, path = selector] = extended.exec(selector) ?? [];
  const [field = path, ...within] = path.split('.');
  return {
    property: extension === undefined ? field : nameOfField(extension, field),
    within: within.join('.'),
  };
}

/** What tells two values of a property apart: of names how they are written, of countries their code. */
export function markOf(property: string, value: unknown): string {
  if (property === 'names') return (value as Name).text.normalize('NFC');
  if (property === 'nationalities' || property === 'countries') {
    const { code, text } = value as { code?: unknown; text?: unknown };
    return canonical(code ?? text ?? value);
  }
  return canonical(value);
}

/** As JSON whose keys have one order, without those that say nothing, and whose texts are composed (Unicode NFC). */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`;
}

/** What somebody reads first, in this order; the rest follows as it comes. */
const order = [
  'names',
  'identity_class',
  'birth_dates',
  'birth_places',
  'nationalities',
  'sex',
  'documents',
  'addresses',
  'deceased',
  'titles',
  'designations',
  'subject_categories',
  'founded',
  'dissolved',
  'legal_form',
  'countries',
  'activities',
  'listings',
  'abstract',
  'content',
  'description',
];
const last = ['assessment-assessed_on', 'assessment-purposes', 'assessment-legal_basis', 'assessment-note'];

/** The properties of several objects, in the order in which they are read. */
export function propertiesOf(all: readonly Statements[]): string[] {
  const named = [...new Set(all.flatMap((statements) => [...statements.keys()]))];
  const place = (property: string): number => {
    const [early, late] = [order.indexOf(property), last.indexOf(property)];
    return early >= 0 ? early : late >= 0 ? 2000 + late : 1000;
  };
  return named.toSorted((one, other) => place(one) - place(other));
}
