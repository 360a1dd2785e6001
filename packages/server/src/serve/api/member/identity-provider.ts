/** Signing in through the identity provider of a member, and which that is. */
import type { FastifyInstance } from 'fastify';
import { identityProviderOperations as operations } from '@entente/contract/identity-provider';
import type { Ports } from '../../ports.ts';
import { nothing, openRoute, route } from '../route.ts';
import { cookieOptions, enteredAnswer } from './sessions.ts';

/** Holds, sealed, what a sign-in that is under way has to be followed by. */
const doorCookie = 'entente_door';
const quarter = 900;

export function identityProviderRoutes(api: FastifyInstance, ports: Ports): void {
  const { accounts } = ports;
  route(api, operations.identityProvider, async ({ caller }) => {
    const { provider, allowed, redirect } = await accounts.identityProvider(caller);
    return { provider: provider ?? null, allowed: [...allowed], redirect };
  });
  route(api, operations.setIdentityProvider, ({ caller, body }) =>
    nothing(accounts.setIdentityProvider(caller, body)),
  );
  route(api, operations.removeIdentityProvider, ({ caller }) =>
    nothing(accounts.removeIdentityProvider(caller)),
  );
  openRoute(api, operations.beginProviderSignIn, async ({ body, request, reply }) => {
    const { url, sealed } = await accounts.beginProviderSignIn(body);
    void reply.setCookie(doorCookie, sealed, { ...cookieOptions(ports, request), maxAge: quarter });
    return { url };
  });
  openRoute(api, operations.endProviderSignIn, async ({ body: { query }, request, reply }) => {
    const entered = await accounts.endProviderSignIn({
      query,
      sealed: request.cookies[doorCookie],
      address: request.ip,
      agent: request.headers['user-agent'],
    });
    void reply.clearCookie(doorCookie, cookieOptions(ports, request));
    return enteredAnswer(ports, entered, request, reply);
  });
}
