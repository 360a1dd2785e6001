/** The graph as STIX that says whose view it shows and under which marking. */
import type { StixObject } from '../../../record/object.ts';

/** Whose view it is, in the words of the reader; and the line of marking. */
export interface Stamp {
  marking: string;
  view: string;
  at: string;
}

/** A bundle that begins with a statement of whose view it is, because it has no properties of its own for it (STIX 2.1 §8). */
export function bundleOf(objects: readonly StixObject[], { view, marking, at }: Stamp): string {
  const statement = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${crypto.randomUUID()}`,
    created: at,
    definition_type: 'statement',
    definition: { statement: marking === '' ? view : `${view}. ${marking}` },
  };
  const bundle = { type: 'bundle', id: `bundle--${crypto.randomUUID()}`, objects: [statement, ...objects] };
  return JSON.stringify(bundle, undefined, 1);
}
