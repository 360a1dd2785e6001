/** Recalls: those told to your member, which it acknowledges, and what became of its own. */
import { z } from 'zod';
import { objectId, objectParams, recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

/** Objects that a recall names by itself; the rest is a list of its own. */
export const namedInRecall = 10;

export const recall = z
  .object({
    id: recordId,
    contributor: recordId,
    at: timestamp.describe('When it was taken back.'),
    objects: z.array(z.string()).describe(`The first ${namedInRecall} objects of it.`),
    total: z.number().int().describe('How many objects there are.'),
    acknowledged: timestamp.nullable(),
    account: recordId.nullable().describe('Who acknowledged.'),
    words: z.string().nullable().describe('What your member noted for itself.'),
  })
  .meta({ title: 'Recall' });

export type Recall = z.output<typeof recall>;

export const recalled = z
  .object({
    object: z.string(),
    version: timestamp.nullable().describe('`modified`, else `created`; null of an object without either.'),
    part: z.boolean().describe('Whether a part of it was taken, and not the whole version.'),
  })
  .meta({ title: 'Recalled' });

export const derivedObject = z
  .object({
    object: z.string().describe('Of your own.'),
    recalled: z.string().describe('What it rests on, and was taken back.'),
    way: z.enum(['names', 'derived-from']),
  })
  .meta({ title: 'DerivedObject' });

/** Rule 8 in words, for the descriptions of all that tells of others. */
const rule =
  'Members are named that your own label alone gave it to, by audiences that you can say yourself they belong to. ' +
  'Whoever else had it is not told, nor how many.';

export const ownRecall = z
  .object({
    object: z.string(),
    at: timestamp,
    kind: z.enum(['recall', 'narrowing', 'erasure']),
    members: z
      .array(z.object({ member: recordId, acknowledged: timestamp.nullable() }))
      .describe(`Who was to have it and was told to remove it. ${rule}`),
    rest: z.boolean().describe('Whether others may have had it: that depends on others.'),
  })
  .meta({ title: 'OwnRecall' });

export type OwnRecall = z.output<typeof ownRecall>;

const day = z.string().describe('A day, UTC.').meta({ format: 'date' });

export const openings = z
  .object({
    readers: z
      .array(z.object({ member: recordId, first: day }))
      .describe(`Who opened the record by its id, and the first day. ${rule}`),
    rest: z.boolean().describe('Whether others may have it: that depends on others.'),
  })
  .meta({ title: 'Openings' });

const read = { method: 'GET', tag: 'recalls', kind: 'member-data', scope: 'read' } as const;
const whole = 'For accounts that see all that your member sees.';

export const recallOperations = {
  recalls: operation({
    ...read,
    path: '/recalls',
    summary: 'What was given to your member and taken back, the last first',
    description: whole,
    query: pageQuery.extend({ state: z.enum(['open', 'acknowledged']).optional() }),
    answer: pageOf(recall),
  }),
  ownRecalls: operation({
    ...read,
    path: '/recalls/own',
    summary: 'What your member took back, and who has acknowledged',
    description: whole,
    query: pageQuery.extend({ object: objectId.optional() }),
    answer: pageOf(ownRecall),
  }),
  recall: operation({
    ...read,
    path: '/recalls/{id}',
    summary: 'One recall',
    description: whole,
    params: recordParams,
    answer: recall,
  }),
  recalledObjects: operation({
    ...read,
    path: '/recalls/{id}/objects',
    summary: 'What a recall took from your member',
    description: whole,
    params: recordParams,
    query: pageQuery,
    answer: pageOf(recalled),
  }),
  derivedObjects: operation({
    ...read,
    path: '/recalls/{id}/derived',
    summary: 'Your own objects that rest on what was taken back',
    description: `Those that name it, and those that your own derived-from relationships say to come from it. ${whole}`,
    params: recordParams,
    query: pageQuery,
    answer: pageOf(derivedObject),
  }),
  acknowledgeRecall: operation({
    ...read,
    method: 'POST',
    scope: 'write',
    path: '/recalls/{id}/acknowledge',
    summary: 'Say that the copies are removed (release officer or analyst)',
    description: 'To say it again changes nothing.',
    params: recordParams,
    body: z.strictObject({
      words: z.string().max(2000).optional().describe('Kept for your member; nobody else is told.'),
    }),
    status: 204,
  }),
  objectOpenings: operation({
    ...read,
    tag: 'access',
    path: '/objects/{id}/openings',
    summary: 'Who opened what your member contributed of an object',
    description: whole,
    params: objectParams,
    answer: openings,
  }),
};
