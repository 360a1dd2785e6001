/** Accounts of a member, and everybody's own. */
import type { FastifyInstance } from 'fastify';
import { accountOperations as operations } from '@entente/contract/account';
import type { AccountInfo } from '../../../account/login.ts';
import type { MadeLink } from '../../../account/links.ts';
import type { Ports } from '../../ports.ts';
import { timeOrNull, timeText } from '../time.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { nothing, route } from '../route.ts';

export function accountRoutes(api: FastifyInstance, ports: Ports): void {
  administratorRoutes(api, ports);
  ownRoutes(api, ports);
}

function administratorRoutes(api: FastifyInstance, ports: Ports): void {
  const { accounts } = ports;
  route(api, operations.accounts, async ({ caller, query }) => {
    const all = (await accounts.listAccounts(caller)).map(accountOf);
    return pageOfList(all, pagingOf(ports, caller, 'accounts', query));
  });
  route(api, operations.createAccount, async ({ caller, body }) => {
    const { account, link } = await accounts.createAccount(caller, body);
    return { account: accountOf(account), link: link === undefined ? null : linkOf(link) };
  });
  route(api, operations.changeAccount, async ({ caller, params: { id }, body }) =>
    accountOf(await accounts.changeAccount(caller, id, body)),
  );
  route(api, operations.resetAccount, async ({ caller, params: { id } }) =>
    linkOf(await accounts.resetAccount(caller, id)),
  );
  route(api, operations.endSessionsOf, async ({ caller, params: { id } }) => ({
    ended: await accounts.revokeSessionsOf(caller, id),
  }));
  route(api, operations.createReader, async ({ caller, body }) => ({
    id: await accounts.createReader(caller, body),
  }));
}

function ownRoutes(api: FastifyInstance, { accounts }: Ports): void {
  route(api, operations.ownAccount, async ({ caller }) => accountOf(await accounts.me(caller)));
  route(api, operations.changeProfile, async ({ caller, body: { name, language } }) =>
    accountOf(
      await accounts.changeProfile(caller, {
        ...(name === undefined ? {} : { name }),
        ...(language === undefined ? {} : { language }),
      }),
    ),
  );
  route(api, operations.changePassword, ({ caller, body }) => nothing(accounts.changePassword(caller, body)));
  route(api, operations.enrolTotp, ({ caller, body }) => accounts.enrolTotp(caller, body.password));
  route(api, operations.confirmTotp, ({ caller, body }) => nothing(accounts.confirmTotp(caller, body.code)));
  route(api, operations.removeTotp, ({ caller, body }) =>
    nothing(accounts.removeTotp(caller, body.password)),
  );
}

/** An account on the wire. */
export const accountOf = (info: AccountInfo) => ({
  ...info,
  createdAt: timeText(info.createdAt),
  language: info.language ?? null,
  disabledAt: timeOrNull(info.disabledAt),
});

/** A one-time link on the wire. */
export const linkOf = ({ link, expiresAt }: MadeLink) => ({ link, expiresAt: timeText(expiresAt) });
