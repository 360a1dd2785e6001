/** The API: REST under `/api/v1`, its OpenAPI 3.1 description and a page to read it at `/api/docs`. */
import type { FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Failure } from '@entente/core/failure';
import type { Ports } from '../ports.ts';
import { addReceipts } from '../receipts.ts';
import { accessRoutes } from './member/access.ts';
import { supervisionRoutes } from './member/supervision.ts';
import { accountRoutes } from './member/accounts.ts';
import { arrivalRoutes } from './object/arrivals.ts';
import { batchRoutes } from './contribution/batches.ts';
import { coalitionRoutes } from './member/coalition.ts';
import { consentRoutes } from './consent/consents.ts';
import { contributionRoutes } from './contribution/contributions.ts';
import { constitutionRoutes } from './decision/constitution.ts';
import { decisionRoutes } from './decision/decisions.ts';
import { describeApi } from './docs.ts';
import { tagged } from './entity-tag.ts';
import { entranceRoutes } from './member/entrance.ts';
import { eventRoutes } from './object/events.ts';
import { healthRoutes } from './member/health.ts';
import { identityProviderRoutes } from './member/identity-provider.ts';
import { importRoutes } from './contribution/imports.ts';
import { exportRoutes } from './object/export.ts';
import { labelRoutes } from './contribution/labels.ts';
import { ledgerRoutes } from './ledger/ledger.ts';
import { linkRoutes } from './object/links.ts';
import { matchingRoutes } from './matching/agreements.ts';
import { epochRoutes } from './matching/epochs.ts';
import { runRoutes } from './matching/runs.ts';
import { meRoutes } from './member/me.ts';
import { mentionRoutes } from './object/mentions.ts';
import { inboxRoutes } from './message/inbox.ts';
import { mailRoutes } from './message/mail.ts';
import { webhookRoutes } from './message/webhooks.ts';
import { memberPolicyRoutes } from './member/member-policy.ts';
import { objectRoutes } from './object/objects.ts';
import { answerProblem } from './problem.ts';
import { noteRefused } from './refused.ts';
import { authenticate, authenticateAgain } from './route.ts';
import { requestRoutes } from './request/requests.ts';
import { recallRoutes } from './member/recalls.ts';
import { reviewRoutes } from './member/reviews.ts';
import { savedSearchRoutes } from './object/saved-searches.ts';
import { screeningRoutes } from './object/screenings.ts';
import { searchRoutes } from './object/search.ts';
import { sessionRoutes } from './member/sessions.ts';
import { subjectRoutes } from './member/subjects.ts';
import { tokenRoutes } from './member/tokens.ts';
import { validationRoutes } from './contribution/validation.ts';
import { keepText } from './raw-body.ts';

/** Answers are data: nothing in them may run, and no page may hold them. */
const policy = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/** Adds the API under `<basePath>/api`. */
export async function registerApi(app: FastifyInstance, ports: Ports): Promise<void> {
  await app.register(
    async (api) => {
      api.setErrorHandler(answerProblem);
      api.setNotFoundHandler(() => {
        throw new Failure('not-found', 'There is no such resource.');
      });
      await api.register(helmet, { contentSecurityPolicy: policy });
      await api.register(cookie);
      await describeApi(api, ports);
      await api.register(
        (routes, _options, done) => {
          addRoutes(routes, ports);
          done();
        },
        { prefix: '/v1' },
      );
    },
    { prefix: `${ports.basePath}/api` },
  );
}

function addRoutes(api: FastifyInstance, ports: Ports): void {
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  keepText(api);
  api.decorateRequest('caller', undefined);
  api.addHook('onRequest', (request) => authenticate(ports, request));
  api.addHook('preHandler', (request) => authenticateAgain(ports, request));
  api.addHook('onError', (request, _reply, error) => noteRefused(ports, request, error));
  api.addHook('onSend', (request, reply) => addReceipts(ports, request.caller, reply));
  api.addHook('onSend', (request, reply, payload) => Promise.resolve(tagged(ports, request, reply, payload)));
  meRoutes(api, ports);
  sessionRoutes(api, ports);
  tokenRoutes(api, ports);
  accountRoutes(api, ports);
  entranceRoutes(api, ports);
  identityProviderRoutes(api, ports);
  memberPolicyRoutes(api, ports);
  coalitionRoutes(api, ports);
  decisionRoutes(api, ports);
  constitutionRoutes(api, ports);
  labelRoutes(api, ports);
  contributionRoutes(api, ports);
  consentRoutes(api, ports);
  batchRoutes(api, ports);
  importRoutes(api, ports);
  objectRoutes(api, ports);
  linkRoutes(api, ports);
  searchRoutes(api, ports, ports.names);
  mentionRoutes(api, ports);
  screeningRoutes(api, ports);
  savedSearchRoutes(api, ports, ports.names);
  eventRoutes(api, ports);
  exportRoutes(api, ports);
  arrivalRoutes(api, ports);
  recallRoutes(api, ports);
  reviewRoutes(api, ports);
  subjectRoutes(api, ports);
  accessRoutes(api, ports);
  supervisionRoutes(api, ports);
  healthRoutes(api, ports);
  ledgerRoutes(api, ports);
  matchingRoutes(api, ports);
  epochRoutes(api, ports);
  runRoutes(api, ports);
  requestRoutes(api, ports);
  validationRoutes(api);
  inboxRoutes(api, ports);
  mailRoutes(api, ports);
  webhookRoutes(api, ports);
}
