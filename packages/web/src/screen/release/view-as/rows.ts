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
  selectors.some(
    (selector) => selector === name || selector.startsWith(`${name}.`) || name.startsWith(`${selector}.`),
  );

/** What every object has, and says nothing of. */
const left = new Set(['type', 'id', 'spec_version']);

/** Property → value; extensions by their own properties. Without the label, which is shown by itself. */
function propertiesOf(object: StixObject): Map<string, unknown> {
  const { extensions, ...rest } = object;
  const plain = Object.entries(rest).filter(([name]) => !left.has(name));
  const extended = Object.entries(recordOf(extensions))
    .filter(([id]) => id !== labelExtensionId)
    .flatMap(([id, extension]) =>
      Object.entries(recordOf(extension))
        .filter(([name]) => name !== 'extension_type')
        .map(([name, value]): [string, unknown] => [`extensions.${id}.${name}`, value]),
    );
  return new Map([...plain, ...extended]);
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** In the order of one's own version. */
export function rowsOf(own: StixObject, { object, cuts, uncertain }: Form): Row[] {
  const theirs = object === null ? new Map<string, unknown>() : propertiesOf(object);
  const unsure = uncertain.filter((selector) => !selector.startsWith(`extensions.${labelExtensionId}`));
  return [...propertiesOf(own)].map(([name, value]) => ({
    name,
    own: value,
    theirs: theirs.get(name),
    state: stateOf(name, theirs.get(name), cuts),
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
