/** Messages as an account has them: those of its member that are for it, and which of them it has read. */
import { kindsForAll } from '@entente/core/message/kinds';
import type { Queryable } from '../database/queryable.ts';
import { goesOn } from '../decision/audience.ts';

/** Whose inbox it is. */
export interface Addressee {
  account: string;
  member: string;
  roles: readonly string[];
  /** Whether the account sees all that its member sees. */
  isWhole: boolean;
}

export interface MessageRow {
  id: string;
  kind: string;
  about: string;
  /** Texts by name, as JSON. */
  params: string;
  waits: boolean;
  /** Microseconds. */
  at: number;
  settledAt: number | null;
  isRead: boolean;
}

/** What is asked for: all, what the account has not read, or what waits for somebody. */
export type Shown = 'all' | 'unread' | 'waiting';

const columns = `m.id, m.kind, m.about, m.params, m.waits, m.at, m.settled_at as "settledAt",
  (r.message is not null or m.at < coalesce(a.created_at, 0)) as "isRead"`;

/**
 * What came before the account did is no news to it. What was told of a text goes with the text; to the secretary it
 * stays. Of parameters $1 to $5, as `addressed` gives them.
 */
const inbox = `message m
  left join account a on a.id = $2
  left join message_read r on r.account = $2 and r.message = m.id
  where m.member = $1 and (m.account is null or m.account = $2)
    and (cardinality(m.roles) = 0 or m.roles && $3::text[])
    and ($4 or m.account = $2 or m.kind = any($5::text[]))
    and (m.kind not like 'decision-%' or m.roles @> '{secretary}' and $3::text[] @> '{secretary}'
      or exists (select from decision d where d.id = m.about and ${goesOn}))`;

const shownIn: Record<Shown, string> = {
  all: '',
  unread: 'and r.message is null and m.at >= coalesce(a.created_at, 0)',
  waiting: 'and m.waits and m.settled_at is null',
};

const addressed = ({ member, account, roles, isWhole }: Addressee): unknown[] => [
  member,
  account,
  [...roles],
  isWhole,
  [...kindsForAll],
];

/** Messages of an account, newest first, behind one of them. */
export async function readMessages(
  client: Queryable,
  addressee: Addressee,
  { shown, after, limit }: { shown: Shown; after?: { at: number; id: string } | undefined; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await client.query<MessageRow>(
    `select ${columns} from ${inbox} ${shownIn[shown]}
       and ($6::bigint is null or (m.at, m.id) < ($6, $7::uuid))
     order by m.at desc, m.id desc limit $8`,
    [...addressed(addressee), after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Those of these messages that are for an account; what is nobody's, another's or no id is left out. */
export async function readMessagesById(
  client: Queryable,
  addressee: Addressee,
  ids: readonly string[],
): Promise<MessageRow[]> {
  const { rows } = await client.query<MessageRow>(
    `select ${columns} from ${inbox} and m.id = any($6::uuid[])`,
    [...addressed(addressee), ids.filter((id) => uuid.test(id))],
  );
  return rows;
}

/** What counts of a message. */
export type OpenRow = Pick<MessageRow, 'id' | 'kind' | 'about' | 'waits' | 'at' | 'isRead' | 'settledAt'>;

/** What counts: what an account has not read or what waits, newest first, behind one of them. */
export async function readOpenMessages(
  client: Queryable,
  addressee: Addressee,
  { after, limit }: { after: { at: number; id: string } | undefined; limit: number },
): Promise<OpenRow[]> {
  const { rows } = await client.query<MessageRow>(
    `select ${columns} from ${inbox}
       and ((r.message is null and m.at >= coalesce(a.created_at, 0)) or (m.waits and m.settled_at is null))
       and ($6::bigint is null or (m.at, m.id) < ($6, $7::uuid))
     order by m.at desc, m.id desc limit $8`,
    [...addressed(addressee), after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}
