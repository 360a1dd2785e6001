/** TAXII 2.1: discovery at the root of the server, one API root for the cell. */
import type { FastifyInstance } from 'fastify';
import { Failure } from '@entente/core/failure';
import type { Ports } from '../ports.ts';
import { answerError } from './answer/error-message.ts';

/** Adds TAXII's routes under `/taxii2/`. */
export async function registerTaxii(app: FastifyInstance, _ports: Ports): Promise<void> {
  await app.register(
    (scope, _options, done) => {
      scope.setNotFoundHandler((request, reply) =>
        answerError(new Failure('not-found', 'There is no such resource.'), request, reply),
      );
      done();
    },
    { prefix: '/taxii2' },
  );
}
