/** The validator of STIX 2.1: which MUST is broken, and where; broken SHOULDs apart. */
import { extensionTypes } from './check/extension.ts';
import { compileRecord, type Containers } from './check/compile.ts';
import { checkObject } from './check/object.ts';
import { quoted, Report, type ValidationContext } from './check/report.ts';
import { isTypeName } from './check/text.ts';
import { type Check, checkTopLevel, isRecord, refuse } from './check/value.ts';
import { typeOfId } from './identifier.ts';
import {
  customSpecification,
  objectSpecification,
  objectTypes,
  propertySpecification,
} from './specification.ts';
import type { JsonObject, Verdict } from './types.ts';
import { detectVersion, noSecret, upgradeFrom20 } from './upgrade.ts';

export type { ValidationContext } from './check/report.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * Checks one STIX 2.1 object, or a bundle with all its objects, against the MUSTs of the specification
 * (`errors`) and its SHOULDs (`warnings`); about 100 findings of each at most. Takes anything that JSON can
 * hold and never throws. In a bundle, objects of STIX 2.0 are judged by what they become in 2.1, with a warning.
 */
export function validateObject(value: unknown, context: ValidationContext = {}): Verdict {
  const report = new Report(context);
  checkWhole(value, report);
  const id = isRecord(value) && Object.hasOwn(value, 'id') ? value['id'] : undefined;
  return {
    id: typeof id === 'string' ? id : '',
    valid: report.errors.length === 0,
    errors: report.errors,
    warnings: report.warnings,
  };
}

const containers: Containers = { bundled: checkBundled, objects: checkObserved };

const checks: ReadonlyMap<string, Check> = new Map(
  objectTypes.flatMap((type) => {
    const specification = objectSpecification(type);
    return specification === undefined
      ? []
      : [[type, compileRecord(specification, containers, checkTopLevel)]];
  }),
);

const customChecks = {
  domain: compileRecord(customSpecification('domain'), containers, checkTopLevel),
  relationship: compileRecord(customSpecification('relationship'), containers, checkTopLevel),
  observable: compileRecord(customSpecification('observable'), containers, checkTopLevel),
};

function checkWhole(value: unknown, report: Report): void {
  if (!isRecord(value)) return refuse('a STIX object', value, report);
  const type = Object.hasOwn(value, 'type') ? value['type'] : undefined;
  if (type === undefined) return report.error('is required', 'type');
  if (typeof type !== 'string' || !isTypeName(type) || type === 'action') {
    report.error(
      'must be a type name: a-z, 0-9 and single hyphens, first a letter, 3 to 250 long (§3.1)',
      'type',
    );
    return;
  }
  const check = checks.get(type);
  if (check === undefined) checkCustomObject(value, type, report);
  else check(value, report);
  checkObject(value, type, report);
  warnOfCustomProperty(value, type, report);
}

/**
 * A type that the specification lacks: what its extension says that it is (§7.3); else, as the OASIS validator has
 * it, a domain object where it has a version, a cyber-observable object where it has none (§11.2).
 */
function checkCustomObject(object: Members, type: string, report: Report): void {
  const kinds = extensionTypes(object);
  const category = customCategory(object, kinds);
  customChecks[category](object, report);
  const id = Object.hasOwn(object, 'id') ? object['id'] : undefined;
  if (typeof id === 'string' && typeOfId(id) !== type) {
    report.error(`must begin with the type of the object, not ${quoted(id)} (§2.9)`, 'id');
  }
  if (!kinds.some((kind) => typeof kind === 'string' && kind.startsWith('new-'))) {
    report.warning('should have an extension-definition for its type (§11.2)', 'type');
  }
}

function customCategory(object: Members, kinds: readonly unknown[]): keyof typeof customChecks {
  if (kinds.includes('new-sco')) return 'observable';
  if (kinds.includes('new-sro')) return 'relationship';
  const isVersioned = Object.hasOwn(object, 'created') || Object.hasOwn(object, 'modified');
  return isVersioned || kinds.includes('new-sdo') ? 'domain' : 'observable';
}

/** One warning an object: custom properties should come with an extension (§11.1). */
function warnOfCustomProperty(object: Members, type: string, report: Report): void {
  const known = propertySpecification(type);
  if (known === undefined || extensionTypes(object).includes('toplevel-property-extension')) return;
  const custom = Object.keys(object).find((name) => !known.has(name));
  if (custom !== undefined)
    report.warning('is custom; an extension-definition should be used (§11.1)', custom);
}

/** `objects` of a bundle (§8). */
function checkBundled(value: unknown, report: Report): void {
  if (!Array.isArray(value)) return refuse('a list', value, report);
  if (value.length === 0) report.error('must not be an empty list (§2.10)');
  const versions = new Set<string>();
  value.forEach((item: unknown, index) => {
    report.path.push(index);
    if (isRecord(item) && item['type'] === 'bundle') report.error('must not be a bundle (§8)');
    else if (isRecord(item) && detectVersion(item) === '2.0') checkUpgraded(item, report);
    else checkWhole(item, report);
    warnOfRepetition(item, versions, report);
    report.path.pop();
  });
}

function checkUpgraded(item: Members, report: Report): void {
  report.warning('is of STIX 2.0 and is judged by what it becomes in STIX 2.1');
  for (const object of upgradeFrom20(item as JsonObject, noSecret).objects) checkWhole(object, report);
}

function warnOfRepetition(item: unknown, versions: Set<string>, report: Report): void {
  if (!isRecord(item) || typeof item['id'] !== 'string') return;
  const { modified } = item;
  const version = `${item['id']} ${typeof modified === 'string' ? modified : ''}`;
  if (versions.has(version)) report.warning('should be in the bundle once only', 'id');
  versions.add(version);
}

/** The deprecated `objects` of observed data (§4.14): cyber-observable objects, by keys of their own. */
function checkObserved(value: unknown, report: Report): void {
  if (!isRecord(value)) return refuse('a dictionary of cyber-observable objects', value, report);
  report.warning('is deprecated; use object_refs (§4.14)');
  const keys = Object.keys(value);
  if (keys.length === 0) report.error('must not be empty');
  const outer = report.observed;
  report.observed = new Set(keys);
  for (const key of keys) {
    report.path.push(key);
    const object = value[key];
    const type = isRecord(object) && Object.hasOwn(object, 'type') ? object['type'] : undefined;
    const category = typeof type === 'string' ? objectSpecification(type)?.category : undefined;
    if (!isRecord(object)) refuse('a cyber-observable object', object, report);
    else if (typeof type === 'string' && category === undefined) customChecks.observable(object, report);
    else if (category === 'observable') checkWhole(object, report);
    else report.error('must be the type of a cyber-observable object (§6)', 'type');
    report.path.pop();
  }
  report.observed = outer;
}
