/** Writes where accounts get e-mail, in the transaction of the act that sets it. */
import type { PoolClient } from 'pg';
import type { Rhythm } from './reader.ts';

/**
 * Counts a letter that is given up with the account `$1`, which may have been sent: the next one has another id. In an
 * update of `mail_address`, before the letter is deleted.
 */
export const countGivenUp = 'letters = letters + (select count(*) from delivery d where d.account = $1)';

/** Keeps an address that waits for its code; the one before stays good until then. */
export async function proposeAddress(
  client: PoolClient,
  account: string,
  { pending, codeDigest, at, rhythm }: { pending: string; codeDigest: string; at: number; rhythm: Rhythm },
): Promise<void> {
  await client.query(
    `insert into mail_address (account, pending, code_digest, code_at, rhythm) values ($1, $2, $3, $4, $5)
     on conflict (account) do update set pending = excluded.pending, code_digest = excluded.code_digest,
       code_at = excluded.code_at, rhythm = excluded.rhythm`,
    [account, pending, codeDigest, at, rhythm],
  );
}

/** Takes the address of this code; false where another was asked for meanwhile. */
export async function confirmAddress(
  client: PoolClient,
  account: string,
  codeDigest: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update mail_address set address = pending, pending = null, code_digest = null, code_at = null,
       stopped_at = null
     where account = $1 and code_digest = $2`,
    [account, codeDigest],
  );
  return rowCount === 1;
}

/** Sets how often letters come; what is planned stays planned. */
export async function setRhythm(client: PoolClient, account: string, rhythm: Rhythm): Promise<void> {
  await client.query('update mail_address set rhythm = $2 where account = $1', [account, rhythm]);
}

/** The account gets no e-mail any more. */
export async function removeAddress(client: PoolClient, account: string): Promise<void> {
  // The row stays for its number of letters, from which the next ones have their ids.
  await client.query(
    `update mail_address set address = null, pending = null, code_digest = null, code_at = null, stopped_at = null,
       ${countGivenUp}
     where account = $1`,
    [account],
  );
  await client.query('delete from delivery where account = $1', [account]);
}

/** Whether e-mail of a member says what kind of message waits. */
export async function setSentences(client: PoolClient, member: string, sentences: boolean): Promise<void> {
  await client.query(
    `insert into mail_policy (member, sentences) values ($1, $2)
     on conflict (member) do update set sentences = excluded.sentences`,
    [member, sentences],
  );
}
