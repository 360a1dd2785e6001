/** The validator, for whoever wants to know before putting in. */
import type { FastifyInstance } from 'fastify';
import { validationOperations as operations } from '@entente/contract/validation';
import { judgeObject } from '@entente/core/stix/judge';
import { route } from '../route.ts';

export function validationRoutes(api: FastifyInstance): void {
  route(api, operations.validate, ({ body }) =>
    Promise.resolve({ verdicts: body.objects.map((value) => judgeObject(value)) }),
  );
}
