/** Requests, as acts find them: bound to a member and to what is in its view at the moment of the change. */
import type { Addressee } from '@entente/core/request/addressee';
import type { Queryable } from '../database/queryable.ts';
import type { RequestRow, WordRow } from './types.ts';

/** A request with what a member that it concerns has to know to act on it. */
export interface Concerning extends RequestRow {
  addressees: Addressee[];
  /** The last word of that member. */
  word: WordRow | null;
}

/** The columns of a request `r`. */
export const requestColumns =
  'r.id, r.asker, r.asked_at as asked, r.due, r.expired_at as expired, r.closed_at as closed';

/** Addressees of a request `r`, as JSON. */
const addressees = `(select json_agg(json_build_object(
  'member', a.member, 'community', a.community, 'epoch', a.epoch)) from request_addressee a where a.request = r.id)`;

/** A request that is in the view of a member at a moment; `undefined` where it is not, or there is none. */
export async function findRequest(
  client: Queryable,
  id: string,
  member: string,
  at: number,
): Promise<Concerning | undefined> {
  const { rows } = await client.query<Concerning>(
    `select ${requestColumns}, ${addressees} as addressees,
       (select json_build_object('member', w.member, 'said', w.said, 'at', w.at, 'reason', w.reason)
         from request_word w where w.request = r.id and w.member = $2) as word
     from request r where r.id = $1 and exists (
       select from contribution c join verdict v on v.reader = $2 and v.gate = c.gate and v.until > $3
       where c.object = r.id and c.contributor = r.asker)`,
    [id, member, at],
  );
  return rows[0];
}

export interface Untold {
  request: string;
  member: string;
  /** Whether it has come into the member's view, or left it. */
  isThere: boolean;
  addressees: Addressee[];
  /** When it came into the member's feed; `null` where it has left it. */
  at: number | null;
  /** Whether the member has said nothing on it that answers it. */
  waits: boolean;
}

/**
 * How far all feeds have come. What has been told of requests is worked out from the feeds: it can have changed only
 * where this has.
 */
export async function readFeedsCome(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ come: string }>(
    `select feed_epoch || ' ' || coalesce((select min(drained) from reader), 0) as come from cell`,
  );
  return rows[0]?.come ?? '';
}

/** Where what has been told of requests differs from the feeds: who has one in its view now, and who has it no more. */
export async function readUntold(client: Queryable): Promise<Untold[]> {
  const { rows } = await client.query<Untold>(
    `select r.id as request, m.id as member, true as "isThere", ${addressees} as addressees, f.at,
       coalesce(w.said, 'acknowledged') = 'acknowledged' as waits
     from request r join (
         select f.object, f.contributor, f.reader, min(f.at) as at from feed f
         where f.object in (select id from request where closed_at is null)
         group by f.object, f.contributor, f.reader) f
         on f.object = r.id and f.contributor = r.asker
       join member m on m.id = f.reader and m.id <> r.asker
       left join request_told t on t.request = r.id and t.member = m.id
       left join request_word w on w.request = r.id and w.member = m.id
     where t.member is null
     union all
     select t.request, t.member, false, '[]', null, false from request_told t join request r on r.id = t.request
     where not exists (select from feed f
       where f.object = t.request and f.reader = t.member and f.contributor = r.asker)
     order by 1, 2`,
  );
  return rows;
}

/** The first request whose date for a reminder has come. */
export async function readToRemind(
  client: Queryable,
  now: number,
): Promise<(RequestRow & { remindAt: number }) | undefined> {
  const { rows } = await client.query<RequestRow & { remindAt: number }>(
    `select ${requestColumns}, r.remind_at as "remindAt" from request r
     where r.remind_at <= $1 and r.reminded_at is null and r.closed_at is null order by r.remind_at, r.id limit 1`,
    [now],
  );
  return rows[0];
}

/** The first request whose date has passed. */
export async function readToExpire(client: Queryable, now: number): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `select ${requestColumns} from request r
     where r.due <= $1 and r.expired_at is null and r.closed_at is null order by r.due, r.id limit 1`,
    [now],
  );
  return rows[0];
}

/** Those that have been told of a request and have said nothing that answers it. */
export async function readUnanswered(client: Queryable, id: string): Promise<string[]> {
  const { rows } = await client.query<{ member: string }>(
    `select t.member from request_told t left join request_word w on w.request = t.request and w.member = t.member
     where t.request = $1 and (w.said is null or w.said = 'acknowledged') order by 1`,
    [id],
  );
  return rows.map(({ member }) => member);
}

/** Whether whoever asked has the request in its feed. */
export async function isKept(client: Queryable, { id, asker }: RequestRow): Promise<boolean> {
  const { rows } = await client.query('select from feed where object = $1 and reader = $2 limit 1', [
    id,
    asker,
  ]);
  return rows.length > 0;
}
