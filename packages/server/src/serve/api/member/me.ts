/** Who calls. */
import type { FastifyInstance } from 'fastify';
import { meOperations as operations } from '@entente/contract/me';
import type { Ports } from '../../ports.ts';
import { route } from '../route.ts';

export function meRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.me, async ({ caller }) => {
    const host = await ports.isHost(caller.member);
    return ports.view(caller, ({ coalition, reader }) =>
      Promise.resolve({
        account: caller.account,
        member: { id: caller.member, name: coalition.members.get(caller.member)?.name ?? '' },
        roles: [...caller.roles].sort(),
        scopes: [...caller.scopes].sort(),
        purpose: caller.purpose ?? null,
        caseReference: caller.caseReference ?? null,
        host,
        supervises: coalition.members.get(caller.member)?.supervises ?? false,
        narrow: !reader.rights.full,
      }),
    );
  });
}
