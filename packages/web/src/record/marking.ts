/** The label of an object as it is served: its codes and who may see it, as far as one may know. */
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

/** @param handling what the object does not state itself, as one's own need not */
export function markingOf(object: StixObject, handling: readonly string[] = []): Marking {
  const label = extensionIn(object, labelExtensionId);
  const { any, levels } = label;
  const markings = textsIn(object, 'object_marking_refs').map(tlpNameOfId);
  const tlp = markings.flatMap((name) => (name === undefined ? [] : [`TLP:${name}`]));
  const codes = [...new Set([...tlp, ...textsIn(label, 'handling'), ...handling])];
  return {
    handling: codes.sort((a, b) => Number(!isCode(a)) - Number(!isCode(b))),
    any: Array.isArray(any) ? any.filter((clause): clause is string[] => Array.isArray(clause)) : [],
    levels: Object.entries((levels ?? {}) as Record<string, number>),
    all: textsIn(label, 'all'),
    owners: textsIn(label, 'owners'),
    until: textIn(label, 'until'),
    review: textIn(label, 'review'),
  };
}

/** The name of a TLP code in lower case, for its colour; nothing for other codes. */
export const tlpOf = (code: string): string | undefined => /^TLP:([A-Z+]+)$/.exec(code)?.[1]?.toLowerCase();
