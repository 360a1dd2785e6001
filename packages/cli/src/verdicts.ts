/** The verdicts on what a STIX file holds: a line for each object, and for a bundle whose own form is wrong. */
import { isRecord } from '@entente/core/stix/check/value';
import { judgeObject } from '@entente/core/stix/judge';
import type { Finding, Verdict } from '@entente/core/stix/types';
import { validateObject } from '@entente/core/stix/validate';

/** Judges everything in a JSON value: a bundle, one object, or a list of either. */
export function* verdictsOn(value: unknown): Generator<Verdict> {
  if (Array.isArray(value)) {
    for (const one of value) yield* verdictsOn(one);
  } else if (isRecord(value) && value['type'] === 'bundle') yield* verdictsOnBundle(value);
  else yield judgeObject(value);
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
  for (const one of objects) yield judgeObject(one);
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
