/** Labels of requests. */
import type { LabelBody } from '@entente/contract/label';
import { Failure } from '@entente/core/failure';
import { readParts } from '@entente/core/label/extension';
import type { Label, LabelParts } from '@entente/core/label/label';
import type { Finding, JsonObject } from '@entente/core/stix/types';

/** The parts of a label; throws Failure `invalid` naming what is wrong. */
export function partsOf(label: LabelBody): LabelParts {
  const findings: Finding[] = [];
  const parts = readParts(label as JsonObject, 'label', findings);
  const [first] = findings;
  if (first !== undefined) throw new Failure('invalid', `${first.path} ${first.message}.`);
  return parts;
}

/** Epochs never leave the hub. */
export const withoutEpochs = (label: Label): Label => ({
  ...label,
  any: label.any.map((clause) => clause.map((audience) => audience.replace(/@\d+$/, ''))),
});
