/** Problem details (RFC 9457): what the API answers where it refuses or fails. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { STATUS_CODES } from 'node:http';
import { problemMedia } from '@entente/contract/media';
import type { Problem } from '@entente/contract/problem';
import { refusalOf } from '../failures.ts';

const challenge = 'Bearer realm="Entente"';

/** Answers whatever was thrown; an error of ours is logged under the id that the caller gets. */
export function answerProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error);
  const { status, code, detail } = refusal;
  if (status === 500) request.log.error({ err: error, errorId: request.id }, 'an API request failed');
  if (status === 401) void reply.header('www-authenticate', challenge);
  const errors = placesOf(error);
  const told = errors === undefined ? detail : 'The request does not have the form that is asked for.';
  const body: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    ...(told === undefined ? {} : { detail: told }),
    ...(errors === undefined ? {} : { errors }),
    ...(status === 500 ? { id: request.id } : {}),
  };
  // A buffer, because fastify adds a charset to text of JSON, which this media type does not have.
  return reply
    .code(status)
    .header('content-type', problemMedia)
    .send(Buffer.from(JSON.stringify(body)));
}

/** What the shapes say is wrong, place by place. */
function placesOf(error: FastifyError): { path: string; message: string }[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  return error.validation.map(({ instancePath, message }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: message ?? 'is not valid',
  }));
}
