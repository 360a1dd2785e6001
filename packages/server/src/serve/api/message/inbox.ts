/** The inbox of an account. */
import type { FastifyInstance } from 'fastify';
import { inboxOperations as operations, type MessageBody } from '@entente/contract/message';
import type { MessageKind } from '@entente/core/message/kinds';
import type { MessageRow, Place } from '../../../message/inbox.ts';
import type { Ports } from '../../ports.ts';
import { pagingOf } from '../paging.ts';
import { route } from '../route.ts';
import { micros, timeOrNull, timeText } from '../time.ts';

export function inboxRoutes(api: FastifyInstance, ports: Ports): void {
  const { inbox } = ports;
  route(api, operations.inbox, async ({ caller, query }) => {
    const { show, limit } = query;
    const paging = pagingOf(ports, caller, ['inbox', caller.account, show], query);
    const after = paging.position as Place | undefined;
    const rows = await inbox.list(caller, { shown: show, after, limit });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const isMore = rows.length > page.length && last !== undefined;
    return {
      items: page.map(messageOf),
      next: isMore ? paging.next({ at: last.at, id: last.id }) : undefined,
    };
  });
  route(api, operations.inboxCount, ({ caller }) => inbox.count(caller));
  route(api, operations.message, async ({ caller, params: { id } }) =>
    messageOf(await inbox.find(caller, id)),
  );
  route(api, operations.readMessages, async ({ caller, body: { ids = [], until } }) => {
    await inbox.read(caller, ids);
    if (until !== undefined) await inbox.readUntil(caller, micros(until));
    return undefined;
  });
}

/** Of kinds that this release knows, as the acts give no other. */
const messageOf = (row: MessageRow): MessageBody => ({
  id: row.id,
  kind: row.kind as MessageKind,
  params: JSON.parse(row.params) as Record<string, string>,
  about: row.about,
  at: timeText(row.at),
  waits: row.waits && row.settledAt === null,
  settled: timeOrNull(row.settledAt ?? undefined),
  read: row.isRead,
});
