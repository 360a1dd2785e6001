/** Where and when of a few entries: a small map and a small timeline. */
import type { ReactNode } from 'react';
import type { Entry } from '../../record/object.ts';

export function WhereAndWhen(_asked: { entries: readonly Entry[] }): ReactNode {
  return null;
}
