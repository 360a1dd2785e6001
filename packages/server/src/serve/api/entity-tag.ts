/** Entity tags, made of the bytes that are sent and of nothing else (ADR 5, rule 5). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '../ports.ts';

/** Tags an answer to GET; what the caller has already is answered 304 without a body. */
export function tagged(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): unknown {
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const tag = `"${ports.digest('etag', payload)}"`;
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (!known.includes(tag)) return payload;
  void reply.code(304).removeHeader('content-length');
  return '';
}
