/** What joins two records: a relationship, a sighting, or a reference that one makes to the other. */
import { assessmentOf, endsOf, recordIn, textIn, typeOfId, type Entry } from '../../../record/object.ts';

export interface GraphEdge {
  /** Of a relationship or sighting its own id, so that it stands once however it was found. */
  id: string;
  source: string;
  target: string;
  /** Type of the relationship, `sighting`, or the property that refers. */
  kind: string;
  isReference: boolean;
  /** The record that states it. */
  entry: Entry;
}

/** What a record is joined to. */
export interface Around {
  /** The records at the other ends, the newest first. */
  entries: Entry[];
  edges: GraphEdge[];
  /** Whether this is all of it; a record with more links than these is read so far. */
  isWhole: boolean;
}

/** Property of a grouping that keeps where its records stood. */
export const positionsProperty = 'x_entente_graph';

/** Properties that say who wrote or who may read, not what belongs together. */
const silentProperties = new Set([
  'created_by_ref',
  'object_marking_refs',
  'granular_markings',
  'extensions',
  positionsProperty,
]);
const silentTypes = new Set([
  'relationship',
  'sighting',
  'language-content',
  'marking-definition',
  'extension-definition',
]);

/** Whether records of this type are drawn as nodes. */
export const isNodeType = (type: string): boolean => !silentTypes.has(type);

/** Whether a record is drawn as a node; a saved graph is not, as it would be joined to all that it shows. */
export const isNode = ({ object }: Entry): boolean =>
  isNodeType(object.type) && Object.keys(recordIn(object, positionsProperty)).length === 0;

/** The edge that a relationship or sighting is; nothing where an end is missing. */
export function edgeOf(entry: Entry): GraphEdge | undefined {
  const { object } = entry;
  if (object.type !== 'relationship' && object.type !== 'sighting') return undefined;
  const ends = endsOf(object);
  if (ends === undefined || ends.source === '' || ends.source === ends.target) return undefined;
  const kind = textIn(object, 'relationship_type') ?? object.type;
  return { id: object.id, ...ends, kind, isReference: false, entry };
}

/** Edges for the places (selectors) in which `entry` refers to `target`. */
export function referenceEdges(entry: Entry, target: string, properties: readonly string[]): GraphEdge[] {
  const source = entry.object.id;
  const kinds = new Set(properties.map((selector) => selector.split('.')[0] ?? ''));
  return [...kinds]
    .filter((kind) => !silentProperties.has(kind) && source !== target)
    .map((kind) => ({ id: `${source} ${kind} ${target}`, source, target, kind, isReference: true, entry }));
}

export const otherEnd = ({ source, target }: GraphEdge, id: string): string =>
  source === id ? target : source;

/** Kind, direction and what stands at the other end: what one chooses by when a record is expanded. */
export const groupOf = (edge: GraphEdge, id: string): string =>
  [edge.kind, edge.source === id ? 'out' : 'in', typeOfId(otherEnd(edge, id))].join(' ');

/** Its type; of identities, with their class: a person is not an organisation. */
export function kindKeyOf({ object }: Entry): string {
  const identityClass = object.type === 'identity' ? textIn(object, 'identity_class') : undefined;
  return identityClass === undefined ? object.type : `${object.type}.${identityClass}`;
}

/** Admiralty grade, as `B2`; empty where it is not graded. */
export function gradeOf({ object }: Entry): string {
  const assessment = assessmentOf(object);
  return [textIn(assessment, 'source_reliability'), textIn(assessment, 'information_credibility')]
    .filter((part) => part !== undefined)
    .join('');
}

export const dateOf = ({ version, added }: Entry): string | undefined => version ?? added ?? undefined;
