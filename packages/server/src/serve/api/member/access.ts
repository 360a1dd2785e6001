/** What a member gave lately and who opened it, and to auditors what its accounts were given. */
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { accessOperations as operations, namedInRecord, type recordFilter } from '@entente/contract/access';
import { Failure } from '@entente/core/failure';
import type { RecordFilter, RecordPlace, RecordRow } from '../../../acts/access.ts';
import { requireWhole } from '../../../account/rights.ts';
import type { Ports } from '../../ports.ts';
import { pagingOf, type Paging } from '../paging.ts';
import { route } from '../route.ts';
import { pageOfRows } from '../rows.ts';
import { microsOf, timeText } from '../time.ts';
import { openingsBody } from './recalls.ts';

/** How far back it is told what a member gave, microseconds. */
const lately = 90 * 86_400 * 1_000_000;

export function accessRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.given, async ({ caller, query }) => {
    requireWhole(caller);
    const paging = pagingOf(ports, caller, 'given', query);
    const before = typeof paging.position === 'number' ? paging.position : Number.MAX_SAFE_INTEGER;
    const rows = await ports.view(caller, (view) =>
      view.arrivals.given(view.reader.at - lately, before, paging.limit + 1),
    );
    const page = rows.slice(0, paging.limit);
    const opened = await ports.access.openings(
      caller,
      page.map(({ object }) => object),
    );
    const items = page.map(({ object, added }) => ({
      object,
      added: timeText(added),
      ...openingsBody(opened.get(object) ?? { readers: [], rest: false }),
    }));
    const last = page.at(-1);
    return {
      items,
      next: rows.length > page.length && last !== undefined ? paging.next(last.added) : undefined,
    };
  });
  recordRoutes(api, ports);
}

function recordRoutes(api: FastifyInstance, ports: Ports): void {
  const { access } = ports;
  route(api, operations.accessRecords, async ({ caller, query }) => {
    const paging = pagingOf(ports, caller, ['access', ...partsOf(query)], query);
    const rows = await access.records(caller, filterOf(query, paging), namedInRecord);
    return pageOfRows(rows, paging, recordOf, ({ member, sequence }) => ({ member, sequence }));
  });
  route(api, operations.accessRecordObjects, async ({ caller, params: { id }, query }) => {
    const paging = pagingOf(ports, caller, ['access', id], query);
    return objectsPage(paging, (page) => access.recordObjects(caller, sequenceOf(id), page));
  });
}

/** A page of what one record names. */
export async function objectsPage(
  paging: Paging,
  read: (page: { from: number; limit: number }) => Promise<string[]>,
): Promise<{ items: { object: string }[]; next: string | undefined }> {
  const { position, limit } = paging;
  const from = typeof position === 'number' ? position : 0;
  const objects = await read({ from, limit: limit + 1 });
  const items = objects.slice(0, limit).map((object) => ({ object }));
  return { items, next: objects.length > items.length ? paging.next(from + items.length) : undefined };
}

type Asked = z.output<typeof recordFilter>;

/** What is asked for, for the seal of cursors. */
export const partsOf = ({ account, object, since, before }: Asked): (string | null)[] =>
  [account, object, since, before].map((part) => part ?? null);

export const filterOf = (
  { account, object, since, before }: Asked,
  { position, limit }: Paging,
): RecordFilter => ({
  account,
  object,
  since: microsOf(since),
  before: microsOf(before),
  after: position as RecordPlace | undefined,
  limit: limit + 1,
});

/** A record is known by its number among those of its own member, which has no gaps for that member to see. */
export function sequenceOf(id: string): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new Failure('not-found', 'There is no such record.');
  return Number(id);
}

export function recordOf({ sequence, at, actor, login, purpose, caseReference, body, objects }: RecordRow) {
  const { route, collection, count } = JSON.parse(body) as {
    route: string;
    collection?: string;
    count: number;
  };
  return {
    id: String(sequence),
    at: timeText(at),
    account: actor,
    login,
    purpose,
    caseReference,
    route,
    collection: collection ?? null,
    versions: count,
    objects: [...new Set(objects)],
  };
}
