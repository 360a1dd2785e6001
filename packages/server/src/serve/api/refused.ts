/** Refused acts upon decisions, consents and hit/no-hit leave a trace with the caller's own member (docs/ledger.md). */
import type { FastifyRequest } from 'fastify';
import type { Operation } from '@entente/contract/operation';
import { refusalOf } from '../failures.ts';
import type { Ports } from '../ports.ts';

const tags = new Set(['decisions', 'consent', 'matching']);

/** What stands against a text names what the secretary alone drafted: that is no other account's of its member. */
const ofDrafts = new Set(['POST /decisions/{id}/table', 'POST /decisions/{id}/revise']);

/** How the record of a refused act names the operation; `undefined` where none is kept. */
export const traceOf = ({ method, path, tag }: Operation): string | undefined =>
  method !== 'GET' && tags.has(tag) ? `${method} ${path}` : undefined;

/**
 * Notes an act that the caller may not do, or that cannot be done. What is not there leaves none: a record could only
 * say what was guessed. A record that fails keeps nobody from the answer.
 */
export async function noteRefused(
  { refusals }: Pick<Ports, 'refusals'>,
  request: FastifyRequest,
  error: unknown,
): Promise<void> {
  const { caller, params, routeOptions } = request;
  const { trace } = routeOptions.config;
  const { code, detail } = refusalOf(error);
  if (trace === undefined || caller === undefined || !['forbidden', 'conflict'].includes(code)) return;
  const { id: about } = params as { id?: string };
  const reason = code === 'conflict' && ofDrafts.has(trace) ? undefined : detail;
  try {
    await refusals.note(caller, { route: trace, about, reason });
  } catch (failed) {
    request.log.error({ err: failed }, 'a refused act could not be recorded');
  }
}
