/** Searches that an account keeps, with what has come since it last looked. */
import type { FastifyInstance } from 'fastify';
import { savedSearchOperations as operations, type SavedSearchBody } from '@entente/contract/saved-search';
import type { SearchAsked } from '@entente/contract/search';
import type { View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { foldedWords, type NameSearch } from './name-search.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { wantedOf } from './search-asked.ts';
import { timeText } from '../time.ts';

/** Changes behind the last look that are gone through for each. */
const mostChanges = 1000;

type Kept = Awaited<ReturnType<Ports['searches']['list']>>[number];

export function savedSearchRoutes(api: FastifyInstance, ports: Ports, names: NameSearch = foldedWords): void {
  const { searches } = ports;
  route(api, operations.savedSearches, async ({ caller, query }) => {
    const page = pageOfList(await searches.list(caller), pagingOf(ports, caller, 'searches', query));
    return ports.view(caller, async (view) => {
      const items: SavedSearchBody[] = [];
      for (const one of page.items) items.push(await savedSearchOf(one, view, names));
      return { items, next: page.next };
    });
  });
  route(api, operations.saveSearch, async ({ caller, body: { name, query } }) => ({
    id: await searches.save(caller, { name, query: JSON.stringify(query) }),
  }));
  route(api, operations.openSearch, ({ caller, params: { id } }) => nothing(searches.open(caller, id)));
  route(api, operations.removeSearch, ({ caller, params: { id } }) => nothing(searches.remove(caller, id)));
}

async function savedSearchOf(
  { id, name, query: text, seen }: Kept,
  view: View,
  names: NameSearch,
): Promise<SavedSearchBody> {
  const query = JSON.parse(text) as SearchAsked;
  const { isVain, ...wanted } = wantedOf(query, names);
  const { count, more } = isVain
    ? { count: 0, more: false }
    : await view.news({ ...wanted, after: seen, most: mostChanges });
  return { id, name, query, opened: timeText(seen), news: count, more };
}
