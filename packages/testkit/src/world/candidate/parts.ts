/** A change of one part of an object: another text or another target. */
import { canonical } from '@entente/core/stix/canonical';
import { isStixId, typeOfId } from '@entente/core/stix/identifier';
import type { Json, JsonObject } from '@entente/core/stix/types';
import { referencesOf } from '../../oracle/contribution.ts';
import { everyValue, printPath, type Path } from '../../oracle/tree.ts';
import { anyPool } from '../objects.ts';
import { extensionPool, identityPool, poolId, versionTime } from '../pool.ts';
import { keyOf } from '../watch.ts';
import type { Change, Drawing, Place } from './drawing.ts';

/** Another text or another target in one place of an object; often in one that the members never saw. */
export function part(drawing: Drawing): Change | undefined {
  const cut = drawing.pick(4) === 0 ? [] : drawing.places().flatMap((place) => cutPlaces(drawing, place));
  const place = cut.length > 0 ? drawing.one(cut) : anyPart(drawing);
  if (!place) return undefined;
  const { act, index, object, path } = place;
  const isKey = isStixId(String(path.at(-1)));
  const changed = (
    isKey
      ? renameAt(object, path, (key) => otherValue(drawing, key, path))
      : replaceAt(object, path, (value) => otherValue(drawing, String(value), path))
  ) as JsonObject;
  const part = {
    before: keyOf(act, canonical(object)),
    after: keyOf(act, canonical(changed)),
    selector: printPath(path),
  };
  const { world } = drawing.replaceObject(act, index, changed);
  return { world, part };
}

function anyPart(drawing: Drawing): (Place & { path: Path }) | undefined {
  const place = drawing.place();
  if (!place) return undefined;
  const references = referencesOf(place.object).map(({ path }) => path);
  const creator = references.filter((path) => printPath(path) === 'created_by_ref');
  // A creator that is cut is what most rules could take notice of by mistake.
  const path = drawing.one(
    creator.length > 0 && drawing.pick(2) === 0 ? creator : [...references, ...textsOf(place.object)],
  );
  return path && { ...place, path };
}

function cutPlaces(drawing: Drawing, place: Place): (Place & { path: Path })[] {
  const { act, object } = place;
  const cuts = drawing.cutsOf(keyOf(act, canonical(object)));
  if (cuts === undefined || cuts.size === 0) return [];
  const references = referencesOf(object).map(({ path }) => path);
  const paths = [...references, ...textsOf(object)];
  return paths.filter((path) => cuts.has(printPath(path))).map((path) => ({ ...place, path }));
}

function otherValue(drawing: Drawing, value: string, path: Path): string {
  if (!isStixId(value))
    return printPath(path) === 'object_modified' ? versionTime(drawing.pick(5)) : `${value} else`;
  const type = typeOfId(value);
  const pool = [...identityPool, ...extensionPool, ...anyPool].filter((id) => typeOfId(id) === type);
  return drawing.one([...pool, poolId(type, 6)]) as string;
}

const textsOf = (object: JsonObject): Path[] =>
  everyValue(object).flatMap(({ path, value }) => (isText(path, value) ? [path] : []));

const fixedNames = new Set([
  'id',
  'type',
  'spec_version',
  'created',
  'modified',
  'granular_markings',
  'extensions',
]);
const isText = (path: Path, value: Json): boolean =>
  typeof value === 'string' && !isStixId(value) && !fixedNames.has(String(path[0]));

function replaceAt(node: Json, path: Path, change: (value: Json) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (Array.isArray(node))
    return node.map((child, index) => (index === step ? replaceAt(child, rest, change) : child));
  const object = node as JsonObject;
  return { ...object, [step]: replaceAt(object[step] as Json, rest, change) };
}

function renameAt(node: Json, path: Path, rename: (key: string) => string): Json {
  const key = String(path.at(-1));
  return replaceAt(node, path.slice(0, -1), (value) => {
    const { [key]: held, ...others } = value as JsonObject;
    return { ...others, [rename(key)]: held as Json };
  });
}
