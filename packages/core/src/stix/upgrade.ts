/** STIX 2.0 → STIX 2.1, after "Differences from STIX 2.0" (STIX 2.1 appendix). */
import { isRecord, textOf } from './check/value.ts';
import { objectSpecification } from './specification.ts';
import { tlp1NameOf, tlpMarkingOfId } from './tlp.ts';
import type { Json, JsonObject } from './types.ts';
import { upgradeLabels } from './upgrade/labels.ts';
import { upgradeObservedData } from './upgrade/observed-data.ts';
import { upgradePattern } from './upgrade/pattern.ts';

/** Where nothing of what is made is kept, as when it is only judged. */
export const noSecret = new Uint8Array(1);

/** The objects of STIX 2.1; for people, what was added or has no place of its own. */
export interface Upgrade {
  objects: JsonObject[];
  notes: string[];
}

/**
 * The version of the specification that an object or bundle follows. Where it states none, a bundle, a
 * cyber-observable object and an object with an extension-definition are of 2.1, all else is of 2.0
 * (STIX 2.1 §3.2). `undefined` for what has no type.
 */
export function detectVersion(value: unknown): '2.0' | '2.1' | undefined {
  if (!isRecord(value) || typeof own(value, 'type') !== 'string') return undefined;
  const stated = own(value, 'spec_version');
  if (stated !== undefined) return stated === '2.0' ? '2.0' : '2.1';
  const category = objectSpecification(textOf(value['type']))?.category;
  return category === 'bundle' || category === 'observable' || isExtended(value) ? '2.1' : '2.0';
}

/**
 * Turns an object or a bundle of STIX 2.0 into objects of STIX 2.1. Nothing is lost: what has no place stays as
 * a custom property. Objects that are of 2.1 already come back as they are. The input is not changed; what is
 * malformed in it stays so, for the validator to find. Ids that have to be made are always the same for the
 * same input and secret.
 * @param secret of whoever has the object: nobody else can tell from an id what else the object held
 */
export function upgradeFrom20(value: JsonObject, secret: Uint8Array): Upgrade {
  const upgrade: Upgrade = { objects: [], notes: [] };
  const items = value['type'] === 'bundle' ? value['objects'] : [value];
  if (!Array.isArray(items)) return upgrade;
  for (const item of items) {
    if (isJsonObject(item) && (item === value || detectVersion(item) === '2.0'))
      upgradeObject(item, upgrade, secret);
    else upgrade.objects.push(item as JsonObject);
  }
  return upgrade;
}

function upgradeObject(object: JsonObject, upgrade: Upgrade, secret: Uint8Array): void {
  if (detectVersion(object) === '2.1') {
    upgrade.objects.push(object);
    return;
  }
  const { type, id, spec_version: _, ...rest } = object;
  const head: JsonObject = id === undefined ? {} : { id };
  const raised: JsonObject = { type: type as Json, spec_version: '2.1', ...head, ...rest };
  switch (type) {
    case 'marking-definition':
      upgrade.objects.push(fixedMarking(raised, upgrade) ?? raised);
      return;
    case 'observed-data':
      upgradeObservedData(raised, upgrade, secret);
      return;
    case 'indicator':
      raised['pattern_type'] ??= 'stix';
      upgradePattern(raised, upgrade.notes);
      break;
    case 'malware':
      addFamily(raised, upgrade.notes);
      break;
    default:
  }
  upgrade.objects.push(upgradeLabels(raised));
}

/** The TLP markings of 2.0 have the same ids; in 2.1 they have a name too. */
function fixedMarking(marking: JsonObject, upgrade: Upgrade): JsonObject | undefined {
  const id = textOf(marking['id']);
  if (tlp1NameOf(id) === undefined) return undefined;
  upgrade.notes.push(`${id}: the published TLP marking of STIX 2.1 takes its place`);
  return tlpMarkingOfId(id);
}

function addFamily(malware: JsonObject, notes: string[]): void {
  if (malware['is_family'] !== undefined) return;
  malware['is_family'] = false;
  notes.push(
    `${textOf(malware['id'])}: STIX 2.0 does not say whether it is a family; is_family was set to false`,
  );
}

function isExtended(object: Readonly<Record<string, unknown>>): boolean {
  const extensions = own(object, 'extensions');
  return (
    isRecord(extensions) && Object.keys(extensions).some((name) => name.startsWith('extension-definition--'))
  );
}

const own = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

const isJsonObject = (value: Json): value is JsonObject => isRecord(value);
