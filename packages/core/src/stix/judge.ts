/** The verdict on an object of either version. */
import type { JsonObject, Verdict } from './types.ts';
import { isRecord, textOf } from './check/value.ts';
import { detectVersion, noSecret, upgradeFrom20 } from './upgrade.ts';
import { validateObject } from './validate.ts';

/** Judges an object; one of STIX 2.0 by what it becomes in STIX 2.1, all of that together. */
export function judgeObject(value: unknown): Verdict {
  if (!isRecord(value) || value['type'] === 'bundle' || detectVersion(value) !== '2.0') {
    return validateObject(value);
  }
  const verdicts = upgradeFrom20(value as JsonObject, noSecret).objects.map((one) => validateObject(one));
  const note = { path: '', message: 'is of STIX 2.0 and is judged by what it becomes in STIX 2.1' };
  return {
    id: textOf(value['id']),
    valid: verdicts.every(({ valid }) => valid),
    errors: verdicts.flatMap(({ errors }) => errors),
    warnings: [note, ...verdicts.flatMap(({ warnings }) => warnings)],
  };
}
