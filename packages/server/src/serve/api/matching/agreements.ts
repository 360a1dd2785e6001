/** Agreements on hit/no-hit. */
import type { FastifyInstance } from 'fastify';
import { matchingOperations as operations, type AgreementBody } from '@entente/contract/matching';
import { agreementState } from '@entente/core/matching/agreement';
import type { AgreementRow } from '@entente/store/matching/types';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { orNull } from '../rows.ts';
import { timeText } from '../time.ts';

export function matchingRoutes(api: FastifyInstance, ports: Ports): void {
  const { agreements } = ports.matching;
  route(api, operations.matchingAgreements, async ({ caller, query }) => {
    const all = (await agreements.list(caller)).map(agreementOf);
    return pageOfList(all, pagingOf(ports, caller, 'matching agreements', query));
  });
  route(api, operations.matchingAgreement, async ({ caller, params: { id } }) =>
    agreementOf(await agreements.find(caller, id)),
  );
  route(api, operations.proposeMatching, async ({ caller, body }) =>
    agreementOf(await agreements.propose(caller, body)),
  );
  route(api, operations.acceptMatching, async ({ caller, params: { id }, body: { key } }) =>
    agreementOf(await agreements.accept(caller, id, key)),
  );
  route(api, operations.endMatching, ({ caller, params: { id } }) => nothing(agreements.end(caller, id)));
}

function agreementOf(row: AgreementRow): AgreementBody {
  const { id, proposer, asker, owner, purposes, keysADay, smallestBatch, learnsFirst, askerKey, ownerKey } =
    row;
  const terms = { purposes, keysADay, smallestBatch, learnsFirst };
  return {
    id,
    proposer,
    asker,
    owner,
    ...terms,
    askerKey,
    ownerKey,
    state: agreementState(row),
    rests: row.rests,
    proposed: timeText(row.proposedAt),
    inForce: orNull(row.inForceAt),
    ended: orNull(row.endedAt),
    keysToday: row.keysOfDay,
    waiting: row.waiting,
  };
}
