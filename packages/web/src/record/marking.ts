/** The label of an object as it is served: its codes and who may see it, as far as one may know. */
import type { LabelBody } from '@entente/contract/label';
import { isCode, labelExtensionId, tlpNameOfId } from '@entente/contract/stix';
import { extensionIn, textIn, textsIn, type StixObject } from './object.ts';

export interface Marking {
  /** `TLP:AMBER` and the like, statements last. */
  handling: string[];
  /** Clauses of audiences: `member:…`, `community:…`, `public`. */
  any: string[][];
  levels: [policy: string, rank: number][];
  all: string[];
  owners: string[];
  until?: string | undefined;
  review?: string | undefined;
}

/**
 * @param label of what one's own member contributed, the one that is in force: the object is as it was written, and
 * may state none, or one that was changed since
 */
export function markingOf(object: StixObject, label?: LabelBody): Marking {
  const stated = label === undefined ? statedIn(object) : markingFor(label);
  const named = textsIn(object, 'object_marking_refs').map(tlpNameOfId);
  const tlp = named.flatMap((name) => (name === undefined ? [] : [`TLP:${name}`]));
  const codes = [...new Set([...tlp, ...stated.handling])];
  return { ...stated, handling: codes.sort((a, b) => Number(!isCode(a)) - Number(!isCode(b))) };
}

function statedIn(object: StixObject): Marking {
  const label = extensionIn(object, labelExtensionId);
  const { any, levels } = label;
  return {
    handling: textsIn(label, 'handling'),
    any: Array.isArray(any) ? any.filter((clause): clause is string[] => Array.isArray(clause)) : [],
    levels: Object.entries((levels ?? {}) as Record<string, number>),
    all: textsIn(label, 'all'),
    owners: textsIn(label, 'owners'),
    until: textIn(label, 'until'),
    review: textIn(label, 'review'),
  };
}

/** A label as it is made and kept, every part of it there. */
export function markingFor(label: LabelBody): Marking {
  const { handling = [], any = [], levels = {}, all = [], owners = [], until, review } = label;
  return { handling, any, levels: Object.entries(levels), all, owners, until, review };
}

/** The name of a TLP code in lower case, for its colour; nothing for other codes. */
export const tlpOf = (code: string): string | undefined => /^TLP:([A-Z+]+)$/.exec(code)?.[1]?.toLowerCase();
