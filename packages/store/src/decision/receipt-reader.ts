/** Reads receipts: which account was shown which version of a text. */
import type { Queryable } from '../database/queryable.ts';

/** Whether it was noted before that an account was shown a version. */
export async function hasReceipt(
  client: Queryable,
  decision: string,
  version: number,
  account: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from decision_receipt where decision = $1 and version = $2 and account = $3',
    [decision, version, account],
  );
  return rowCount === 1;
}
