/**
 * The label as STIX: one extension of the project, inline on the object, because a label kept in an
 * object of its own would have to be released by itself (ADR 3).
 */
import { labelExtensionId } from '../extension/identifiers.ts';
import type { Finding, Json, JsonObject } from '../stix/types.ts';
import { formatTimestamp, isKeepable, parseTimestamp, unkept } from '../stix/timestamp.ts';
import type { LabelParts } from './label.ts';

/** A label on properties of an object, by STIX selectors (STIX 2.1 §7.2.3). */
export interface PortionParts {
  selectors: readonly string[];
  parts: LabelParts;
}

/** What an object says of its own label. Audiences name communities without epoch. */
export interface StatedLabel {
  parts: LabelParts;
  portions: readonly PortionParts[];
  findings: readonly Finding[];
}

const partKeys = new Set(['levels', 'all', 'any', 'owners', 'handling', 'until', 'review']);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: Json): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Reads the label extension of an object; `undefined` where the object has none. */
export function statedLabel(object: JsonObject): StatedLabel | undefined {
  const extensions = object['extensions'];
  const stated = isObject(extensions) ? extensions[labelExtensionId] : undefined;
  if (stated === undefined) return undefined;
  const path = `extensions.${labelExtensionId}`;
  const findings: Finding[] = [];
  if (!isObject(stated)) {
    return { parts: {}, portions: [], findings: [{ path, message: 'must be an object' }] };
  }
  const { portions, extension_type: _kind, ...rest } = stated;
  return {
    parts: readParts(rest, path, findings),
    portions: readPortions(portions, `${path}.portions`, findings),
    findings,
  };
}

/** The object without its label extension; an emptied `extensions` goes too. */
export function withoutLabel(object: JsonObject): JsonObject {
  const extensions = object['extensions'];
  if (!isObject(extensions) || extensions[labelExtensionId] === undefined) return object;
  const { [labelExtensionId]: _label, ...others } = extensions;
  const { extensions: _all, ...rest } = object;
  return Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
}

function readPortions(value: Json | undefined, path: string, findings: Finding[]): PortionParts[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    findings.push({ path, message: 'must be a list of portions' });
    return [];
  }
  return value.flatMap((portion, index) => {
    const at = `${path}[${index}]`;
    if (!isObject(portion) || !isTexts(portion['selectors'] ?? null)) {
      findings.push({ path: at, message: 'must be an object with selectors, a list of texts' });
      return [];
    }
    const { selectors, ...rest } = portion;
    return [{ selectors: selectors as string[], parts: readParts(rest, at, findings) }];
  });
}

/**
 * Reads the parts of a label from JSON: levels, all, any, owners, handling, until, review. What is
 * wrong is reported with its path and left out, and must stop the contribution.
 */
export function readParts(value: JsonObject, path: string, findings: Finding[]): LabelParts {
  const parts: LabelParts = {};
  const wrong = (key: string, message: string): void => {
    findings.push({ path: path === '' ? key : `${path}.${key}`, message });
  };
  for (const key of Object.keys(value)) {
    if (!partKeys.has(key)) wrong(key, `is not a part of a label; a label has ${[...partKeys].join(', ')}`);
  }
  const { levels, all, any, owners, handling, until, review } = value;
  if (levels !== undefined) {
    if (
      isObject(levels) &&
      Object.values(levels).every((rank) => Number.isInteger(rank) && Number(rank) >= 0)
    )
      parts.levels = levels as Record<string, number>;
    else wrong('levels', 'must map each policy to a rank, a whole number from 0');
  }
  if (any !== undefined) {
    if (Array.isArray(any) && any.every((clause) => isTexts(clause) && clause.length > 0))
      parts.any = any as string[][];
    else wrong('any', 'must be a list of clauses, each a list of at least one audience');
  }
  for (const [key, list] of Object.entries({ all, owners, handling })) {
    if (list === undefined) continue;
    if (isTexts(list)) parts[key as 'all' | 'owners' | 'handling'] = list;
    else wrong(key, 'must be a list of texts');
  }
  for (const [key, time] of Object.entries({ until, review })) {
    if (time === undefined) continue;
    const micros = typeof time === 'string' ? parseTimestamp(time) : undefined;
    if (micros === undefined) wrong(key, 'must be a timestamp, as 2027-01-31T00:00:00Z');
    else if (!isKeepable(time as string)) wrong(key, unkept);
    else parts[key as 'until' | 'review'] = Number(micros);
  }
  return parts;
}

/** Writes parts of a label as the JSON that `readParts` reads; empty parts are left out. */
export function writeParts(parts: LabelParts): JsonObject {
  const written: JsonObject = {};
  if (parts.levels && Object.keys(parts.levels).length > 0) written['levels'] = { ...parts.levels };
  for (const key of ['all', 'owners', 'handling'] as const) {
    const list = parts[key];
    if (list && list.length > 0) written[key] = [...list];
  }
  if (parts.any && parts.any.length > 0) written['any'] = parts.any.map((clause) => [...clause]);
  for (const key of ['until', 'review'] as const) {
    const time = parts[key];
    if (time !== undefined) written[key] = formatTimestamp(BigInt(time));
  }
  return written;
}
