/** Evidence for a check of the ledger, asked of a test's server by a caller with every right of a member. */
import { Failure, type FailureCode } from '@entente/core/failure';
import type { Evidence } from '@entente/core/ledger/audit';
import { evidenceOf } from '@entente/contract/ledger-evidence';
import type { TestServer } from './server.ts';

/** Receipts in the header of an answer. */
export const receiptsIn = (header: unknown): string[] =>
  typeof header === 'string'
    ? header.split(', ').map((coded) => Buffer.from(coded, 'base64').toString())
    : [];

/** @param isAuditor whether leaves are opened */
export function evidenceIn(server: Pick<TestServer, 'get'>, member: string, isAuditor = true): Evidence {
  const ask = async <Answer>(path: string, asked: object = {}): Promise<Answer> => {
    const query = new URLSearchParams(
      Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const { statusCode, body } = await server.get(member, `/api/v1/ledger/${path}?${query.toString()}`);
    const answer = JSON.parse(body) as Answer & { code: FailureCode; detail: string };
    if (statusCode !== 200) throw new Failure(answer.code, answer.detail);
    return answer;
  };
  return evidenceOf(
    {
      ledgerKey: () => ask('key'),
      ledgerStanding: () => ask('standing'),
      ledgerConsistency: (sizes) => ask('consistency', sizes),
      ledgerLeaves: (range) => ask('log/leaves', range),
      ledgerOpenings: (range) => ask('log/openings', range),
    },
    isAuditor,
  );
}
