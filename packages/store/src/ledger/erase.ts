/** Erasure in the ledger: what a leaf was of goes, and the leaf stays. */
import { toBase64 } from '@entente/core/ledger/base64';
import { actText, textLeaf, type ActContent } from '@entente/core/ledger/commitment';
import { canonical } from '@entente/core/stix/canonical';
import type { JsonObject } from '@entente/core/stix/types';
import type { PoolClient } from 'pg';
import type { Change } from '../change/change.ts';
import { actColumns } from './reader.ts';
import { appendActs, holdLedger } from './writer.ts';

/**
 * Destroys what acts did, for whom and to what purpose, and the salt of their leaves: these stay, and nobody can say
 * any more of what. What is not in its log yet is appended before. That there was an act, when and by whom, stays. The
 * record of the act that erases names the leaves: checks hold each erased leaf against it.
 */
export async function eraseActContent({ client, act }: Change, acts: readonly string[]): Promise<void> {
  await holdLedger(client);
  // Before that act itself is appended.
  await nameErased(client, act, acts);
  await appendActs(client, acts);
  await client.query(
    `update act set body = '{}', salt = '', purpose = null, case_reference = null, erased = $2
     where id = any($1::text[]) and erased is null`,
    [acts, act],
  );
}

async function nameErased(client: PoolClient, act: string, acts: readonly string[]): Promise<void> {
  const { rows } = await client.query<ActContent & { salt: string }>(
    `select ${actColumns} from act a where a.id = any($1::text[]) and a.erased is null order by a.sequence`,
    [acts],
  );
  const erased = rows.map(({ salt, ...content }) => toBase64(textLeaf(salt, actText(content))));
  const { rows: own } = await client.query<{ body: string }>('select body from act where id = $1', [act]);
  const body = JSON.parse(own[0]?.body ?? '{}') as JsonObject;
  await client.query('update act set body = $2 where id = $1', [act, canonical({ ...body, erased })]);
}
