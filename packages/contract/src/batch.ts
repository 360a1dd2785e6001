/** Batches: what one import of your member put in. */
import { z } from 'zod';
import { waits } from './contribution.ts';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const batch = z
  .object({
    id: recordId,
    at: timestamp,
    source: z.string(),
    format: z.string(),
    edition: z
      .string()
      .nullable()
      .describe('Of a list that comes in editions: when it was published, in the words of the list.'),
    state: z.enum(['running', 'complete', 'failed', 'undone']),
    counts: z.record(z.string(), z.unknown()),
  })
  .meta({ title: 'Batch' });

const batched = z.object({ object: z.string(), type: z.string() });
const read = { method: 'GET', tag: 'batches', kind: 'member-data', scope: 'read' } as const;

export const batchOperations = {
  batches: operation({
    ...read,
    path: '/batches',
    summary: "Your member's batches, newest first",
    query: pageQuery,
    answer: pageOf(batch),
  }),
  batch: operation({
    ...read,
    path: '/batches/{id}',
    summary: 'One batch with its report',
    params: recordParams,
    answer: batch.extend({ report: z.unknown() }),
  }),
  batchContributions: operation({
    ...read,
    path: '/batches/{id}/contributions',
    summary: 'What of a batch is still there, in the order of the input',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(batched),
  }),
  relabelBatch: operation({
    method: 'POST',
    path: '/batches/{id}/relabel',
    tag: 'batches',
    kind: 'member-data',
    scope: 'label',
    summary: 'Give a whole batch another label',
    params: recordParams,
    body: z.strictObject({ label }),
    answer: z.object({ waits }),
  }),
  undoBatch: operation({
    method: 'POST',
    path: '/batches/{id}/undo',
    tag: 'batches',
    kind: 'member-data',
    scope: 'write',
    summary: 'Recall what a batch put in',
    params: recordParams,
    answer: z.object({ recalled: z.number().int() }),
  }),
};
