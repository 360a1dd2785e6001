/** The ledger, as members check it. */
import type { FastifyInstance } from 'fastify';
import { ledgerOperations as operations } from '@entente/contract/ledger';
import type { GivenReceipt } from '../../../acts/ledger.ts';
import type { Ports } from '../../ports.ts';
import { pagingOf } from '../paging.ts';
import { openRoute, route } from '../route.ts';
import { timeText } from '../time.ts';

export function ledgerRoutes(api: FastifyInstance, ports: Ports): void {
  const { ledger } = ports;
  openRoute(api, operations.ledgerKey, () => Promise.resolve({ key: ledger.key() }));
  route(api, operations.ledgerCheckpoint, () => ledger.checkpoint());
  route(api, operations.ledgerConsistency, async ({ query: { first, second } }) => ({
    path: await ledger.consistency(first, second),
  }));
  ownLogRoutes(api, ports);
  receiptRoutes(api, ports);
}

function ownLogRoutes(api: FastifyInstance, { ledger }: Ports): void {
  route(api, operations.ledgerStanding, ({ caller }) => ledger.standing(caller));
  route(api, operations.ledgerLogConsistency, async ({ caller, query: { first, second } }) => ({
    path: await ledger.logConsistency(caller, first, second),
  }));
  route(api, operations.ledgerInclusion, ({ caller, query: { place, size } }) =>
    ledger.inclusion(caller, place, size),
  );
  route(api, operations.ledgerLeaves, async ({ caller, query }) => ({
    leaves: await ledger.leaves(caller, query),
  }));
  route(api, operations.ledgerOpenings, async ({ caller, query }) => ({
    openings: await ledger.openings(caller, query),
  }));
}

function receiptRoutes(api: FastifyInstance, ports: Ports): void {
  const { ledger } = ports;
  route(api, operations.ledgerReceipts, async ({ caller, query }) => {
    const paging = pagingOf(ports, caller, ['receipts', caller.account], query);
    const before = paging.position as { at: number; id: string } | undefined;
    const found = await ledger.receipts(caller, { before, limit: paging.limit + 1 });
    const page = found.slice(0, paging.limit);
    const last = page.at(-1);
    const next =
      found.length > page.length && last !== undefined
        ? paging.next({ at: last.at, id: last.act })
        : undefined;
    return { items: page.map(receiptOf), next };
  });
  route(api, operations.ledgerReceipt, async ({ caller, params: { act } }) =>
    receiptOf(await ledger.receipt(caller, act)),
  );
}

const receiptOf = ({ at, ...receipt }: GivenReceipt) => ({ ...receipt, at: timeText(at) });
