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
import { credentialsOf, standing } from '../standing.ts';
import { JsonText } from './json-text.ts';
import { traceOf } from './refused.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route is called before signing in. */
    isOpen?: boolean;
    /** As what a refusal is recorded, where it is. */
    trace?: string;
  }
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

/** What may be sent before signing in, in bytes. */
const openBodyLimit = 65_536;

/** A call before signing in. */
export type OpenCall<One extends Operation> = Omit<Call<One>, 'caller'>;

/** Adds the route of an operation. */
export function route<const One extends Operation>(
  api: FastifyInstance,
  operation: One,
  handle: Handler<One>,
): void {
  add(api, operation, async (request, reply) => {
    const caller = authorised(request.caller, operation);
    return answer(await handle({ caller, ...givenIn<One>(request), request, reply }), operation, reply);
  });
}

/** Adds the route of an operation that is called before signing in. */
export function openRoute<const One extends Operation & { readonly open: true }>(
  api: FastifyInstance,
  operation: One,
  handle: (call: OpenCall<One>) => Promise<AnswerOf<One>>,
): void {
  add(api, operation, async (request, reply) =>
    answer(await handle({ ...givenIn<One>(request), request, reply }), operation, reply),
  );
}

/** Adds the route of an operation that answers a stream. */
export function stream<const One extends Operation>(
  api: FastifyInstance,
  operation: One,
  handle: (call: Call<One>) => Promise<Readable>,
): void {
  add(api, operation, async (request, reply) => {
    const caller = authorised(request.caller, operation);
    return reply.send(await handle({ caller, ...givenIn<One>(request), request, reply }));
  });
}

/** An act that answers nothing. */
export const nothing = (act: Promise<void>): Promise<undefined> => act.then(() => undefined);

function add(
  api: FastifyInstance,
  operation: Operation,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  const trace = traceOf(operation);
  api.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { isOpen: operation.open === true, ...(trace === undefined ? {} : { trace }) },
    ...(operation.open === true ? { bodyLimit: openBodyLimit } : {}),
    exposeHeadRoute: operation.media === undefined,
    schema: schemaOf(operation),
    handler: (request, reply) => {
      refuseZero(request, operation);
      return handler(request, reply);
    },
  });
}

/** The character as JSON writes it, behind no backslash of its own: the six signs are a text like others. */
const zero = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * PostgreSQL holds no character of number zero. What names something has none, nor has what is sent before signing in;
 * texts of objects may have it.
 */
function refuseZero({ params, query, body }: FastifyRequest, { open }: Operation): void {
  const texts = [params, query, open === true ? body : undefined].map((part) => JSON.stringify(part) ?? '');
  if (texts.some((text) => zero.test(text)))
    throw new Failure('invalid', 'The character of number zero stands where none can be.');
}

const givenIn = <One extends Operation>(
  request: FastifyRequest,
): Omit<OpenCall<One>, 'request' | 'reply'> => {
  const { params, query, body } = request as unknown as OpenCall<One>;
  return { params, query, body };
};

function answer(given: unknown, { status = 200 }: Operation, reply: FastifyReply): FastifyReply {
  void reply.code(status);
  if (!(given instanceof JsonText)) return reply.send(given);
  return reply.header('content-type', 'application/json; charset=utf-8').send(given.text);
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
    security: operation.open === true ? [] : [{ token: [] }, { session: [] }],
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
  const { authorization } = request.headers;
  const isOpen = request.routeOptions.config.isOpen === true;
  if (!isOpen) {
    const caller = await ports.authenticate(credentialsOf(request));
    if (caller === undefined) throw new Failure('unauthenticated', 'Sign in, or send a token.');
    request.caller = ports.ledger.follow(caller);
  }
  if ((isOpen || authorization === undefined) && !isSameSite(request)) {
    throw new Failure('forbidden', 'Another site sent this request.');
  }
}

/** Finds the caller of a request with a body again, now that it has come: it may have come slowly. */
export async function authenticateAgain(ports: Ports, request: FastifyRequest): Promise<void> {
  if (request.caller === undefined || request.body === undefined) return;
  const now = await standing(ports, credentialsOf(request), request.caller, undefined);
  if (now === undefined) throw new Failure('unauthenticated', 'Sign in, or send a token.');
  request.caller = ports.ledger.follow(now);
}

/** A session's cookie counts for what its own pages send (Fetch Metadata; older browsers: Origin). */
function isSameSite({ method, headers, host }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
