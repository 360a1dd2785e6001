/** Search in the view: words, types, dates. */
import type { FastifyInstance } from 'fastify';
import { searchOperations as operations } from '@entente/contract/search';
import { parseTimestamp } from '@entente/core/stix/timestamp';
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
import { JsonText } from '../json-text.ts';
import { foldedWords, type NameSearch } from './name-search.ts';
import { pagingOf, type Paging } from '../paging.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';

/** @param names turns what was typed into words of the index */
export function searchRoutes(api: FastifyInstance, ports: Ports, names: NameSearch = foldedWords): void {
  route(api, operations.search, ({ caller, query }) => {
    const { q, type, since, before } = query;
    const paging = pagingOf(
      ports,
      caller,
      ['search', q ?? null, type ?? null, since ?? null, before ?? null],
      query,
    );
    const { words, prefix } = names.read(q ?? '');
    if (q !== undefined && q.trim() !== '' && words.length === 0)
      return Promise.resolve(JsonText.page([], undefined));
    const asked = {
      types: type?.split(',').filter((one) => one !== ''),
      since: microsOf(since),
      before: microsOf(before),
      limit: paging.limit + 1,
    };
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
  route(api, operations.facets, ({ caller }) =>
    ports.view(caller, async (view) => ({
      types: [...(await view.countByType())].map(([type, count]) => ({ type, count })),
    })),
  );
}

const microsOf = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Number(parseTimestamp(time));

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
