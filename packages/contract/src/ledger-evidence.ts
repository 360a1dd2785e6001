/** What a check of the ledger asks, asked of a cell. */
import type { Evidence } from '@entente/core/ledger/audit';
import type { Client } from './client.ts';

type Asked = Pick<
  Client,
  'ledgerKey' | 'ledgerStanding' | 'ledgerConsistency' | 'ledgerLeaves' | 'ledgerOpenings'
>;

const [mostLeaves, mostOpenings] = [10_000, 1000];

/** @param isAuditor whether the account may open the leaves of its member's log */
export function evidenceOf(client: Asked, isAuditor: boolean): Evidence {
  return {
    key: async () => (await client.ledgerKey()).key,
    standing: () => client.ledgerStanding(),
    consistency: async (first, second) => (await client.ledgerConsistency({ first, second })).path,
    leaves: async (from) => (await client.ledgerLeaves({ from, limit: mostLeaves })).leaves,
    ...(isAuditor && {
      openings: async (from: number) => (await client.ledgerOpenings({ from, limit: mostOpenings })).openings,
    }),
  };
}
