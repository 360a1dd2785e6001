/** Making a label: audiences and conditions in plain words, with the line of marking as it will print. */
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';

export function LabelMaker(_asked: {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
  /** What is relabelled, so that it is said who gains and who loses. */
  instead?: { object: string; version?: string | undefined } | undefined;
}): ReactNode {
  return null;
}
