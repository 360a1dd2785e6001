/** TAXII 2.1: discovery at the root of the server, one API root for the cell. */
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Failure } from '@entente/core/failure';
import type { Caller, Credentials } from '../../caller.ts';
import { refusalOf } from '../failures.ts';
import { addReceipts } from '../receipts.ts';
import type { Ports } from '../ports.ts';
import { standing } from '../standing.ts';
import { answerError, answerRefusal } from './answer/error-message.ts';
import { addObjects } from './endpoint/add-objects.ts';
import { deleteAnObject } from './endpoint/delete-an-object.ts';
import { getACollection } from './endpoint/get-a-collection.ts';
import { getAnObject } from './endpoint/get-an-object.ts';
import { getApiRootInformation } from './endpoint/get-api-root-information.ts';
import { getCollections } from './endpoint/get-collections.ts';
import { getObjectManifests } from './endpoint/get-object-manifests.ts';
import { getObjectVersions } from './endpoint/get-object-versions.ts';
import { getObjects } from './endpoint/get-objects.ts';
import { getStatus } from './endpoint/get-status.ts';
import { serverDiscovery } from './endpoint/server-discovery.ts';
import type { Endpoint } from './request/call.ts';
import { acceptsTaxii, isTaxiiContent, taxiiMediaType } from './request/media-type.ts';

type Method = 'GET' | 'POST' | 'DELETE';
type Endpoints = Partial<Record<Method, Endpoint>>;

const discovery: Readonly<Record<string, Endpoints>> = { '/': { GET: serverDiscovery } };

const collection = '/cell/collections/:collection/';
const root: Readonly<Record<string, Endpoints>> = {
  '/cell/': { GET: getApiRootInformation },
  '/cell/status/:status/': { GET: getStatus },
  '/cell/collections/': { GET: getCollections },
  [collection]: { GET: getACollection },
  [`${collection}manifest/`]: { GET: getObjectManifests },
  [`${collection}objects/`]: { GET: getObjects, POST: addObjects },
  [`${collection}objects/:object/`]: { GET: getAnObject, DELETE: deleteAnObject },
  [`${collection}objects/:object/versions/`]: { GET: getObjectVersions },
};

const everyMethod: readonly HTTPMethods[] = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS', 'TRACE'];

/**
 * Adds TAXII's routes: discovery under `/taxii2/` of the server and, where the rest is under a sub-path, there
 * too; the API root under `<basePath>/taxii2/cell/`.
 */
export async function registerTaxii(app: FastifyInstance, ports: Ports): Promise<void> {
  if (ports.basePath !== '') await registerAt(app, ports, '/taxii2', discovery);
  await registerAt(app, ports, `${ports.basePath}/taxii2`, { ...discovery, ...root });
}

/** Whether what fastify refuses before it finds a route is to be answered by TAXII. */
export const isTaxiiPath = (url: string, basePath: string): boolean =>
  ['', basePath].some((base) => url.startsWith(`${base}/taxii2/`));

/**
 * Answers what fastify refuses before it finds a route: a path with broken percent-encoding, a part of a path
 * that is too long. For the `frameworkErrors` of the server.
 */
export function answerBadPath(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerError(new Failure('not-found', 'There is no such resource.'), request, reply);
}

async function registerAt(
  app: FastifyInstance,
  ports: Ports,
  prefix: string,
  routes: Readonly<Record<string, Endpoints>>,
): Promise<void> {
  await app.register(
    (scope, _options, done) => {
      const callers = new WeakMap<FastifyRequest, Caller>();
      scope.setErrorHandler((error, request, reply) => answerError(error, request, reply));
      scope.setNotFoundHandler((request, reply) =>
        answerError(new Failure('not-found', noSuchPath(request)), request, reply),
      );
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
      scope.addHook('onRequest', async (request) => {
        if (request.is404) return;
        callers.set(request, ports.ledger.follow(await signIn(request, ports)));
        negotiate(request);
      });
      // The body may have come slowly.
      scope.addHook('preHandler', async (request) => {
        const caller = callers.get(request);
        if (caller === undefined || request.body === undefined) return;
        const now = await standing(ports, credentialsOf(request), caller, undefined);
        if (now === undefined) throw notSignedIn();
        callers.set(request, ports.ledger.follow(now));
      });
      scope.addHook('onError', (request, _reply, error) =>
        noteMissing(ports, request, callers.get(request), error),
      );
      scope.addHook('onSend', (request, reply) => addReceipts(ports, callers.get(request), reply));
      for (const [path, endpoints] of Object.entries(routes)) {
        addEndpoints(scope, path, endpoints, ports, callers);
      }
      done();
    },
    { prefix },
  );
}

/** Who asks for an object that is not there for it leaves the same trace as over the API. */
async function noteMissing(
  { refusals }: Ports,
  request: FastifyRequest,
  caller: Caller | undefined,
  error: unknown,
): Promise<void> {
  const { object: about } = request.params as { object?: string };
  const { code, detail } = refusalOf(error);
  if (caller === undefined || about === undefined || code !== 'not-found') return;
  try {
    await refusals.note(caller, {
      route: `${request.method} TAXII object`,
      about,
      reason: detail,
      isObject: true,
    });
  } catch (failed) {
    request.log.error({ err: failed }, 'a refused act could not be recorded');
  }
}

const noSuchPath = ({ url }: FastifyRequest): string =>
  (url.split('?')[0] ?? '').endsWith('/')
    ? 'There is no such resource.'
    : 'There is no such resource: paths of TAXII end in a slash.';

/** A session's cookie is not looked at: a browser would send it for pages of others. */
const credentialsOf = ({ headers, ip }: FastifyRequest): Credentials => ({
  authorization: headers.authorization,
  cookie: undefined,
  address: ip,
});

async function signIn(request: FastifyRequest, ports: Ports): Promise<Caller> {
  const caller = await ports.authenticate(credentialsOf(request));
  if (caller === undefined) throw notSignedIn();
  return caller;
}

const notSignedIn = (): Failure =>
  new Failure('unauthenticated', 'Give the login and a token of your account, or a Bearer token.');

/** TAXII 2.1 §1.6.8; a body of another type is refused before it is read. */
function negotiate(request: FastifyRequest): void {
  if (!acceptsTaxii(request.headers.accept)) {
    throw new Failure('not-acceptable', `This server answers ${taxiiMediaType} alone.`);
  }
  if (request.method !== 'POST') return;
  if (!isTaxiiContent(request.headers['content-type'])) {
    throw new Failure('unsupported-media-type', `The body must be ${taxiiMediaType}.`);
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Failure('unsupported-media-type', 'The body must come without a content-encoding.');
  }
}

function addEndpoints(
  scope: FastifyInstance,
  url: string,
  endpoints: Endpoints,
  ports: Ports,
  callers: WeakMap<FastifyRequest, Caller>,
): void {
  const prefixTrailingSlash = 'slash';
  for (const [method, endpoint] of Object.entries(endpoints) as [Method, Endpoint][]) {
    scope.route({
      method,
      url,
      prefixTrailingSlash,
      handler: (request, reply) => answer(endpoint, callers.get(request) as Caller, ports, request, reply),
    });
  }
  const allow = [...Object.keys(endpoints), 'HEAD'].join(', ');
  scope.route({
    method: everyMethod.filter((method) => !(method in endpoints)),
    url,
    prefixTrailingSlash,
    handler: (request, reply) => {
      void reply.header('allow', allow);
      const detail = `This resource takes ${allow}.`;
      return answerRefusal({ status: 405, code: 'invalid', detail }, request, reply);
    },
  });
}

async function answer(
  endpoint: Endpoint,
  caller: Caller,
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  if (request.method !== 'POST') await ports.caughtUp(caller);
  const made = await endpoint({ caller, path, query, body: textOf(request.body) }, ports);
  return reply
    .code(made.status ?? 200)
    .headers({ 'content-type': taxiiMediaType, ...made.headers })
    .serializer(asWritten)
    .send(made.body);
}

/** Without it, fastify adds a charset to text of JSON, which this media type does not have. */
const asWritten = (text: unknown): string => text as string;

/** JSON is UTF-8 (RFC 8259 §8.1); what is none is refused rather than changed. */
function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (error) {
    throw new Failure('invalid', 'The body is not UTF-8.', error);
  }
}
