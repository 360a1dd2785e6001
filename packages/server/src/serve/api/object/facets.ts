/** What a search finds, counted by type, by whose version is served and by how it is marked. */
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
  const { isVain, words, types, contributors, markings, since, before } = wanted;
  if (isVain) return { types: [], contributors: [], markings: [], total: 0, more: false };
  const isBounded = words.length > 0 || since !== undefined || before !== undefined;
  const counts = await view.counts({ ...wanted, most: isBounded ? most : undefined });
  const ofTypes = (one: Count): boolean => types?.includes(one.type) ?? true;
  const ofContributors = (one: Count): boolean => contributors?.includes(one.contributor) ?? true;
  const ofMarkings = (one: Count): boolean => markings?.some((code) => one.markings.includes(code)) ?? true;
  const of = (...filters: ((one: Count) => boolean)[]): Count[] =>
    counts.filter((one) => filters.every((filter) => filter(one)));
  const byType = summed(of(ofContributors, ofMarkings), ({ type }) => [type]);
  const byContributor = summed(of(ofTypes, ofMarkings), (one) => [contributorOf(one, view)]);
  const byMarking = summed(of(ofTypes, ofContributors), (one) => new Set(one.markings));
  return {
    types: inOrder(byType).map(([type, count]) => ({ type, count })),
    contributors: inOrder(byContributor).map(([contributor, count]) => ({ contributor, count })),
    markings: inOrder(byMarking).map(([marking, count]) => ({ marking, count })),
    total: total(of(ofTypes, ofContributors, ofMarkings)),
    more: isBounded && total(counts) >= most,
  };
}

const total = (counts: readonly Count[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** @param keysOf under which keys one counts, each once */
function summed<Key>(counts: readonly Count[], keysOf: (one: Count) => Iterable<Key>): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const one of counts) for (const key of keysOf(one)) sums.set(key, (sums.get(key) ?? 0) + one.count);
  return sums;
}

const inOrder = <Key extends string | null>(sums: ReadonlyMap<Key, number>): [Key, number][] =>
  [...sums].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
