/** Links that let somebody in for the first time, and the recovery code of a member. */
import type { FastifyInstance } from 'fastify';
import { entranceOperations as operations } from '@entente/contract/entrance';
import { Failure } from '@entente/core/failure';
import type { Ports } from '../../ports.ts';
import { accountOf, linkOf } from './accounts.ts';
import { timeText } from '../time.ts';
import { openRoute, route } from '../route.ts';

export function entranceRoutes(api: FastifyInstance, { accounts }: Ports): void {
  route(api, operations.inviteMember, async ({ caller, params: { id }, body }) =>
    linkOf(await accounts.inviteMember(caller, { member: id, realm: body.realm })),
  );
  openRoute(api, operations.findLink, async ({ body }) => {
    const link = await accounts.findLink(body.secret);
    if (link === undefined) throw new Failure('not-found', 'This link is no good: it was used, or ran out.');
    return { ...link, login: link.login ?? null, expiresAt: timeText(link.expiresAt) };
  });
  openRoute(api, operations.redeemLink, async ({ body, request }) => {
    const redeemed = await accounts.redeemLink({ ...body, address: request.ip });
    return { account: accountOf(redeemed.account), recoveryCode: redeemed.recoveryCode ?? null };
  });
  openRoute(api, operations.recover, ({ body, request }) =>
    accounts.recover({ ...body, address: request.ip }),
  );
  route(api, operations.renewRecoveryCode, ({ caller, body }) =>
    accounts.renewRecoveryCode(caller, body.password),
  );
}
