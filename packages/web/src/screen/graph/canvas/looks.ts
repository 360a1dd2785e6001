/** How each record and link of a picture looks. */
import { titleOf } from '../../../record/object.ts';
import { dateOf, gradeOf, kindKeyOf, type GraphEdge } from '../picture/edge.ts';
import { neighboursIn, type Picture } from '../picture/picture.ts';
import type { Visible } from '../picture/visible.ts';
import { colourOfCommunity, colourOfKind, inks, type Scheme } from './colours.ts';
import type { EdgeLook, Looks, NodeLook } from './drawing.ts';
import { labelOf } from './name.ts';

export interface Words {
  kind: (type: string) => string;
  relation: (edge: GraphEdge) => string;
  member: (contributor: string | null) => string;
  day: (time: string) => string;
}

export interface Seen {
  picture: Picture;
  visible: Visible;
  communities: ReadonlyMap<string, number> | undefined;
  /** Links that are lit: of the paths, or of the record that is chosen. */
  lit: ReadonlySet<string>;
  chosen: string | undefined;
  scheme: Scheme;
}

export function looksOf(seen: Seen, words: Words): Looks {
  const { picture, visible } = seen;
  const around = neighboursIn(picture.edges);
  const nodes = new Map<string, NodeLook>();
  for (const { id, entry, x, y } of picture.nodes.values()) {
    const kind = kindKeyOf(entry);
    const community = seen.communities?.get(id);
    const title = labelOf(titleOf(entry.object));
    nodes.set(id, {
      x,
      y,
      size: Math.min(14, 5 + 1.6 * Math.log2(1 + (around.get(id)?.size ?? 0))),
      color:
        community === undefined ? colourOfKind(kind, seen.scheme) : colourOfCommunity(community, seen.scheme),
      label: title === '' ? words.kind(kind) : title,
      hidden: !visible.nodes.has(id),
      forceLabel: id === seen.chosen,
      zIndex: 0,
    });
  }
  return { nodes, edges: edgeLooks(seen, words) };
}

function edgeLooks({ picture, visible, lit, chosen, scheme }: Seen, words: Words): Map<string, EdgeLook> {
  const edges = new Map<string, EdgeLook>();
  for (const edge of picture.edges.values()) {
    const isLit = lit.has(edge.id) || edge.id === chosen;
    edges.set(edge.id, {
      source: edge.source,
      target: edge.target,
      size: isLit ? 3 : 1.2,
      color: isLit ? inks[scheme].lit : inks[scheme].edge,
      label: isLit || edge.source === chosen || edge.target === chosen ? sayingOf(edge, words) : '',
      hidden: !visible.edges.has(edge.id),
    });
  }
  return edges;
}

/** What, from whom, how good, when. */
function sayingOf(edge: GraphEdge, { relation, member, day }: Words): string {
  const date = dateOf(edge.entry);
  const parts = [relation(edge), member(edge.entry.contributor), gradeOf(edge.entry)];
  return labelOf([...parts, date === undefined ? '' : day(date)].filter((part) => part !== '').join(' · '));
}
