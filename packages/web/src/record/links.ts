/** The neighbours of an object, grouped by how they hang on it. */
import { endsOf, textIn, typeOfId, type Entry } from './object.ts';

export interface Neighbour {
  /** Where the entry refers to the object; empty where the object refers to the entry. */
  properties: readonly string[];
  entry: Entry;
  others: readonly Entry[];
}

export interface LinkGroup {
  key: string;
  /** The kind of relationship; of other objects their type. */
  kind: string;
  /** From the object asked for or to it; or an object that mentions it, or that it mentions. */
  way: 'from' | 'to' | 'mentioned-by' | 'mentions';
  links: Neighbour[];
}

/** Groups of links: relationships first, then what mentions the object, each in the order of the answer. */
export function linkGroups(id: string, neighbours: readonly Neighbour[]): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const one of neighbours) {
    const { kind, way } = placeOf(id, one);
    const key = `${way} ${kind}`;
    const group = groups.get(key) ?? { key, kind, way, links: [] };
    group.links.push(one);
    groups.set(key, group);
  }
  const rank = { from: 0, to: 1, 'mentioned-by': 2, mentions: 3 };
  return [...groups.values()].toSorted((one, other) => rank[one.way] - rank[other.way]);
}

function placeOf(id: string, { properties, entry }: Neighbour): Pick<LinkGroup, 'kind' | 'way'> {
  const { object } = entry;
  if (properties.length === 0) return { kind: object.type, way: 'mentions' };
  const kind = textIn(object, 'relationship_type');
  if (object.type !== 'relationship' || kind === undefined) {
    return { kind: object.type, way: 'mentioned-by' };
  }
  return { kind, way: endsOf(object)?.source === id ? 'from' : 'to' };
}

/** Of a relationship: the id at its other end; nothing of other objects. */
export function otherEnd(id: string, { entry: { object } }: Neighbour): string | undefined {
  if (object.type !== 'relationship') return undefined;
  const ends = endsOf(object);
  return ends?.source === id ? ends.target : ends?.source;
}

/** Relationships that settle whether two records are the same: proposed by anybody, or kept as not the same (ADR 22). */
export const settledKinds: readonly string[] = ['duplicate-of', 'different-from'];

/** Whether two ids are of a kind that may be said to be the same (STIX 2.1 §3.2.1: of the same type). */
export const mayBeSame = (one: string, other: string): boolean =>
  one !== other && typeOfId(one) === typeOfId(other);
