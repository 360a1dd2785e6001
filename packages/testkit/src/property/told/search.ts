/** What a member finds, and how much of each kind. */
import type { JsonObject } from '@entente/core/stix/types';
import { textsOf } from '../../oracle/form.ts';
import type { Handed } from '../../oracle/handed.ts';
import { hub } from '../../oracle/notice.ts';
import type { ViewEntry } from '../../oracle/reading.ts';
import { items, most, type Asker, type Question } from './question.ts';

export function search(
  asker: Asker,
  query: string,
  by: { contributor?: string; marking?: string } = {},
): Question {
  const { contributor, marking } = by;
  const served = found(asker, query).filter(
    (id) =>
      (contributor === undefined || asker.oracle.servedContributor(asker.member, id) === contributor) &&
      (marking === undefined || asker.markings(id).includes(marking)),
  );
  const search = { q: query, ...by, limit: String(most) };
  return {
    url: `/api/v1/search?${new URLSearchParams(search).toString()}`,
    read: items,
    wanted: served.map((id) => asker.entry(asker.oracle.object(asker.member, id) as ViewEntry)),
  };
}

/** Objects of which any version, by anybody, has all the words in the form that the member gets, newest first. */
export function found(asker: Asker, query: string): string[] {
  const found = new Map<string, bigint>();
  for (const one of asker.oracle.view(asker.member)) {
    if (!hasAll(one.form, query, asker.handed)) continue;
    const before = found.get(one.id);
    found.set(one.id, before !== undefined && before > one.version ? before : one.version);
  }
  const order = [...found].sort(([a, x], [b, y]) => (x === y ? (a < b ? 1 : -1) : x < y ? 1 : -1));
  return order.map(([id]) => id);
}

/** Each list leaves its own filter aside. */
export function facets(
  asker: Asker,
  search: { q?: string; type?: string; contributor?: string; marking?: string },
  found: string[],
): Question {
  const whose = (id: string): string => asker.oracle.servedContributor(asker.member, id) ?? '';
  const kind = (id: string): string => String(id.split('--')[0]);
  const ofType = found.filter((id) => search.type?.split(',').includes(kind(id)) ?? true);
  const ofContributor = found.filter((id) => (search.contributor ?? whose(id)) === whose(id));
  const ofMarking = found.filter(
    (id) => search.marking === undefined || asker.markings(id).includes(search.marking),
  );
  const told = (id: string): string => (whose(id) === hub ? '' : whose(id));
  return {
    url: `/api/v1/search/facets?${new URLSearchParams(search).toString()}`,
    read: (body) => JSON.parse(body) as unknown,
    wanted: {
      types: counted(inBoth(ofContributor, ofMarking).map(kind)).map(([type, count]) => ({ type, count })),
      contributors: counted(inBoth(ofType, ofMarking).map(told)).map(([contributor, count]) => ({
        contributor: contributor === '' ? null : contributor,
        count,
      })),
      markings: counted(inBoth(ofType, ofContributor).flatMap((id) => asker.markings(id))).map(
        ([marking, count]) => ({ marking, count }),
      ),
      total: inBoth(inBoth(ofType, ofContributor), ofMarking).length,
      more: false,
    },
  };
}

const inBoth = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => others.includes(one));

/** Whether a form has all the words; the last may be a beginning unless something ends it. */
export function hasAll(form: JsonObject, query: string, handed: Handed): boolean {
  const words = [...handed.fold(query)];
  const isPrefix = !query.endsWith(' ');
  const has = textsOf(form, handed).flatMap((text) => [...handed.fold(text)]);
  return words.every((word, index) =>
    has.some((one) => one === word || (isPrefix && index === words.length - 1 && one.startsWith(word))),
  );
}

const counted = (texts: readonly string[]): [string, number][] =>
  [...new Set(texts)].sort().map((text) => [text, texts.filter((one) => one === text).length]);
