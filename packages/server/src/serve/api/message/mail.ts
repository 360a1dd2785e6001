/** Where an account gets e-mail, and what its member lets it say. */
import type { FastifyInstance } from 'fastify';
import { mailOperations as operations } from '@entente/contract/mail';
import type { Ports } from '../../ports.ts';
import { nothing, route } from '../route.ts';

export function mailRoutes(api: FastifyInstance, { accounts }: Ports): void {
  route(api, operations.mail, ({ caller }) => accounts.mail(caller));
  route(api, operations.setMail, ({ caller, body }) => accounts.setMail(caller, body));
  route(api, operations.confirmMail, ({ caller, body }) => accounts.confirmMail(caller, body.code));
  route(api, operations.removeMail, ({ caller, body }) =>
    nothing(accounts.removeMail(caller, body.password)),
  );
  route(api, operations.mailPolicy, async ({ caller }) => ({
    sentences: await accounts.mailPolicy(caller),
  }));
  route(api, operations.setMailPolicy, ({ caller, body }) =>
    nothing(accounts.setMailPolicy(caller, body.sentences)),
  );
}
