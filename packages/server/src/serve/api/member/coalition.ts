/** Members, communities with their rosters, policies, clearances and attributes. */
import type { FastifyInstance } from 'fastify';
import { communityOperations, memberOperations, rightOperations } from '@entente/contract/coalition';
import { Failure } from '@entente/core/failure';
import type { Page } from '@entente/contract/page';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf, type Paging } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { timeOrNull, timeText } from '../time.ts';

export function coalitionRoutes(api: FastifyInstance, ports: Ports): void {
  memberRoutes(api, ports);
  communityRoutes(api, ports);
  rightRoutes(api, ports);
  grantRoutes(api, ports);
}

function memberRoutes(api: FastifyInstance, ports: Ports): void {
  const { coalition } = ports;
  route(api, memberOperations.members, ({ caller, query }) =>
    ports.view(caller, ({ directory }) =>
      byId(pagingOf(ports, caller, 'members', query), (after, limit) => directory.members(after, limit)),
    ),
  );
  route(api, memberOperations.admitMember, ({ caller, body }) => coalition.admitMember(caller, body));
  route(api, memberOperations.departMember, ({ caller, params: { id } }) =>
    nothing(coalition.departMember(caller, id)),
  );
}

function communityRoutes(api: FastifyInstance, ports: Ports): void {
  const { coalition } = ports;
  route(api, communityOperations.communities, ({ caller, query }) =>
    ports.view(caller, async (view) =>
      pageOfList(await view.communities(), pagingOf(ports, caller, 'communities', query)),
    ),
  );
  route(api, communityOperations.createCommunity, ({ caller, body }) =>
    coalition.createCommunity(caller, body.name),
  );
  route(api, communityOperations.roster, ({ caller, params: { id }, query }) =>
    ports.view(caller, ({ directory }) => {
      const roster = directory.roster(id);
      if (roster === undefined) throw new Failure('not-found', 'There is no such community.');
      return Promise.resolve(pageOfList(roster, pagingOf(ports, caller, ['roster', id], query)));
    }),
  );
  route(api, communityOperations.rosterPast, ({ caller, params: { id }, query }) =>
    ports.view(caller, async ({ directory }) => {
      const past = await directory.rosterPast(id);
      if (past === undefined) throw new Failure('not-found', 'There is no such community.');
      const stays = past.stays.map(({ entry, kind, entered, left }) => ({
        entry,
        kind,
        entered: timeOrNull(entered),
        left: timeOrNull(left),
      }));
      const page = pageOfList(stays, pagingOf(ports, caller, ['roster-past', id], query));
      return { ...page, since: timeText(past.since) };
    }),
  );
  route(api, communityOperations.enterRoster, ({ caller, params: { id, entry }, body }) =>
    nothing(coalition.enterRoster(caller, id, entry, body.from)),
  );
  route(api, communityOperations.leaveRoster, ({ caller, params: { id, entry } }) =>
    nothing(coalition.leaveRoster(caller, id, entry)),
  );
}

function rightRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, rightOperations.policies, ({ caller, query }) =>
    ports.view(caller, ({ directory }) =>
      byId(pagingOf(ports, caller, 'policies', query), (after, limit) => directory.policies(after, limit)),
    ),
  );
  route(api, rightOperations.attributes, ({ caller, query }) =>
    ports.view(caller, ({ directory }) =>
      byId(pagingOf(ports, caller, 'attributes', query), (after, limit) =>
        directory.attributes(after, limit),
      ),
    ),
  );
  route(api, rightOperations.grants, ({ caller, query }) =>
    ports.view(caller, async ({ directory }) =>
      pageOfList(await directory.grants(), pagingOf(ports, caller, 'grants', query)),
    ),
  );
}

function grantRoutes(api: FastifyInstance, { coalition }: Ports): void {
  route(api, rightOperations.createPolicy, ({ caller, body }) => coalition.createPolicy(caller, body.name));
  route(api, rightOperations.createAttribute, ({ caller, body }) =>
    coalition.createAttribute(caller, body.name),
  );
  route(api, rightOperations.grantClearance, ({ caller, params: { id, member }, body }) =>
    nothing(coalition.grantClearance(caller, id, member, body.rank)),
  );
  route(api, rightOperations.grantAttribute, ({ caller, params: { id, member } }) =>
    nothing(coalition.grantAttribute(caller, id, member, true)),
  );
  route(api, rightOperations.takeAttribute, ({ caller, params: { id, member } }) =>
    nothing(coalition.grantAttribute(caller, id, member, false)),
  );
}

/** A page of rows in the order of their ids. */
async function byId<Row extends { id: string }>(
  paging: Paging,
  read: (after: string, limit: number) => Promise<Row[]>,
): Promise<Page<Row>> {
  const after = typeof paging.position === 'string' ? paging.position : '';
  const rows = await read(after, paging.limit + 1);
  const items = rows.slice(0, paging.limit);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? paging.next(last.id) : undefined };
}
