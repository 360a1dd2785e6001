/**
 * One operation of the contract as a route: authenticate → validate → authorise → act → present. The first
 * three are here; a handler does the rest.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Failure } from '@entente/core/failure';
import { z } from 'zod';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '@entente/contract/operation';
import { operations } from '@entente/contract/operations';
import { problem } from '@entente/contract/problem';
import type { Caller } from '../../caller.ts';
import type { Ports } from '../ports.ts';
import { JsonText } from './json-text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the API; set before anything else is looked at. */
    caller: Caller | undefined;
  }
}

export interface Call<One extends Operation> {
  caller: Caller;
  params: ParamsOf<One>;
  query: QueryOf<One>;
  body: BodyOf<One>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Answers the shape of the contract, or the same as text where it holds objects, whose bytes stay as they are. */
export type Handler<One extends Operation> = (call: Call<One>) => Promise<AnswerOf<One> | JsonText>;

/** Adds the route of an operation. */
export function route<const One extends Operation>(
  api: FastifyInstance,
  operation: One,
  handle: Handler<One>,
): void {
  api.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: schemaOf(operation),
    handler: async (request, reply) => {
      const caller = authorised(request.caller, operation);
      const { params, query, body } = request as unknown as Pick<Call<One>, 'params' | 'query' | 'body'>;
      const answer = await handle({ caller, params, query, body, request, reply });
      if (reply.sent) return reply;
      void reply.code(operation.status ?? 200);
      if (answer instanceof JsonText) {
        return reply.header('content-type', 'application/json; charset=utf-8').send(answer.text);
      }
      return reply.send(answer);
    },
  });
}

/** Adds the route of an operation that answers a stream. */
export function stream<const One extends Operation>(
  api: FastifyInstance,
  operation: One,
  handle: (call: Call<One>) => Promise<Readable>,
): void {
  api.route({
    method: operation.method,
    url: operation.path,
    exposeHeadRoute: false,
    schema: schemaOf(operation),
    handler: async (request, reply) => {
      const caller = authorised(request.caller, operation);
      const { params, query, body } = request as unknown as Pick<Call<One>, 'params' | 'query' | 'body'>;
      return reply.send(await handle({ caller, params, query, body, request, reply }));
    },
  });
}

/** Who calls, where the operation is within what the account may do. */
export function authorised(caller: Caller | undefined, { scope }: Operation): Caller {
  if (caller === undefined) throw new Failure('unauthenticated', 'Sign in, or send a token.');
  if (scope !== undefined && !caller.scopes.has(scope)) {
    throw new Failure('forbidden', `This account or token may not do this: it lacks “${scope}”.`);
  }
  return caller;
}

const names = new Map<Operation, string>(
  Object.entries<Operation>(operations).map(([name, operation]) => [operation, name]),
);

/** The shapes of an operation, for validation and for OpenAPI. */
export function schemaOf(operation: Operation): object {
  const { tag, summary, description, params, query, body } = operation;
  return {
    operationId: names.get(operation),
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: [{ token: [] }, { session: [] }],
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { querystring: query }),
    ...(body === undefined ? {} : { body }),
    response: {
      ...answered(operation),
      default: {
        description: 'A problem (RFC 9457).',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

function answered({ answer, media, status = 200 }: Operation): object {
  if (answer !== undefined) return { [status]: answer };
  if (media === undefined) return { [status]: z.null().describe('Done.') };
  return { [status]: { description: 'A stream.', content: { [media]: { schema: z.string() } } } };
}

/** Finds the caller behind the request; refuses what another site has a browser send. */
export async function authenticate(ports: Ports, request: FastifyRequest): Promise<void> {
  const { authorization, cookie } = request.headers;
  request.caller = await ports.authenticate({ authorization, cookie, address: request.ip });
  if (request.caller === undefined) throw new Failure('unauthenticated', 'Sign in, or send a token.');
  if (authorization === undefined && !isSameSite(request)) {
    throw new Failure('forbidden', 'Another site sent this request.');
  }
}

/** A session's cookie counts for what its own pages send (Fetch Metadata; older browsers: Origin). */
function isSameSite({ method, headers, host }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
