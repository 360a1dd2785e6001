/** What a label changes for other members: who gains, who loses, which references are cut. */
import type { Explanation } from '@entente/contract/label';
import type { Verdict } from '../matrix/cells.ts';

export type Change = 'gains' | 'loses' | 'may-gain' | 'may-lose';
export const changes: readonly Change[] = ['gains', 'loses', 'may-gain', 'may-lose'];

/** A reference of one's own, or a part of it, that members have no longer, or would not have. */
export interface Cut {
  key: string;
  kind: 'from' | 'reference' | 'portion';
  /** The object that refers, or that is referred to; the selectors of a portion. */
  subject: string;
  members: string[];
}

export interface Difference {
  /** Member → how many objects change so for it. */
  changed: Record<Change, Map<string, number>>;
  cuts: Cut[];
}

const changeOf = (before: Verdict, after: Verdict): Change | undefined => {
  if (before === after) return undefined;
  if (before === 'no') return after === 'yes' ? 'gains' : 'may-gain';
  if (after === 'no') return before === 'yes' ? 'loses' : 'may-lose';
  return after === 'yes' ? 'may-gain' : 'may-lose';
};

/** @param pairs of each object, what is explained before and after */
export function differenceOf(
  pairs: readonly { before: readonly Explanation[]; after: readonly Explanation[] }[],
): Difference {
  const changed = Object.fromEntries(
    changes.map((change) => [change, new Map<string, number>()]),
  ) as Difference['changed'];
  const cuts = new Map<string, Cut>();
  for (const { before, after } of pairs) {
    const earlier = new Map(before.map((item) => [item.member, item]));
    for (const item of after) {
      const was = earlier.get(item.member);
      if (was === undefined) continue;
      const change = changeOf(was.verdict, item.verdict);
      if (change !== undefined) {
        changed[change].set(item.member, (changed[change].get(item.member) ?? 0) + 1);
      }
      for (const cut of cutsFor(was, item)) addTo(cuts, cut, item.member);
    }
  }
  return { changed, cuts: [...cuts.values()] };
}

type Subject = Pick<Cut, 'kind' | 'subject'>;

/** Ways that led to the object and lead there no longer; of who gains it, what it does not get with it. */
function cutsFor(before: Explanation, after: Explanation): Subject[] {
  const still = new Set(after.from?.map(({ object }) => object));
  const ways = (before.from ?? []).filter(({ object }) => !still.has(object));
  const isNew = before.verdict === 'no' && after.verdict !== 'no';
  const parts = isNew ? (after.parts ?? []).filter(({ open }) => open === 'no') : [];
  return [
    ...ways.map(({ object }): Subject => ({ kind: 'from', subject: object })),
    ...parts.map(({ kind, target, selectors = [] }): Subject => ({
      kind,
      subject: target ?? selectors.join(' '),
    })),
  ];
}

function addTo(cuts: Map<string, Cut>, { kind, subject }: Subject, member: string): void {
  const key = `${kind} ${subject}`;
  const cut = cuts.get(key) ?? { key, kind, subject, members: [] };
  if (!cut.members.includes(member)) cut.members.push(member);
  cuts.set(key, cut);
}

export const isNoDifference = ({ changed, cuts }: Difference): boolean =>
  cuts.length === 0 && changes.every((change) => changed[change].size === 0);
