/** Runs of hit/no-hit. */
import type { FastifyInstance } from 'fastify';
import { matchingOperations as operations, type RunBody } from '@entente/contract/matching';
import type { RunPlace } from '@entente/store/matching/reader';
import type { RunHead } from '@entente/store/matching/types';
import type { Ports } from '../../ports.ts';
import { pagingOf } from '../paging.ts';
import { route } from '../route.ts';
import { orNull, pageOfRows } from '../rows.ts';
import { timeText } from '../time.ts';

export function runRoutes(api: FastifyInstance, ports: Ports): void {
  const { runs } = ports.matching;
  route(api, operations.matchingRuns, async ({ caller, params: { id }, query: { state, ...page } }) => {
    const paging = pagingOf(ports, caller, ['matching runs', id, state ?? null], page);
    const after = paging.position as RunPlace | undefined;
    const rows = await runs.runs(caller, id, { state, after, limit: paging.limit + 1 });
    return pageOfRows(rows, paging, runOf, ({ sentAt, run }) => ({ at: sentAt, run }));
  });
  route(api, operations.matchingRun, async ({ caller, params: { id, run: number } }) => {
    const { run, message } = await runs.run(caller, id, number);
    return { ...runOf(run), message };
  });
  route(api, operations.sendMatchingRun, async ({ caller, params: { id }, body: { message } }) =>
    runOf(await runs.send(caller, id, message)),
  );
  route(api, operations.answerMatchingRun, async ({ caller, params: { id, run }, body: { message } }) =>
    runOf(await runs.answer(caller, id, run, message)),
  );
  route(api, operations.refuseMatchingRun, async ({ caller, params: { id, run }, body: { reason } }) =>
    runOf(await runs.refuse(caller, id, run, reason)),
  );
}

const runOf = ({
  run,
  state,
  purpose,
  caseReference,
  commitment,
  keys,
  sentAt,
  repliedAt,
  reason,
}: RunHead): RunBody => ({
  run,
  state,
  purpose,
  caseReference,
  commitment,
  keys,
  sent: timeText(sentAt),
  replied: orNull(repliedAt),
  reason,
});
