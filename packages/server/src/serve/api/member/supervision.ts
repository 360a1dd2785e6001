/** What the cell opens to a supervisor of data protection. */
import type { FastifyInstance } from 'fastify';
import { namedInRecord } from '@entente/contract/access';
import { supervisionOperations as operations } from '@entente/contract/supervision';
import type { ActPlace } from '../../../acts/recalls.ts';
import type { Ports } from '../../ports.ts';
import { pagingOf } from '../paging.ts';
import { route } from '../route.ts';
import { orNull, pageOfRows } from '../rows.ts';
import { timeText } from '../time.ts';
import { filterOf, objectsPage, partsOf, recordOf, sequenceOf } from './access.ts';

export function supervisionRoutes(api: FastifyInstance, ports: Ports): void {
  const { supervision } = ports;
  route(api, operations.supervisedRecords, async ({ caller, query }) => {
    const { member } = query;
    const paging = pagingOf(ports, caller, ['supervised reads', member ?? null, ...partsOf(query)], query);
    const filter = { ...filterOf(query, paging), member };
    const rows = await supervision.records(caller, filter, namedInRecord);
    return pageOfRows(
      rows,
      paging,
      (row) => ({ ...recordOf(row), member: row.member }),
      (row) => ({ member: row.member, sequence: row.sequence }),
    );
  });
  route(api, operations.supervisedRecordObjects, async ({ caller, params: { member, id }, query }) => {
    const paging = pagingOf(ports, caller, ['supervised reads', member, id], query);
    const record = { member, sequence: sequenceOf(id) };
    return objectsPage(paging, (page) => supervision.recordObjects(caller, record, page));
  });
  route(api, operations.supervisedRecalls, async ({ caller, query }) => {
    const { member, object } = query;
    const paging = pagingOf(ports, caller, ['supervised recalls', member ?? null, object ?? null], query);
    const after = paging.position as ActPlace | undefined;
    const rows = await supervision.recalls(caller, { member, object, after, limit: paging.limit + 1 });
    return pageOfRows(
      rows,
      paging,
      (row) => ({
        id: row.id,
        member: row.member,
        contributor: row.contributor,
        at: timeText(row.at),
        objects: row.objects,
        total: row.total,
        acknowledged: orNull(row.acknowledgedAt),
      }),
      (row) => ({ at: row.at, id: row.id }),
    );
  });
}
