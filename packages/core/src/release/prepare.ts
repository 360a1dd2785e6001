/** Everything that the store needs of an object that is put in, found without looking at anything else. */
import {
  assessmentExtensionId,
  decisionExtensionId,
  labelExtensionId,
  noticeExtensionId,
  personExtensionId,
} from '../extension/identifiers.ts';
import { checkExtension } from '../extension/definitions.ts';
import { statedLabel, type PortionParts } from '../label/extension.ts';
import type { LabelParts } from '../label/label.ts';

import { contributingProperties, deterministicId } from '../stix/deterministic.ts';
import { nameBasedVersions, uuidVersionOfId } from '../stix/identifier.ts';
import { parseTimestamp } from '../stix/timestamp.ts';
import { tlpNameOfId } from '../stix/tlp.ts';
import type { Finding, Json, JsonObject, StixObject } from '../stix/types.ts';
import { plainTextOf, writtenAs } from './plain.ts';
import { isPropertyPortionable } from './portions.ts';
import { analyse, type Analysis } from './analysis.ts';
import type { Subject } from '../review/rules.ts';
import { visibleWords, type VisibleWords } from './visible.ts';

/** What a marking-definition means here: a statement is handling; anything else is unknown. */
export type KnownMarkings = ReadonlyMap<string, { statement: string }>;

/** @typeParam Text how texts are held: as such, or as the store writes them */
export interface Prepared<Text = string> {
  id: string;
  type: string;
  /** Whether it has `modified`. */
  isModified: boolean;
  /** What everybody but its contributor is served, but for the label (core/release/plain). */
  text: Text;
  /** Whether it has extensions besides the label. */
  extended: boolean;
  /** How its contributor wrote it, where that differs. */
  written: string | null;
  /** Microseconds of `modified`, else `created`; `undefined` for what has neither. */
  version: number | undefined;
  digest: string;
  revoked: boolean;
  /** Parts of labels that the object states, by extension or marking. */
  stated: readonly LabelParts[];
  /** An unknown marking: the contributor alone. */
  unknownMarking: boolean;
  /** Codes of TLP that it names as its markings; none where a portion may close what it names. */
  tlp: readonly string[];
  portions: readonly PortionParts[];
  /** Set where it is about a person. */
  subject?: Subject;
  /** Set where the last portion opens to whoever has a version that the object names. */
  names?: NamedVersion;
  analysis: Analysis;
  words: readonly VisibleWords<Text>[];
}

/** A version of another object. */
export interface NamedVersion {
  object: string;
  /** Microseconds of its `modified`. */
  version: number;
}

/** The markings that an object names and that are not TLP: the caller looks them up first. */
export function markingsOf(object: JsonObject): string[] {
  const granular = (object['granular_markings'] ?? []) as JsonObject[];
  const named = [...((object['object_marking_refs'] ?? []) as string[]), ...granular.map(markingRef)];
  return named.filter((id): id is string => id !== undefined && tlpNameOfId(id) === undefined);
}

const markingRef = (marking: JsonObject): string | undefined =>
  typeof marking['marking_ref'] === 'string' ? marking['marking_ref'] : undefined;

/** Who puts an object in: what the hub says of itself, no member can. */
export type Origin = 'member' | 'hub';

/**
 * Prepares a valid object; the findings say why it cannot be put in.
 * @param digest SHA-256 over the canonical form; handed in, so that a platform's own may be used
 */
export function prepare(
  object: StixObject,
  text: string,
  markings: KnownMarkings,
  digest: (object: StixObject) => string,
  origin: Origin = 'member',
): { prepared: Prepared } | { findings: readonly Finding[] } {
  const label = statedLabel(object);
  const portions = [
    ...(label?.portions ?? []),
    ...unknownPortions(object, markings),
    ...namingPortion(object),
  ];
  const names = namedVersion(object);
  const subject = subjectOf(object);
  const findings = [
    ...(label?.findings ?? []),
    ...portionFindings(object, portions),
    ...extensionFindings(object, origin),
    ...identityFindings(object),
  ];
  if (findings.length > 0) return { findings };
  const plain = plainTextOf(object);
  const selectors = portions.map((portion) => portion.selectors);
  const named = (object['object_marking_refs'] ?? []) as string[];
  const stated = named.map((id) => handlingOf(id, markings));
  return {
    prepared: {
      id: object.id,
      type: object.type,
      isModified: object['modified'] !== undefined,
      text: plain.text,
      extended: plain.extended,
      written: writtenAs(text, plain.text),
      version: versionOf(object),
      digest: digest(object),
      revoked: object['revoked'] === true,
      stated: [
        ...(label === undefined ? [] : [label.parts]),
        ...stated.filter((parts) => parts !== undefined),
      ],
      unknownMarking: stated.includes(undefined),
      tlp: selectors.flat().some((selector) => selector.startsWith('object_marking_refs'))
        ? []
        : tlpOf(named),
      portions,
      ...(subject === undefined ? {} : { subject }),
      ...(names === undefined ? {} : { names }),
      analysis: analyse(object, selectors),
      words: visibleWords(object, selectors),
    },
  };
}

/** What the object says of the person that it is about. */
function subjectOf(object: StixObject): Subject | undefined {
  const extensions = (object['extensions'] ?? {}) as JsonObject;
  const person = extensions[personExtensionId] as JsonObject | undefined;
  if (person === undefined) return undefined;
  const assessment = (extensions[assessmentExtensionId] ?? {}) as JsonObject;
  return {
    categories: (person['subject_categories'] ?? []) as string[],
    purposes: (assessment['purposes'] ?? []) as string[],
  };
}

/** The instant that tells versions of an object apart: `modified`, else `created`, else none. */
export function versionOf(object: JsonObject): number | undefined {
  const time = object['modified'] ?? object['created'];
  const micros = typeof time === 'string' ? parseTimestamp(time) : undefined;
  return micros === undefined ? undefined : Number(micros);
}

/** TLP and statements are handling; `undefined` for a marking that is not known. */
function handlingOf(id: string, markings: KnownMarkings): LabelParts | undefined {
  const tlp = tlpNameOfId(id);
  if (tlp !== undefined) return { handling: [`TLP:${tlp}`] };
  const known = markings.get(id);
  return known === undefined ? undefined : { handling: [known.statement] };
}

/** The codes of TLP among markings, sorted, each once. */
const tlpOf = (markings: readonly string[]): string[] =>
  [...new Set(markings.flatMap((id) => tlpNameOfId(id) ?? []))].sort().map((name) => `TLP:${name}`);

/** Properties under an unknown granular marking are a portion for the contributor alone. */
function unknownPortions(object: JsonObject, markings: KnownMarkings): PortionParts[] {
  const granular = (object['granular_markings'] ?? []) as JsonObject[];
  return granular.flatMap((marking) => {
    const id = markingRef(marking);
    if (id === undefined || tlpNameOfId(id) !== undefined || markings.has(id)) return [];
    return [{ selectors: marking['selectors'] as string[], parts: {} }];
  });
}

const namesVersion = (object: StixObject): boolean =>
  object.type === 'language-content' && object['object_modified'] !== undefined;

/**
 * A language-content may name the version of its object. No label says who may be told of it: it is a portion for
 * the contributor alone, which opens besides to whoever has that version (rules 4 and 6).
 */
const namingPortion = (object: StixObject): PortionParts[] =>
  namesVersion(object) ? [{ selectors: ['object_modified'], parts: {} }] : [];

/** The version that a language-content names; not where the id is made of all properties, and gives it away (rule 5). */
function namedVersion(object: StixObject): NamedVersion | undefined {
  const { object_ref: named, object_modified: modified } = object;
  if (!namesVersion(object) || typeof named !== 'string' || typeof modified !== 'string') return undefined;
  if (nameBasedVersions.has(uuidVersionOfId(object.id))) return undefined;
  const version = Number(parseTimestamp(modified));
  return Number.isSafeInteger(version) ? { object: named, version } : undefined;
}

/** Marks of what the hub alone says. */
const saidByHub: ReadonlySet<string> = new Set([noticeExtensionId, decisionExtensionId]);

/** What the project's own extensions must hold, by their published schemas. */
function extensionFindings(object: StixObject, origin: Origin): Finding[] {
  const extensions = (object['extensions'] ?? {}) as JsonObject;
  return Object.keys(extensions).flatMap((id) => {
    const path = `extensions.${id}`;
    if (saidByHub.has(id) && origin !== 'hub')
      return [{ path, message: 'marks what the hub itself says: it cannot be put in' }];
    return checkExtension(id, extensions[id] as Json, path);
  });
}

/**
 * An id that is made of the label as well would give it away to whoever guesses it (ADR 5, rule 5): STIX makes the
 * ids of files and network traffic of their extensions, and the label is one.
 */
function identityFindings(object: StixObject): Finding[] {
  const { [labelExtensionId]: label, ...others } = (object['extensions'] ?? {}) as JsonObject;
  if (label === undefined || contributingProperties(object.type)?.includes('extensions') !== true) return [];
  const { extensions: _, ...rest } = object as JsonObject;
  const bare = Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
  if (deterministicId(object) !== object.id || deterministicId(bare) === object.id) return [];
  return [{ path: 'id', message: 'is made from the label too: make it from the object without its label' }];
}

/** Every text is held against the portions that it stands in. */
const mostPortions = 200;

function portionFindings(object: StixObject, portions: readonly PortionParts[]): Finding[] {
  if (portions.length > mostPortions)
    return [
      { path: '', message: `has more than ${mostPortions} portions, those of unknown markings counted` },
    ];
  return portions.flatMap(({ selectors }) =>
    selectors.flatMap((selector) => {
      if (valueAt(object, selector) === undefined) {
        return [{ path: selector, message: 'is selected by a portion, but the object has no such property' }];
      }
      if (selector === 'extensions' || selector.includes(labelExtensionId)) {
        return [{ path: selector, message: 'holds the label and cannot be a portion' }];
      }
      if (isPropertyPortionable(object.type, selector)) return [];
      return [
        { path: selector, message: 'is required, and no free text: it cannot be withheld by a portion' },
      ];
    }),
  );
}

/** The value that a selector names; `undefined` where there is none (STIX 2.1 §7.2.3). */
export function valueAt(object: JsonObject, selector: string): Json | undefined {
  let value: Json | undefined = object;
  for (const step of selector.split('.')) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (Array.isArray(value)) value = index === undefined ? undefined : value[Number(index)];
    else if (typeof value === 'object' && value !== null)
      value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}
