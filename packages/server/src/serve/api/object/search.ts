/** Search in the view: words, types, members, markings, dates. */
import type { FastifyInstance } from 'fastify';
import { searchOperations as operations } from '@entente/contract/search';
import type { Json } from '@entente/core/stix/types';
import {
  searchAhead,
  type BrowseQuery,
  type SearchQuery,
  type SeenInView,
  type View,
} from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { servedOf } from './entry.ts';
import { facetsOf } from './facets.ts';
import { JsonText } from '../json-text.ts';
import { knownRoute } from './known.ts';
import { foldedWords, type NameSearch } from './name-search.ts';
import { pagingOf, type Paging } from '../paging.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';
import { wantedOf } from './search-asked.ts';

/** @param names turns what was typed into words of the index */
export function searchRoutes(api: FastifyInstance, ports: Ports, names: NameSearch = foldedWords): void {
  route(api, operations.search, ({ caller, query }) => {
    const { q, type, contributor, marking, since, before } = query;
    const question = [q, type, contributor, marking, since, before].map((part) => part ?? null);
    const paging = pagingOf(ports, caller, ['search', ...question], query);
    const { isVain, words, prefix, ...wanted } = wantedOf(query, names);
    if (isVain) return Promise.resolve(JsonText.page([], undefined));
    const asked = { ...wanted, limit: paging.limit + 1 };
    const search = words.length === 0 ? undefined : wordsQuery({ ...asked, words, prefix }, paging.position);
    const find = (view: View): Promise<Hit[]> =>
      search === undefined ? browsed(view, asked, paging.position) : searched(view, search);
    return atDesk(
      ports,
      caller,
      'search',
      async (desk, view) => pageOfHits(desk, await find(view), paging),
      search && searchAhead(search),
    );
  });
  route(api, operations.facets, ({ caller, query }) =>
    ports.view(caller, (view) => facetsOf(view, wantedOf(query, names))),
  );
  knownRoute(api, ports, names);
}

/** @param hits one more than the page has, where there are more */
function pageOfHits(desk: Desk, hits: readonly Hit[], paging: Paging): JsonText {
  const page = hits.slice(0, paging.limit);
  const last = page.at(-1);
  const hasMore = hits.length > page.length && last !== undefined;
  const served = page.map((hit) => hit.served).filter((one) => one !== undefined);
  return JsonText.page(desk.entries(served), hasMore ? paging.next(last.position) : undefined);
}

/** An object that was found, and where the list goes on behind it. */
interface Hit {
  /** Absent where the view has lost it a moment ago. */
  served: SeenInView | undefined;
  position: Json;
}

async function browsed(view: View, asked: BrowseQuery, from: Json | undefined): Promise<Hit[]> {
  const after = typeof from === 'number' ? from : undefined;
  const hits = await view.browse({ ...asked, after });
  const found = await view.objects(hits.map(({ object }) => object));
  return hits.map(({ object, added }) => ({ served: servedOf(found.get(object) ?? []), position: added }));
}

function wordsQuery(asked: SearchQuery, from: Json | undefined): SearchQuery {
  const after = Array.isArray(from) ? { version: Number(from[0]), object: String(from[1]) } : undefined;
  return { after, ...asked };
}

async function searched(view: View, query: SearchQuery): Promise<Hit[]> {
  const hits = await view.search(query);
  return hits.map(({ object, version, seen }) => ({ served: servedOf(seen), position: [version, object] }));
}
