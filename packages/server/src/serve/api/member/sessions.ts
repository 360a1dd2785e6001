/** Signing in and out, and the sessions that an account has. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sessionOperations as operations } from '@entente/contract/session';
import { Failure } from '@entente/core/failure';
import type { SignedIn, SignInAnswer } from '../../../account/sign-in.ts';
import type { SessionInfo } from '../../../account/sessions.ts';
import type { Ports } from '../../ports.ts';
import { accountOf } from './accounts.ts';
import { timeOrNull, timeText } from '../time.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, openRoute, route } from '../route.ts';

const sessionCookie = 'entente_session';
const deviceCookie = 'entente_device';
const year = 365 * 86_400;

export function sessionRoutes(api: FastifyInstance, ports: Ports): void {
  const { accounts } = ports;
  openRoute(api, operations.signIn, async ({ body, request, reply }) => {
    const answer = await accounts.signIn({
      ...body,
      address: request.ip,
      agent: request.headers['user-agent'],
      device: request.cookies[deviceCookie],
    });
    return signedIn(ports, answer, request, reply);
  });
  route(api, operations.sessions, async ({ caller, query }) => {
    const all = (await accounts.listSessions(caller)).map(sessionOf);
    return pageOfList(all, pagingOf(ports, caller, 'sessions', query));
  });
  route(api, operations.signOut, async ({ caller, request, reply }) => {
    await accounts.signOut(caller);
    void reply.clearCookie(sessionCookie, cookieOptions(ports, request));
    return undefined;
  });
  route(api, operations.endSession, ({ caller, params: { id } }) =>
    nothing(accounts.revokeSession(caller, id)),
  );
  route(api, operations.endOtherSessions, async ({ caller }) => ({
    ended: await accounts.revokeOtherSessions(caller),
  }));
  route(api, operations.declarePurpose, ({ caller, body }) => nothing(accounts.declarePurpose(caller, body)));
}

function signedIn(ports: Ports, answer: SignInAnswer, request: FastifyRequest, reply: FastifyReply) {
  if (answer.outcome === 'refused') {
    throw new Failure('unauthenticated', 'The login, the password or the code is not right.');
  }
  if (answer.outcome === 'wait') {
    void reply.header('retry-after', answer.seconds);
    throw new Failure('too-many', `Too many attempts: wait ${answer.seconds} seconds.`);
  }
  if (answer.outcome === 'code-required') return { outcome: answer.outcome };
  return enteredAnswer(ports, answer, request, reply);
}

/** The session and the known browser as cookies, and who is in. */
export function enteredAnswer(
  ports: Ports,
  { session, device, account, failedBefore, outcome }: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const options = cookieOptions(ports, request);
  void reply
    .setCookie(sessionCookie, session.secret, options)
    .setCookie(deviceCookie, device, { ...options, maxAge: year });
  return { outcome, account: accountOf(account), expiresAt: timeText(session.expiresAt), failedBefore };
}

/** For this host alone, out of reach of scripts, and never sent by other sites. */
export const cookieOptions = ({ basePath }: Ports, { protocol }: FastifyRequest) =>
  ({
    path: basePath === '' ? '/' : basePath,
    httpOnly: true,
    sameSite: 'strict',
    secure: protocol === 'https',
  }) as const;

const sessionOf = (info: SessionInfo) => ({
  ...info,
  purpose: info.purpose ?? null,
  caseReference: info.caseReference ?? null,
  createdAt: timeText(info.createdAt),
  expiresAt: timeText(info.expiresAt),
  lastUsedAt: timeOrNull(info.lastUsedAt),
});
