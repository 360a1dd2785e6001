/** What a filter leaves. */
import type { Entry } from '../../../record/object.ts';
import { dateOf, kindKeyOf } from './edge.ts';
import type { Filter, Picture } from './picture.ts';

export interface Visible {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export const isFiltering = ({ types, members, since, before }: Filter): boolean =>
  types.length > 0 || members.length > 0 || since !== undefined || before !== undefined;

export function visibleIn({ nodes, edges, filter }: Picture): Visible {
  const { types, members } = filter;
  const isIn = (entry: Entry): boolean =>
    (members.length === 0 || (entry.contributor !== null && members.includes(entry.contributor))) &&
    isWithin(dateOf(entry), filter);
  const shown = new Set<string>();
  for (const [id, { entry }] of nodes) {
    if ((types.length === 0 || types.includes(kindKeyOf(entry))) && isIn(entry)) shown.add(id);
  }
  const joined = new Set<string>();
  for (const [id, { source, target, entry }] of edges) {
    if (shown.has(source) && shown.has(target) && isIn(entry)) joined.add(id);
  }
  return { nodes: shown, edges: joined };
}

/** What has no date is in no span of time. */
function isWithin(date: string | undefined, { since, before }: Filter): boolean {
  if (since === undefined && before === undefined) return true;
  if (date === undefined) return false;
  const day = date.slice(0, 10);
  return (since === undefined || day >= since) && (before === undefined || day <= before);
}
