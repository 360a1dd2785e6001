/** Search in the view: words, types, dates. */
import type { FastifyInstance } from 'fastify';
import { searchOperations as operations } from '@entente/contract/search';
import { parseTimestamp } from '@entente/core/stix/timestamp';
import type { Json } from '@entente/core/stix/types';
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
        after: positionOf(paging.position),
        limit: paging.limit + 1,
      };
      const hits =
        words.length === 0 ? await view.browse(asked) : await view.search({ ...asked, words, prefix });
      const page = hits.slice(0, paging.limit);
      const last = page.at(-1);
      const more = hits.length > paging.limit && last !== undefined;
      const found = await findObjects(
        view,
        page.map(({ object }) => object),
      );
      const served = found.map((one) => one.served);
      const next = more ? paging.next([last.version, last.object]) : undefined;
      return JsonText.page(desk.entries(served), next);
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

function positionOf(position: Json | undefined): { version: number; object: string } | undefined {
  if (!Array.isArray(position)) return undefined;
  return { version: Number(position[0]), object: String(position[1]) };
}
