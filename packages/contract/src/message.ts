/** The inbox: what waits for an account, and what it was told. */
import { z } from 'zod';
import { messageKinds, type MessageKind } from '@entente/core/message/kinds';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { mostPerPage, pageOf, pageQuery } from './page.ts';

const kinds = Object.keys(messageKinds) as [MessageKind, ...MessageKind[]];

export const message = z
  .object({
    id: recordId,
    kind: z.enum(kinds).describe('Says what it is; sentences are in packages/core/src/message.'),
    params: z.record(z.string(), z.string()).describe('Texts that the sentence names; some are of others.'),
    about: z.string().describe('Id of what it is about: an object, a proposal, an account, by its kind.'),
    at: timestamp,
    waits: z.boolean().describe('Whether somebody still has to act.'),
    settled: timestamp.nullable().describe('When somebody had acted, where it waited.'),
    read: z.boolean().describe('Whether your account has read it.'),
  })
  .meta({ title: 'Message' });

export type MessageBody = z.output<typeof message>;

export const inboxCount = z
  .object({
    unread: z.number().int(),
    waiting: z.number().int(),
    more: z.boolean().describe('Whether there are more than were counted.'),
  })
  .meta({ title: 'InboxCount' });

export type InboxCountBody = z.output<typeof inboxCount>;

const own = { tag: 'inbox', scope: 'read', kind: 'member-data' } as const;

export const inboxOperations = {
  inbox: operation({
    ...own,
    method: 'GET',
    path: '/inbox',
    summary: 'Messages to your account, newest first',
    description: 'An account that sees less than its member has those alone that are addressed to it.',
    query: z.object({
      ...pageQuery.shape,
      show: z.enum(['all', 'unread', 'waiting']).default('all').describe('Which of them.'),
    }),
    answer: pageOf(message),
  }),
  inboxCount: operation({
    ...own,
    method: 'GET',
    path: '/inbox/count',
    summary: 'How many messages you have not read, and on how many somebody has to act',
    answer: inboxCount,
  }),
  message: operation({
    ...own,
    method: 'GET',
    path: '/inbox/{id}',
    summary: 'One message to your account',
    params: recordParams,
    answer: message,
  }),
  readMessages: operation({
    ...own,
    method: 'POST',
    path: '/inbox/read',
    summary: 'Say that you have read messages: these, or all until an instant',
    description: 'It is noted for your account alone. What is not in your inbox is passed over.',
    status: 204,
    body: z.strictObject({
      ids: z.array(recordId).max(mostPerPage).optional(),
      until: timestamp.optional(),
    }),
  }),
};
