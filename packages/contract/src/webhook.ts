/** Webhooks: systems of a member that are called when there is a message. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const webhook = z
  .object({
    id: recordId,
    url: z.string(),
    createdBy: recordId.describe('The account that set it.'),
    createdAt: timestamp,
    stoppedAt: timestamp.nullable().describe('Since when it is called no more, as it could not be reached.'),
  })
  .meta({ title: 'Webhook' });

export type WebhookBody = z.output<typeof webhook>;

const own = {
  tag: 'inbox',
  kind: 'no-member-data',
  scope: 'read',
  description: 'By an administrator or integrator whose account sees all that your member sees.',
} as const;

export const webhookOperations = {
  webhooks: operation({
    ...own,
    method: 'GET',
    path: '/webhooks',
    summary: 'Webhooks of your member',
    query: pageQuery,
    answer: pageOf(webhook),
  }),
  addWebhook: operation({
    ...own,
    method: 'POST',
    path: '/webhooks',
    summary: 'Have an address called when there is a message; the secret that signs is shown once',
    status: 201,
    body: z.strictObject({ url: z.string().max(1000) }),
    answer: z.object({ webhook, secret: z.string() }),
  }),
  testWebhook: operation({
    ...own,
    method: 'POST',
    path: '/webhooks/{id}/test',
    summary: 'Call it now, with the kind `test`',
    params: recordParams,
    answer: z.object({
      status: z.number().int().nullable().describe('What it answered; null where it did not.'),
    }),
  }),
  resumeWebhook: operation({
    ...own,
    method: 'POST',
    path: '/webhooks/{id}/resume',
    summary: 'Have one that was given up called again, for what comes from now on',
    params: recordParams,
    status: 204,
  }),
  removeWebhook: operation({
    ...own,
    method: 'DELETE',
    path: '/webhooks/{id}',
    summary: 'Have it called no more',
    params: recordParams,
    status: 204,
  }),
};
