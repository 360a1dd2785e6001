/**
 * Refused acts upon decisions, consents and hit/no-hit, and what was asked for by its id and is not there, leave a trace
 * with the caller's own member (docs/ledger.md).
 */
import type { FastifyRequest } from 'fastify';
import type { Operation } from '@entente/contract/operation';
import { refusalOf } from '../failures.ts';
import type { Ports } from '../ports.ts';

const tags = new Set(['decisions', 'consent', 'matching']);

/** What is asked for by its id: who asks for what is withheld from it leaves a trace as well. */
const readings = new Set([
  'GET /decisions/{id}',
  'GET /decisions/{id}/receipts',
  'GET /consents/{id}',
  'GET /objects/{id}',
  'GET /objects/{id}/claims',
]);

/** What stands against a text names what the secretary alone drafted: that is no other account's of its member. */
const ofDrafts = new Set([
  'POST /decisions',
  'PUT /decisions/{id}',
  'POST /decisions/{id}/table',
  'POST /decisions/{id}/revise',
]);

/** How the record of a refused act names the operation; `undefined` where none is kept. */
export function traceOf({ method, path, tag }: Operation): string | undefined {
  const name = `${method} ${path}`;
  return readings.has(name) || (tags.has(tag) && method !== 'GET') ? name : undefined;
}

const traced = new Set(['forbidden', 'conflict', 'not-found', 'invalid']);

/**
 * Notes an act that the caller may not do, or that cannot be done. Where nothing is there it is noted in the same way: the
 * record says what was tried, as the caller wrote it, and never whether it is there. A record that fails keeps nobody from
 * the answer.
 */
export async function noteRefused(
  { refusals }: Pick<Ports, 'refusals'>,
  request: FastifyRequest,
  error: unknown,
): Promise<void> {
  const { caller, params, routeOptions } = request;
  const { trace } = routeOptions.config;
  const { code, detail } = refusalOf(error);
  if (trace === undefined || caller === undefined || !traced.has(code)) return;
  const { id: about } = params as { id?: string };
  const isTold = !ofDrafts.has(trace) || code === 'forbidden' || code === 'not-found';
  try {
    const isObject = trace.startsWith('GET /objects/');
    await refusals.note(caller, { route: trace, about, reason: isTold ? detail : undefined, isObject });
  } catch (failed) {
    request.log.error({ err: failed }, 'a refused act could not be recorded');
  }
}
