/** What a search finds, counted by type and by whose version is served. */
import type { AnswerOf } from '@entente/contract/operation';
import type { searchOperations } from '@entente/contract/search';
import type { Count, View } from '@entente/store/view/reader';
import { contributorOf } from './entry.ts';
import type { Wanted } from './search-asked.ts';

/** Objects of a search that are counted. */
const most = 5000;

type Facets = AnswerOf<(typeof searchOperations)['facets']>;

/** Each list leaves its own filter aside. */
export async function facetsOf(view: View, wanted: Wanted): Promise<Facets> {
  const { isVain, words, types, contributors, since, before } = wanted;
  if (isVain) return { types: [], contributors: [], total: 0, more: false };
  const isBounded = words.length > 0 || since !== undefined || before !== undefined;
  const counts = await view.counts({ ...wanted, most: isBounded ? most : undefined });
  const ofTypes = (one: Count): boolean => types?.includes(one.type) ?? true;
  const ofContributors = (one: Count): boolean => contributors?.includes(one.contributor) ?? true;
  const byType = summed(counts.filter(ofContributors), ({ type }) => type);
  const byContributor = summed(counts.filter(ofTypes), (one) => contributorOf(one, view));
  return {
    types: inOrder(byType).map(([type, count]) => ({ type, count })),
    contributors: inOrder(byContributor).map(([contributor, count]) => ({ contributor, count })),
    total: total(counts.filter((one) => ofTypes(one) && ofContributors(one))),
    more: isBounded && total(counts) >= most,
  };
}

const total = (counts: readonly Count[]): number => counts.reduce((sum, { count }) => sum + count, 0);

function summed<Key>(counts: readonly Count[], keyOf: (one: Count) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const one of counts) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return sums;
}

const inOrder = <Key extends string | null>(sums: ReadonlyMap<Key, number>): [Key, number][] =>
  [...sums].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
