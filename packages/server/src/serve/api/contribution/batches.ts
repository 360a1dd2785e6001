/** Batches of the caller's member: listed, inspected, relabelled, undone. */
import type { FastifyInstance } from 'fastify';
import { batchOperations as operations } from '@entente/contract/batch';
import type { BatchItem, BatchRow } from '../../../acts/batches.ts';
import type { Ports } from '../../ports.ts';
import { timeText } from '../time.ts';
import { partsOf } from './label-parts.ts';
import { pagingOf } from '../paging.ts';
import { route } from '../route.ts';

export function batchRoutes(api: FastifyInstance, ports: Ports): void {
  const { batches, contributions } = ports;
  route(api, operations.batches, async ({ caller, query }) => {
    const paging = pagingOf(ports, caller, 'batches', query);
    const before = typeof paging.position === 'number' ? paging.position : Number.MAX_SAFE_INTEGER;
    const rows = await batches.list(caller, before, paging.limit + 1);
    const page = rows.slice(0, paging.limit);
    const last = page.at(-1);
    const next = rows.length > page.length && last !== undefined ? paging.next(last.at) : undefined;
    return { items: page.map(batchOf), next };
  });
  route(api, operations.batch, async ({ caller, params: { id } }) => {
    const { report, ...row } = await batches.find(caller, id);
    return { ...batchOf(row), report: report === null ? null : (JSON.parse(report) as unknown) };
  });
  route(api, operations.batchContributions, async ({ caller, params: { id }, query }) => {
    const paging = pagingOf(ports, caller, ['batch', id], query);
    const after = paging.position as BatchItem | undefined;
    const rows = await batches.contributions(caller, id, after, paging.limit + 1);
    const page = rows.slice(0, paging.limit);
    const last = page.at(-1);
    const next = rows.length > page.length && last !== undefined ? paging.next({ ...last }) : undefined;
    return { items: page.map(({ object, type }) => ({ object, type })), next };
  });
  route(api, operations.relabelBatch, async ({ caller, params: { id }, body }) => {
    await batches.find(caller, id);
    return { waits: await contributions.relabelBatch(caller, id, partsOf(body.label)) };
  });
  route(api, operations.undoBatch, async ({ caller, params: { id } }) => ({
    recalled: await batches.undo(caller, id),
  }));
}

const batchOf = ({ at, ...row }: BatchRow) => ({ ...row, at: timeText(at) });
