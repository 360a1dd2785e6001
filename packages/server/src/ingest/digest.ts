import { hash } from 'node:crypto';
import { withoutLabel } from '@entente/core/label/extension';
import { canonical } from '@entente/core/stix/canonical';
import type { StixObject } from '@entente/core/stix/types';

/** What the object says, its own label set aside: the same under another label is no other content. */
export const digestOf = (object: StixObject): string =>
  hash('sha256', canonical(withoutLabel(object)), 'hex');
