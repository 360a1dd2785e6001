/** Working days, the end of the founding, and offers for the public. */
import type { FastifyInstance } from 'fastify';
import { cellOperations as operations } from '@entente/contract/constitution';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { timeOrNull, timeText } from '../time.ts';

export function constitutionRoutes(api: FastifyInstance, ports: Ports): void {
  const { constitution } = ports;
  route(api, operations.calendar, async () => {
    const { offset, weekend, holidays } = await constitution.calendar();
    return { offset, weekend: [...weekend], holidays: [...holidays] };
  });
  route(api, operations.setCalendar, ({ caller, body }) => nothing(constitution.setCalendar(caller, body)));
  route(api, operations.constitution, async () => {
    const found = await constitution.constitution();
    return { constituted: timeOrNull(found?.at), shortest: (found?.shortest ?? 0) / 1_000_000 };
  });
  route(api, operations.constitute, ({ caller, body }) =>
    nothing(constitution.constitute(caller, body.shortest * 1_000_000)),
  );
  route(api, operations.publicOffers, async ({ caller, query }) => {
    const offers = await constitution.offers(caller);
    const items = offers.map(({ at, ...rest }) => ({ ...rest, at: timeText(at) }));
    return pageOfList(items, pagingOf(ports, caller, 'public-offers', query));
  });
  route(api, operations.offerToPublic, ({ caller, params: { id } }) =>
    nothing(constitution.offer(caller, id)),
  );
  route(api, operations.takeOfferBack, ({ caller, params: { id } }) =>
    nothing(constitution.takeBack(caller, id)),
  );
}
