/** What a member is told of consent, set against what the oracle says. */
import type { JsonObject } from '@entente/core/stix/types';
import { toldConsents } from '../oracle/consent-told.ts';
import type { Handed } from '../oracle/handed.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { TestServer } from '../server.ts';

/** What is told otherwise. */
export async function consentDifferences(
  server: TestServer,
  oracle: Oracle,
  member: string,
  handed: Handed,
): Promise<unknown[]> {
  const told = toldConsents(oracle, member, handed);
  const wrong: unknown[] = [];
  for (const kind of ['asked', 'received'] as const) {
    const { body } = await server.get(member, `/api/v1/consents/${kind}?limit=1000`);
    const found = (JSON.parse(body) as { items?: JsonObject[] }).items?.map(compared);
    if (handed.canonical(found as never) !== handed.canonical(told[kind]))
      wrong.push({ member, kind, wanted: told[kind], found });
  }
  return wrong;
}

/** Ids and people are the server's own, and the words are the same in every world. */
function compared({ id: _id, account: _account, purpose: _purpose, ...rest }: JsonObject): JsonObject {
  const { owners, answer } = rest;
  return {
    ...rest,
    ...(Array.isArray(owners) && { owners: owners.map((one) => withoutWords(one as JsonObject)) }),
    ...(answer !== undefined && { answer: bare(answer as JsonObject | null) }),
  };
}

const withoutWords = ({ answer, ...rest }: JsonObject): JsonObject => ({
  ...rest,
  answer: bare(answer as JsonObject | null),
});

function bare(answer: JsonObject | null): JsonObject | null {
  if (answer === null) return null;
  const { words: _words, ...rest } = answer;
  return rest;
}
