/** Recalls to the caller's member, and what became of its own. */
import type { FastifyInstance } from 'fastify';
import { recallOperations as operations } from '@entente/contract/recall';
import { Failure } from '@entente/core/failure';
import { typeOfId } from '@entente/core/stix/identifier';
import { objectSpecification } from '@entente/core/stix/specification';
import type {
  ActPlace,
  OwnWithdrawalRow,
  RecalledRow,
  RecallRow,
  WithdrawalPlace,
} from '../../../acts/recalls.ts';
import type { Opened } from '../../../acts/openings.ts';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { orNull, pageOfRows } from '../rows.ts';
import { timeText } from '../time.ts';

export function recallRoutes(api: FastifyInstance, ports: Ports): void {
  const { recalls } = ports;
  route(api, operations.recalls, async ({ caller, query }) => {
    const paging = pagingOf(ports, caller, ['recalls', query.state ?? null], query);
    const isOpen = query.state === undefined ? undefined : query.state === 'open';
    const after = paging.position as ActPlace | undefined;
    const rows = await recalls.list(caller, { isOpen, after, limit: paging.limit + 1 });
    return pageOfRows(rows, paging, recallOf, ({ at, id }) => ({ at, id }));
  });
  route(api, operations.ownRecalls, async ({ caller, query }) => {
    const paging = pagingOf(ports, caller, ['own recalls', query.object ?? null], query);
    const after = paging.position as WithdrawalPlace | undefined;
    const rows = await recalls.own(caller, { object: query.object, after, limit: paging.limit + 1 });
    return pageOfRows(rows, paging, ownRecallOf, ({ at, act, object }) => ({ at, act, object }));
  });
  route(api, operations.recall, async ({ caller, params: { id } }) =>
    recallOf(await recalls.find(caller, id)),
  );
  route(api, operations.recalledObjects, async ({ caller, params: { id }, query }) => {
    const paging = pagingOf(ports, caller, ['recalled', id], query);
    const after = paging.position as RecalledRow | undefined;
    const rows = await recalls.recalled(caller, id, after, paging.limit + 1);
    return pageOfRows(rows, paging, recalledOf, (row) => ({ ...row }));
  });
  route(api, operations.derivedObjects, async ({ caller, params: { id }, query }) =>
    pageOfList(await recalls.derived(caller, id), pagingOf(ports, caller, ['derived', id], query)),
  );
  route(api, operations.acknowledgeRecall, ({ caller, params: { id }, body }) =>
    nothing(recalls.acknowledge(caller, id, body.words)),
  );
  route(api, operations.objectOpenings, async ({ caller, params: { id } }) => {
    const found = (await ports.access.openings(caller, [id])).get(id);
    if (found === undefined) throw new Failure('not-found', 'There is no such contribution of yours.');
    return openingsBody(found);
  });
}

const recallOf = ({ id, contributor, at, objects, total, acknowledgedAt, account, words }: RecallRow) => ({
  id,
  contributor,
  at: timeText(at),
  objects,
  total,
  acknowledged: orNull(acknowledgedAt),
  account,
  words,
});

export const ownRecallOf = ({ object, at, kind, members, unsure }: OwnWithdrawalRow) => ({
  object,
  at: timeText(at),
  kind,
  members: members.map(({ member, acknowledgedAt }) => ({
    member,
    acknowledged: orNull(acknowledgedAt),
  })),
  rest: unsure,
});

/** The version of what has no time of its own is when it was put in, which its readers are not told. */
const recalledOf = ({ object, version, part }: RecalledRow) => {
  const category = objectSpecification(typeOfId(object))?.category;
  const isDated = category !== undefined && category !== 'observable';
  return { object, version: isDated ? timeText(version) : null, part };
};

/** The day, UTC: how often somebody comes back to a record, and when, is nobody's to know. */
const dayOf = (at: number): string => timeText(at).slice(0, 10);

export const openingsBody = ({ readers, rest }: Opened) => ({
  readers: readers.map(({ member, first }) => ({ member, first: dayOf(first) })),
  rest,
});
