/** One's own version beside the form that another member would get, property by property. */
import type { MemberForm } from '@entente/contract/label';
import { labelExtensionId } from '@entente/contract/stix';
import type { StixObject } from '../../../record/object.ts';

export type State = 'same' | 'cut' | 'partly' | 'replaced';

export interface Row {
  name: string;
  own: unknown;
  theirs: unknown;
  state: State;
  /** Whether something in it depends on others. */
  isUncertain: boolean;
}

type Form = Pick<MemberForm, 'object' | 'cuts' | 'uncertain'>;

const touches = (selectors: readonly string[], name: string): boolean =>
  selectors.some((selector) => selector === name || selector.startsWith(`${name}.`));

/** Without the label, which is shown by itself. */
function withoutLabel(object: StixObject): Record<string, unknown> {
  const { extensions, ...rest } = object;
  if (typeof extensions !== 'object' || extensions === null) return rest;
  const { [labelExtensionId]: _label, ...others } = extensions as Record<string, unknown>;
  return Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
}

/** In the order of one's own version. */
export function rowsOf(own: StixObject, { object, cuts, uncertain }: Form): Row[] {
  const theirs = object === null ? {} : withoutLabel(object);
  const unsure = uncertain.filter((selector) => !selector.startsWith(`extensions.${labelExtensionId}`));
  return Object.entries(withoutLabel(own)).map(([name, value]) => ({
    name,
    own: value,
    theirs: theirs[name],
    state: stateOf(name, theirs[name], cuts),
    isUncertain: touches(unsure, name),
  }));
}

function stateOf(name: string, theirs: unknown, cuts: readonly string[]): State {
  if (theirs === undefined) return 'cut';
  if (cuts.includes(name)) return 'replaced';
  return touches(cuts, name) ? 'partly' : 'same';
}

/** Whether the marking of what they get may name more than is known. */
export const isMarkingUncertain = ({ uncertain }: Form): boolean =>
  uncertain.some((selector) => selector.startsWith(`extensions.${labelExtensionId}`));
