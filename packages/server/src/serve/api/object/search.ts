/** Search in the view: words, types, dates. */
import type { FastifyInstance } from 'fastify';
import { searchOperations as operations } from '@entente/contract/search';
import { parseTimestamp } from '@entente/core/stix/timestamp';
import type { Json } from '@entente/core/stix/types';
import type { BrowseQuery, SearchQuery, View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { findObjects } from './entry.ts';
import { JsonText } from '../json-text.ts';
import { foldedWords, type NameSearch } from './name-search.ts';
import { pagingOf } from '../paging.ts';
import { atDesk } from './presented.ts';
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
    return atDesk(ports, caller, 'search', async (desk, view) => {
      const asked = {
        types: type?.split(',').filter((one) => one !== ''),
        since: microsOf(since),
        before: microsOf(before),
        limit: paging.limit + 1,
      };
      const hits =
        words.length === 0
          ? await browsed(view, asked, paging.position)
          : await searched(view, { ...asked, words, prefix }, paging.position);
      const page = hits.slice(0, paging.limit);
      const last = page.at(-1);
      const found = await findObjects(
        view,
        page.map(({ object }) => object),
      );
      const next = hits.length > page.length && last !== undefined ? paging.next(last.position) : undefined;
      return JsonText.page(desk.entries(found.map(({ served }) => served)), next);
    });
  });
  route(api, operations.facets, ({ caller }) =>
    ports.view(caller, async (view) => ({
      types: [...(await view.countByType())].map(([type, count]) => ({ type, count })),
    })),
  );
}

const microsOf = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Number(parseTimestamp(time));

/** An object that was found, and where the list goes on behind it. */
interface Hit {
  object: string;
  position: Json;
}

async function browsed(view: View, asked: BrowseQuery, from: Json | undefined): Promise<Hit[]> {
  const after = typeof from === 'number' ? from : undefined;
  const hits = await view.browse({ ...asked, after });
  return hits.map(({ object, added }) => ({ object, position: added }));
}

async function searched(view: View, asked: SearchQuery, from: Json | undefined): Promise<Hit[]> {
  const after = Array.isArray(from) ? { version: Number(from[0]), object: String(from[1]) } : undefined;
  const hits = await view.search({ ...asked, after });
  return hits.map(({ object, version }) => ({ object, position: [version, object] }));
}
