/** The HTTP server: one fastify with its rooms. */
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Ports } from './serve/ports.ts';
import { answerBadPath, isTaxiiPath, registerTaxii } from './serve/taxii/register.ts';
import { answerProblem } from './serve/api/problem.ts';
import { registerApi } from './serve/api/register.ts';
import { registerSite, type Site } from './serve/site/register.ts';

export interface AppOptions {
  trustedProxies: readonly string[];
  /** Where errors of ours are told; nowhere where it is left out. */
  log?: FastifyBaseLogger;
  /** The built web interface; none is served where it is left out. */
  site?: Site;
  /** Called before any route is added, so that its hooks reach them all. */
  prepare?: (app: FastifyInstance) => void;
}

/** Builds the server; it listens where the composition root says. */
export async function buildApp(
  ports: Ports,
  { trustedProxies, log, site, prepare }: AppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: ports.maxContentLength,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // Fastify's own lines hold whole paths, and paths hold ids: the log has lines of ours.
    ...(log === undefined
      ? { logger: false }
      : { loggerInstance: log, logController: new LogController({ disableRequestLogging: true }) }),
    genReqId: () => ports.uuid(),
    frameworkErrors: (error, request, reply) =>
      void (isTaxiiPath(request.url, ports.basePath)
        ? answerBadPath(request, reply)
        : answerProblem(error, request, reply)),
    routerOptions: { maxParamLength: 1024 },
  });
  prepare?.(app);
  await registerTaxii(app, ports);
  await registerApi(app, ports);
  if (site !== undefined) await registerSite(app, ports.basePath, site);
  return app;
}
