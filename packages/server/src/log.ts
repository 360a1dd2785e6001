/**
 * What the process says of itself: lines of JSON on standard error. They hold no query strings, tokens or
 * ids of objects, and of errors of the database only the code, because its messages quote what rows hold.
 */
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Makes the log of a process. @param level `debug`, `info`, `warn`, `error` or `silent` */
export function makeLog(level: string): Logger {
  return pino(
    { level, base: null, serializers: { err: describeError } },
    pino.destination({ fd: 2, sync: true }),
  );
}

interface Told {
  type: string;
  code?: string;
  message?: string;
  stack?: string[];
  cause?: Told;
}

/** An error for the log: what kind, where, and in words where these are our own. */
export function describeError(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isOfDatabase = 'severity' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(isOfDatabase ? {} : { message: error.message }),
    stack: frames.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Logs each request by its route, never by its path: paths hold ids. What goes well is told to `debug` alone. */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    const { statusCode: status } = reply;
    const told = { method, route: routeOptions.url ?? 'none', status, ms };
    if (status < 400) log.debug(told, 'request');
    else log.info(told, 'request refused');
    done();
  });
}
