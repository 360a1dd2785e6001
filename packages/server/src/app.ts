/** The HTTP server: one fastify with its rooms. */
import fastify, { type FastifyInstance } from 'fastify';
import type { Ports } from './serve/ports.ts';
import { answerBadPath, isTaxiiPath, registerTaxii } from './serve/taxii/register.ts';
import { answerProblem } from './serve/api/problem.ts';
import { registerApi } from './serve/api/register.ts';

export interface AppOptions {
  trustedProxies: readonly string[];
}

/** Builds the server; it listens where the composition root says. */
export async function buildApp(ports: Ports, { trustedProxies }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: ports.maxContentLength,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    logger: false,
    genReqId: () => ports.uuid(),
    frameworkErrors: (error, request, reply) =>
      void (isTaxiiPath(request.url, ports.basePath)
        ? answerBadPath(request, reply)
        : answerProblem(error, request, reply)),
    routerOptions: { maxParamLength: 1024 },
  });
  await registerTaxii(app, ports);
  await registerApi(app, ports);
  return app;
}
