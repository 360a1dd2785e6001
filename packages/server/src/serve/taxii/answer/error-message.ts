/** The error message of TAXII 2.1 §3.6.1. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FailureCode } from '@entente/core/failure';
import { refusalOf, type Refusal } from '../../failures.ts';
import { taxiiMediaType } from '../request/media-type.ts';

const titles: Readonly<Record<FailureCode, string>> = {
  invalid: 'The request is not valid',
  unauthenticated: 'Sign in',
  forbidden: 'Not permitted',
  'not-found': 'Not found',
  'not-acceptable': 'Not acceptable',
  'unsupported-media-type': 'Unsupported media type',
  conflict: 'Conflict',
  'too-large': 'Too large',
  'too-many': 'Too many requests',
  locked: 'Locked',
  'storage-full': 'The disk is full',
  unavailable: 'Unavailable',
  incompatible: 'Internal error',
  incident: 'Internal error',
  internal: 'Internal error',
};

const challenges = ['Basic realm="Entente", charset="UTF-8"', 'Bearer realm="Entente"'];

/** Answers whatever was thrown; an error of ours is logged under the id that the caller gets. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status === 500)
    request.log.error({ err: error, errorId: request.id }, 'a TAXII request failed');
  return answerRefusal(refusal, request, reply);
}

/** Answers a refusal as a TAXII error message. */
export function answerRefusal(
  { status, code, detail }: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (status === 401) void reply.header('www-authenticate', challenges);
  const message = {
    title: titles[code],
    ...(detail === undefined ? {} : { description: detail }),
    ...(status === 500 ? { error_id: request.id } : {}),
    http_status: String(status),
  };
  // A buffer, because fastify adds a charset to text of JSON, which this media type does not have.
  return reply
    .code(status)
    .header('content-type', taxiiMediaType)
    .send(Buffer.from(JSON.stringify(message)));
}
