/**
 * Whether a caller still stands as it did when it began: asked again by whatever takes long, such as streams, exports,
 * imports and bodies that come slowly, before each further piece. Revoked, disabled, narrowed and taken away count alike.
 */
import type { FastifyRequest } from 'fastify';
import type { Caller, Credentials, Scope } from '../caller.ts';
import type { Ports } from './ports.ts';

/** What a request to the API shows of who sends it. */
export const credentialsOf = ({ headers, ip }: FastifyRequest): Credentials => ({
  authorization: headers.authorization,
  cookie: headers.cookie,
  address: ip,
});

/**
 * The caller behind the same credentials as it is now; `undefined` where they are good no more, or for another account
 * or view, or for less.
 * @param scope what the answer wants
 */
export async function standing(
  { authenticate }: Pick<Ports, 'authenticate'>,
  credentials: Credentials,
  caller: Caller,
  scope: Scope | undefined,
): Promise<Caller | undefined> {
  const now = await authenticate({ ...credentials, isRepeated: true });
  const isSame =
    now?.account === caller.account && now.member === caller.member && now.reader === caller.reader;
  return isSame && (scope === undefined || now.scopes.has(scope)) ? now : undefined;
}
