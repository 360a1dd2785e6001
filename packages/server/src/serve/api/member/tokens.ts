/** Tokens: made, shown once, listed, rotated, revoked. */
import type { FastifyInstance } from 'fastify';
import { tokenOperations as operations } from '@entente/contract/session';
import type { MadeToken, TokenInfo } from '../../../account/tokens.ts';
import type { Ports } from '../../ports.ts';
import { timeOrNull, timeText } from '../time.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';

export function tokenRoutes(api: FastifyInstance, ports: Ports): void {
  const { accounts } = ports;
  route(api, operations.tokens, async ({ caller, query }) => {
    const all = (await accounts.listTokens(caller, query.account)).map(tokenOf);
    return pageOfList(all, pagingOf(ports, caller, ['tokens', query.account ?? null], query));
  });
  route(api, operations.createToken, async ({ caller, body }) =>
    madeOf(await accounts.createToken(caller, body)),
  );
  route(api, operations.rotateToken, async ({ caller, params: { id }, body }) =>
    madeOf(await accounts.rotateToken(caller, id, body.overlapHours)),
  );
  route(api, operations.revokeToken, ({ caller, params: { id } }) =>
    nothing(accounts.revokeToken(caller, id)),
  );
}

const madeOf = ({ token, secret }: MadeToken) => ({ token: tokenOf(token), secret });

const tokenOf = (info: TokenInfo) => ({
  ...info,
  purpose: info.purpose ?? null,
  caseReference: info.caseReference ?? null,
  createdAt: timeText(info.createdAt),
  expiresAt: timeText(info.expiresAt),
  lastUsedAt: timeOrNull(info.lastUsedAt),
  revokedAt: timeOrNull(info.revokedAt),
});
