/** What a filter leaves. */
import type { Entry } from '../../../record/object.ts';
import { meets, momentsOf, type Span } from '../../../record/when.ts';
import { periodOf } from '../../places/period.ts';
import { kindKeyOf } from './edge.ts';
import type { Filter, Picture } from './picture.ts';

export interface Visible {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export const isFiltering = ({ types, members, since, before }: Filter): boolean =>
  types.length > 0 || members.length > 0 || since !== undefined || before !== undefined;

/**
 * Kinds and members leave what they name. A period leaves what has a date in it, as on the timeline, and what that is
 * joined to: persons and groups have no date of their own, and would all be gone.
 */
export function visibleIn(picture: Picture): Visible {
  const { types, members, since, before } = picture.filter;
  const isFrom = ({ contributor }: Entry): boolean =>
    members.length === 0 || (contributor !== null && members.includes(contributor));
  const shown = new Set<string>();
  for (const [id, { entry }] of picture.nodes) {
    if (isOfKinds(entry, types) && isFrom(entry)) shown.add(id);
  }
  const joined = new Set<string>();
  for (const [id, { source, target, entry }] of picture.edges) {
    if (shown.has(source) && shown.has(target) && isFrom(entry)) joined.add(id);
  }
  const period = periodOf(since, before);
  return period === undefined ? { nodes: shown, edges: joined } : within(picture, shown, joined, period);
}

/** A kind is a type, or an identity with its class; a type stands for all of its kinds. */
function isOfKinds(entry: Entry, types: readonly string[]): boolean {
  return types.length === 0 || types.includes(kindKeyOf(entry)) || types.includes(entry.object.type);
}

function within(
  { nodes, edges }: Picture,
  shown: ReadonlySet<string>,
  joined: ReadonlySet<string>,
  period: Span,
): Visible {
  /** `undefined` of what has no date. */
  const isIn = ({ object }: Entry): boolean | undefined => {
    const moments = momentsOf(object);
    return moments.length === 0 ? undefined : moments.some((moment) => meets(moment, period));
  };
  const dated = new Map(
    [...nodes].flatMap(([id, { entry }]): [string, boolean | undefined][] =>
      shown.has(id) ? [[id, isIn(entry)]] : [],
    ),
  );
  const kept = new Set([...shown].filter((id) => dated.get(id) === true));
  const open = [...edges.values()].filter(
    ({ id, source, target, entry, isReference }) =>
      joined.has(id) &&
      dated.get(source) !== false &&
      dated.get(target) !== false &&
      (isReference || isIn(entry) !== false),
  );
  const ends = open
    .filter(
      ({ source, target, entry, isReference }) =>
        kept.has(source) || kept.has(target) || (!isReference && isIn(entry) === true),
    )
    .flatMap(({ source, target }) => [source, target]);
  const left = new Set([...kept, ...ends]);
  const links = open.filter(({ source, target }) => left.has(source) && left.has(target));
  return { nodes: left, edges: new Set(links.map(({ id }) => id)) };
}
