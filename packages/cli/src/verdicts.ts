/** The verdicts on what a STIX file holds: a line for each object, and for a bundle whose own form is wrong. */
import { isRecord } from '@entente/core/stix/check/value';
import type { Finding, JsonObject, Verdict } from '@entente/core/stix/types';
import { detectVersion, upgradeFrom20 } from '@entente/core/stix/upgrade';
import { validateObject } from '@entente/core/stix/validate';

/** Judges everything in a JSON value: a bundle, one object, or a list of either. */
export function* verdictsOn(value: unknown): Generator<Verdict> {
  if (Array.isArray(value)) {
    for (const one of value) yield* verdictsOn(one);
  } else if (isRecord(value) && value['type'] === 'bundle') yield* verdictsOnBundle(value);
  else yield verdictOn(value);
}

/** What the file as a whole is worth where it cannot be read. */
export const unreadable = (message: string): Verdict => ({
  id: '',
  valid: false,
  errors: [{ path: '', message }],
  warnings: [],
});

function* verdictsOnBundle(bundle: Readonly<Record<string, unknown>>): Generator<Verdict> {
  const objects = Array.isArray(bundle['objects']) ? (bundle['objects'] as unknown[]) : [];
  const own = objects.length > 0 ? ownVerdict(bundle, objects) : validateObject(bundle);
  if (!own.valid || objects.length === 0) yield own;
  for (const one of objects) yield verdictOn(one);
}

/** The bundle without what its objects say for themselves. */
function ownVerdict(bundle: Readonly<Record<string, unknown>>, objects: readonly unknown[]): Verdict {
  const { errors, ...rest } = validateObject({ ...bundle, objects: [] });
  const nested = objects.flatMap((one, index): Finding[] =>
    isRecord(one) && one['type'] === 'bundle'
      ? [{ path: `objects[${index}]`, message: 'must not be a bundle (§8)' }]
      : [],
  );
  const own = [...errors.filter(({ path }) => path !== 'objects'), ...nested];
  return { ...rest, errors: own, valid: own.length === 0 };
}

/** An object of STIX 2.0 is judged by what it becomes in STIX 2.1, all of that together. */
function verdictOn(value: unknown): Verdict {
  if (!isRecord(value) || value['type'] === 'bundle' || detectVersion(value) !== '2.0') {
    return validateObject(value);
  }
  const verdicts = upgradeFrom20(value as JsonObject).objects.map((one) => validateObject(one));
  const id = typeof value['id'] === 'string' ? value['id'] : '';
  const note = { path: '', message: 'is of STIX 2.0 and is judged by what it becomes in STIX 2.1' };
  return {
    id,
    valid: verdicts.every(({ valid }) => valid),
    errors: verdicts.flatMap(({ errors }) => errors),
    warnings: [note, ...verdicts.flatMap(({ warnings }) => warnings)],
  };
}
