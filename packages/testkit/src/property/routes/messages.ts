/** The inbox, e-mail and webhooks; what leaves the cell is compared with every call. */
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const nothing = 'b9000000-0000-4000-8000-000000000009';
const messages: Generator['probe'] = () => ofTables('message', 'message_read');
const one = (ids: readonly string[], draw: Draw): string => (ids.length === 0 ? nothing : draw.one(ids));
/** Mostly the asker's own. */
const message = (draw: Draw): string => {
  const { messages: all } = draw.companions;
  const own = all[draw.pair.members.indexOf(draw.member)];
  return own === undefined || draw.once(3) ? one(all, draw) : own;
};
/** Of others: the webhook of the members stays, so that there is one to be called. */
const webhook = (draw: Draw): string =>
  one([...draw.companions.webhooks.slice(draw.pair.members.length), nothing], draw);

/** Mostly the member's own, to call it. */
const calledWebhook = (draw: Draw): string => {
  const own = draw.companions.webhooks[draw.pair.members.indexOf(draw.member)];
  return own === undefined || draw.once(4) ? webhook(draw) : own;
};

const until = (draw: Draw): string => `2026-01-0${1 + draw.pick(5)}T00:00:00Z`;

export const messageRoutes: Generator[] = [
  generator(
    'GET /api/v1/inbox',
    (draw) =>
      draw.list('GET /api/v1/inbox', '/inbox', { show: draw.one(['all', 'all', 'unread', 'waiting']) }),
    messages,
  ),
  generator(
    'GET /api/v1/inbox/count',
    (draw) => draw.varied('GET /api/v1/inbox/count', draw.api('GET', '/inbox/count')),
    messages,
  ),
  generator('GET /api/v1/inbox/:id', (draw) => draw.api('GET', `/inbox/${message(draw)}`), messages),
  generator(
    'POST /api/v1/inbox/read',
    (draw) =>
      draw.api('POST', '/inbox/read', {
        ids: [message(draw), message(draw)],
        ...(draw.once(6) && { until: until(draw) }),
      }),
    messages,
  ),
  bytesOnly('GET /api/v1/account/mail', (draw) => draw.api('GET', '/account/mail')),
  bytesOnly('PUT /api/v1/account/mail', (draw) =>
    draw.api('PUT', '/account/mail', {
      address: draw.once(2) ? `desk@${draw.member}.example` : `other@${draw.member}.example`,
      rhythm: draw.once(4) ? 'daily' : 'soon',
      password: 'none',
    }),
  ),
  bytesOnly('POST /api/v1/account/mail/confirm', (draw) =>
    draw.api('POST', '/account/mail/confirm', { code: '00000000' }),
  ),
  bytesOnly('POST /api/v1/account/mail/remove', (draw) => draw.api('POST', '/account/mail/remove', {})),
  bytesOnly('GET /api/v1/mail-policy', (draw) => draw.api('GET', '/mail-policy')),
  bytesOnly('PUT /api/v1/mail-policy', (draw) =>
    draw.api('PUT', '/mail-policy', { sentences: draw.once(2) }),
  ),
  bytesOnly('GET /api/v1/webhooks', (draw) => draw.api('GET', '/webhooks')),
  bytesOnly('POST /api/v1/webhooks', (draw) =>
    draw.api('POST', '/webhooks', { url: `https://${draw.member}.example/${draw.pick(9)}` }),
  ),
  bytesOnly('POST /api/v1/webhooks/:id/test', (draw) =>
    draw.api('POST', `/webhooks/${calledWebhook(draw)}/test`),
  ),
  bytesOnly('POST /api/v1/webhooks/:id/resume', (draw) =>
    draw.api('POST', `/webhooks/${webhook(draw)}/resume`),
  ),
  bytesOnly('DELETE /api/v1/webhooks/:id', (draw) => draw.api('DELETE', `/webhooks/${webhook(draw)}`)),
];
