/** Where accounts get e-mail, and how much their members let it say. */
import type { Queryable } from '../database/queryable.ts';

export type Rhythm = 'soon' | 'daily';

export interface MailRow {
  /** Confirmed; null where none is yet. */
  address: string | null;
  /** Waits for its code. */
  pending: string | null;
  codeDigest: string | null;
  codeAt: number | null;
  rhythm: Rhythm;
  stoppedAt: number | null;
}

const columns = `m.address, m.pending, m.code_digest as "codeDigest", m.code_at as "codeAt", m.rhythm,
  m.stopped_at as "stoppedAt"`;

/** What an account has set; `undefined` where it gets no e-mail. */
export async function readMail(client: Queryable, account: string): Promise<MailRow | undefined> {
  const { rows } = await client.query<MailRow>(`select ${columns} from mail_address m where m.account = $1`, [
    account,
  ]);
  return rows[0];
}

/** Whether e-mail of a member says what kind of message waits. */
export async function readSentences(client: Queryable, member: string): Promise<boolean> {
  const { rows } = await client.query<{ sentences: boolean }>(
    'select sentences from mail_policy where member = $1',
    [member],
  );
  return rows[0]?.sentences ?? false;
}

/** To whom a letter goes. */
export interface RecipientRow {
  account: string;
  member: string;
  reader: string;
  roles: string[];
  language: string;
  address: string;
  sentences: boolean;
}

/** The account as it is now; `undefined` where it gets no e-mail any more. */
export async function readRecipient(client: Queryable, account: string): Promise<RecipientRow | undefined> {
  const { rows } = await client.query<RecipientRow>(
    `select a.id as account, a.member, a.reader, a.roles, a.language, m.address,
       coalesce(p.sentences, false) as sentences
     from mail_address m join account a on a.id = m.account join member c on c.id = a.member
       left join mail_policy p on p.member = a.member
     where a.id = $1 and a.disabled_at is null and c.departed_at is null and c.suspended_at is null
       and m.address is not null and m.stopped_at is null`,
    [account],
  );
  return rows[0];
}
