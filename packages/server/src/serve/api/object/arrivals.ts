/** What came into the view lately, counted. */
import type { FastifyInstance } from 'fastify';
import { arrivalOperations as operations } from '@entente/contract/arrival';
import type { WeekCount } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { JsonText } from '../json-text.ts';
import { pagingOf } from '../paging.ts';
import { route } from '../route.ts';
import { micros, microsOf, timeOrNull, timeText } from '../time.ts';
import { contributorOf } from './entry.ts';
import { atDesk } from './presented.ts';

const week = 7 * 86_400 * 1_000_000;
/** The first Monday of the count of time: 5 January 1970. */
const monday = 4 * 86_400 * 1_000_000;

export function arrivalRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.arrivals, ({ caller, query }) =>
    ports.view(caller, async (view) => {
      const counts = await view.arrivals.byContributor(micros(query.since));
      return {
        members: counts.map((one) => ({ contributor: contributorOf(one, view), objects: one.objects })),
      };
    }),
  );
  route(api, operations.arrivedObjects, ({ caller, query }) => {
    const { since, before, contributor, type } = query;
    const question = ['arrived', since ?? null, before ?? null, contributor ?? null, type ?? null];
    const paging = pagingOf(ports, caller, question, query);
    const asked = {
      since: microsOf(since),
      before: microsOf(before),
      contributor,
      types: type?.split(',').filter((one) => one !== ''),
      after: typeof paging.position === 'number' ? paging.position : undefined,
      limit: paging.limit + 1,
    };
    return atDesk(ports, caller, 'arrivedObjects', async (desk, view) => {
      const rows = await view.arrivals.objects(asked);
      const page = rows.slice(0, paging.limit);
      const found = await view.objects(page.map(({ object }) => object));
      const seen = page
        .map(({ object, contribution }) => found.get(object)?.find(({ id }) => id === contribution))
        .filter((one) => one !== undefined);
      const last = page.at(-1);
      const hasMore = rows.length > page.length && last !== undefined;
      return JsonText.page(desk.entries(seen), hasMore ? paging.next(last.added) : undefined);
    });
  });
  route(api, operations.arrivalWeeks, ({ caller, query: { weeks } }) =>
    ports.view(caller, async (view) => {
      const current = Math.floor((view.reader.at - monday) / week) * week + monday;
      const from = current - (weeks - 1) * week;
      return weeksOf(await view.arrivals.byWeek(from, week), from, weeks);
    }),
  );
  route(api, operations.visit, async ({ caller }) => ({
    since: timeOrNull(await ports.access.visit(caller)),
  }));
}

function weeksOf(counts: readonly WeekCount[], from: number, weeks: number) {
  return {
    from: timeText(from),
    weeks: Array.from({ length: weeks }, (_none, place) => ({
      from: timeText(from + place * week),
      types: counts.filter((one) => one.week === place).map(({ type, objects }) => ({ type, objects })),
    })),
  };
}
