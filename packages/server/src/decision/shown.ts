/** What an account was shown of a decision, and when first. */
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import { hasReceipt } from '@entente/store/decision/receipt-reader';
import type { ShownRow } from '@entente/store/decision/types';
import { noteReceipt } from '@entente/store/decision/writer';
import type { Caller } from '../caller.ts';
import type { DecisionScene } from './scene.ts';

class NotedBefore extends Error {}

/**
 * Notes that an account was shown a text, once a version: an act of its own, so that a leaf in the log of its member says
 * by the digest what that was, and the hub signs for it. It is of the version that is shown, though another one may have
 * come meanwhile.
 */
export async function noteShown(
  { cell }: DecisionScene,
  caller: Caller,
  { id, decision }: ShownRow,
): Promise<void> {
  const { version, digest, electors, informed } = decision;
  const { account, member } = caller;
  const { writer } = cell.database;
  if (await hasReceipt(writer, id, version, account)) return;
  const noteAt = (client: Queryable, at: number): Promise<boolean> =>
    noteReceipt(client, id, { version, digest, account, member, at });
  if (![...electors, ...informed].includes(member)) {
    // The log of the host is for all its auditors: what the secretary alone knows of is not in it.
    await inTransaction(writer, (client) => noteAt(client, cell.world.now()));
    return;
  }
  try {
    await cell.act(caller, 'decision-open', { decision: id, digest }, async ({ client, at }) => {
      if (!(await noteAt(client, at))) throw new NotedBefore();
    });
  } catch (error) {
    if (!(error instanceof NotedBefore)) throw error;
  }
}
