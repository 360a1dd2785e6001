/** Turns property specifications into functions, once; nothing is looked up by kind while objects are checked. */
import { isValidIdentifier, typeOfId } from '../identifier.ts';
import type { Kind, RecordSpecification, ReferenceKind } from '../specification/kind.ts';
import { enumerations, vocabularies } from '../specification/vocabulary.ts';
import { fractionLength, isTimestamp } from '../timestamp.ts';
import { compileDictionary } from './dictionary.ts';
import { compileExtensions } from './extension.ts';
import { forms } from './form.ts';
import { checkHashes, checkListedHashes } from './hashes.ts';
import { checkContents } from './language-content.ts';
import { compileRule } from './rule.ts';
import { quoted, type Report } from './report.ts';
import { isHyphenated } from './text.ts';
import {
  type Check,
  checkCustom,
  checkFurther,
  checkNested,
  checkText,
  type CustomCheck,
  isRecord,
  refuse,
} from './value.ts';

/** Checks of kinds that hold whole objects; they come from above this file. */
export interface Containers {
  bundled: Check;
  objects: Check;
}

/**
 * The check of an object, an embedded type or an extension: each property, what is missing, the rules. `custom`
 * judges properties that the specification lacks.
 */
export function compileRecord(
  specification: RecordSpecification,
  containers: Containers,
  custom: CustomCheck,
): Check {
  const checks = new Map<string, Check>();
  const required: string[] = [];
  for (const [name, property] of Object.entries(specification.properties)) {
    checks.set(name, compileKind(property, containers));
    if (property.required === true) required.push(name);
  }
  const rules = (specification.rules ?? []).map(compileRule);
  return (value, report) => {
    if (!isRecord(value)) return refuse('an object', value, report);
    checkProperties(value, checks, custom, report);
    for (const name of required) {
      if (!Object.hasOwn(value, name)) report.error('is required', name);
    }
    for (const rule of rules) rule(value, report);
  };
}

function checkProperties(
  object: Readonly<Record<string, unknown>>,
  checks: ReadonlyMap<string, Check>,
  custom: CustomCheck,
  report: Report,
): void {
  const { path } = report;
  const names = Object.keys(object);
  if (names.length === 0) report.error('must not be empty');
  for (const name of names) {
    path.push(name);
    const check = checks.get(name);
    if (check === undefined) custom(name, object[name], report);
    else check(object[name], report);
    path.pop();
  }
}

/** The check of one kind of value. */
function compileKind(kind: Kind, containers: Containers): Check {
  switch (kind.kind) {
    case 'text':
      return compileText(kind);
    case 'literal':
      return (value, report) => {
        if (value !== kind.value) refuse(`'${kind.value}'`, value, report);
      };
    case 'integer':
    case 'number':
      return compileNumber(kind);
    case 'text-or-integer':
      return (value, report) => {
        if (typeof value === 'string') checkText(value, report);
        else if (!Number.isSafeInteger(value)) refuse('a text or a whole number', value, report);
      };
    case 'boolean':
      return (value, report) => {
        if (typeof value !== 'boolean') refuse('true or false', value, report);
      };
    case 'timestamp':
      return compileTimestamp(kind.precision);
    case 'reference':
      return compileReference(kind);
    case 'list':
      return compileList(compileKind(kind.item, containers), kind.lone === true);
    case 'dictionary':
      return compileDictionary(
        kind.value === undefined ? checkNested : compileKind(kind.value, containers),
        kind.keys,
      );
    case 'record':
      return compileRecord(kind.record, containers, checkFurther);
    case 'extensions':
      return compileExtensions(
        new Map(
          Object.entries(kind.predefined).map(([name, record]) => [
            name,
            compileRecord(record, containers, checkCustom),
          ]),
        ),
      );
    case 'hashes':
      return kind.listed === true ? checkListedHashes : checkHashes;
    case 'contents':
      return checkContents;
    case 'bundled':
    case 'objects':
      return containers[kind.kind];
    case 'any':
      return checkNested;
  }
}

function compileText(kind: Kind & { kind: 'text' }): Check {
  const form = kind.form === undefined ? undefined : forms[kind.form];
  const vocabulary = kind.vocabulary === undefined ? undefined : new Set(vocabularies[kind.vocabulary]);
  const enumeration = kind.enumeration === undefined ? undefined : enumerations[kind.enumeration];
  return (value, report) => {
    if (typeof value !== 'string') return refuse('a text', value, report);
    checkText(value, report);
    if (form !== undefined && !form.test(value)) refuse(form.wanted, value, report);
    if (enumeration !== undefined && !enumeration.includes(value)) {
      refuse(`one of ${enumeration.join(', ')}`, value, report);
    }
    if (kind.hyphenated === true && !isHyphenated(value)) {
      report.warning(`${quoted(value)} should be in lower case, with hyphens between words (§2.11)`);
    }
    if (vocabulary !== undefined && !vocabulary.has(value)) {
      report.warning(`${quoted(value)} should come from the vocabulary ${kind.vocabulary}-ov (§10)`);
    }
  };
}

function compileNumber(kind: Kind & { kind: 'integer' | 'number' }): Check {
  const isInteger = kind.kind === 'integer';
  const { minimum = -Infinity, maximum = Infinity } = kind;
  const wanted = `${isInteger ? 'a whole number' : 'a number'}${limits(minimum, maximum)}`;
  return (value, report) => {
    const isFitting =
      typeof value === 'number' &&
      (isInteger ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
      value >= minimum &&
      value <= maximum;
    if (!isFitting) refuse(wanted, value, report);
  };
}

function limits(minimum: number, maximum: number): string {
  if (maximum !== Infinity) return ` from ${minimum} to ${maximum}`;
  return minimum === -Infinity ? '' : ` of at least ${minimum}`;
}

function compileTimestamp(precision: 'milliseconds' | 'second' | undefined): Check {
  return (value, report) => {
    if (typeof value !== 'string' || !isTimestamp(value)) {
      refuse('a timestamp of the form YYYY-MM-DDTHH:mm:ss[.s+]Z, a real date (§2.16)', value, report);
    } else if (precision === 'milliseconds' && fractionLength(value) < 3) {
      refuse('precise to the millisecond: at least three digits after the second (§3.2)', value, report);
    } else if (precision === 'second' && fractionLength(value) > 0) {
      refuse('precise to the second, without a fraction', value, report);
    }
  };
}

function compileReference({ to, not, lax }: ReferenceKind): Check {
  const listed = to === undefined ? undefined : new Set(to);
  const refused = new Set(not);
  const wanted =
    listed === undefined ? 'a reference to another type of object' : `the id of ${[...listed].join(' or ')}`;
  return (value, report) => {
    if (typeof value !== 'string') return refuse('an identifier', value, report);
    if (report.observed?.has(value) === true) return;
    if (!isValidIdentifier(value)) {
      const isPardoned = lax === 'uuid' && listed?.has(typeOfId(value)) === true;
      if (isPardoned) return report.warning(`${quoted(value)} has no UUID of RFC 4122 (§2.9)`);
      return refuse('an identifier: object-type--UUID (§2.9)', value, report);
    }
    const type = typeOfId(value);
    if (listed === undefined ? !refused.has(type) : listed.has(type)) return;
    if (lax === 'type') report.warning(`must be ${wanted}, not ${quoted(value)}`);
    else refuse(wanted, value, report);
  };
}

function compileList(check: Check, mayBeLone: boolean): Check {
  return (value, report) => {
    if (!Array.isArray(value)) {
      if (!mayBeLone) return refuse('a list', value, report);
      report.warning('should be a list');
      return check(value, report);
    }
    if (value.length === 0) report.error('must not be an empty list (§2.10)');
    const { path } = report;
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      check(value[index], report);
      path.pop();
    }
  };
}
