/** What the fields of a form share: the object being written, its portions, and what is wrong where. */
import { createContext, useContext } from 'react';
import type { LabelBody } from '@entente/contract/label';
import { useTranslation } from 'react-i18next';
import type { StixObject } from '../../../record/object.ts';
import { pathText, valueAt, type Path } from '../../../record/path.ts';
import type { Problems } from '../../../record/problems.ts';
import type { Portion } from '../../../record/writing.ts';

export interface Finding {
  path: string;
  message: string;
}

export interface FormState {
  object: StixObject;
  portions: readonly Portion[];
  /** What was found here; empty until somebody tried to send it. */
  problems: Problems;
  /** What the cell found. */
  findings: readonly Finding[];
  set: (path: Path, value: unknown) => void;
  change: (object: StixObject) => void;
  /** Records that are proposed to be the same. */
  sameAs: readonly string[];
  setSameAs: (ids: readonly string[]) => void;
  setPortion: (selector: string, label: LabelBody | undefined) => void;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (state === undefined) throw new Error('A field stands outside of a form.');
  return state;
}

/** A place in the object: its value, its change, and what is wrong there. */
export function useField(path: Path): {
  value: unknown;
  set: (value: unknown) => void;
  error: string | undefined;
} {
  const { t } = useTranslation('record');
  const { object, problems, findings, set } = useForm();
  const at = pathText(path);
  const problem = problems.get(at);
  const found = findings.find((one) => one.path === at)?.message;
  return {
    value: valueAt(object, path),
    set: (value) => set(path, value),
    error: problem === undefined ? found : t(`problem.${problem}`),
  };
}
