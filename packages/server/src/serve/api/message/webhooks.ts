/** Webhooks of a member. */
import type { FastifyInstance } from 'fastify';
import { webhookOperations as operations, type WebhookBody } from '@entente/contract/webhook';
import type { WebhookInfo } from '../../../message/webhooks.ts';
import type { Ports } from '../../ports.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';
import { timeOrNull, timeText } from '../time.ts';

export function webhookRoutes(api: FastifyInstance, ports: Ports): void {
  const { webhooks } = ports;
  route(api, operations.webhooks, async ({ caller, query }) => {
    const all = (await webhooks.list(caller)).map(webhookOf);
    return pageOfList(all, pagingOf(ports, caller, 'webhooks', query));
  });
  route(api, operations.addWebhook, async ({ caller, body: { url } }) => {
    const { webhook, secret } = await webhooks.add(caller, url);
    return { webhook: webhookOf(webhook), secret };
  });
  route(api, operations.testWebhook, async ({ caller, params: { id } }) => ({
    status: (await webhooks.test(caller, id)) ?? null,
  }));
  route(api, operations.resumeWebhook, ({ caller, params: { id } }) => nothing(webhooks.resume(caller, id)));
  route(api, operations.removeWebhook, ({ caller, params: { id } }) => nothing(webhooks.remove(caller, id)));
}

const webhookOf = (info: WebhookInfo): WebhookBody => ({
  ...info,
  createdAt: timeText(info.createdAt),
  stoppedAt: timeOrNull(info.stoppedAt),
});
