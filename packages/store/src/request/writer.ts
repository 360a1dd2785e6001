/** Requests: written in the transaction of the act. */
import type { Addressee } from '@entente/core/request/addressee';
import type { Change } from '../change/change.ts';
import type { WordRow } from './types.ts';

export interface NewRequest {
  id: string;
  asker: string;
  /** Microseconds. */
  due: number;
  remindAt: number;
  addressees: readonly Addressee[];
}

export async function addRequest(
  { client, at }: Change,
  { id, asker, due, remindAt, addressees }: NewRequest,
): Promise<void> {
  await client.query(
    'insert into request (id, asker, asked_at, due, remind_at) values ($1, $2, $3, $4, $5)',
    [id, asker, at, due, remindAt],
  );
  await client.query(
    `insert into request_addressee (request, member, community, epoch)
     select $1, a.member, a.community, a.epoch from unnest($2::text[], $3::text[], $4::integer[])
       as a (member, community, epoch)`,
    [
      id,
      addressees.map(({ member }) => member),
      addressees.map(({ community }) => community),
      addressees.map(({ epoch }) => epoch),
    ],
  );
}

/** Notes the last word of an addressee. */
export async function setWord(
  { client, at }: Change,
  id: string,
  { member, said, reason }: Omit<WordRow, 'at'>,
): Promise<void> {
  await client.query(
    `insert into request_word (request, member, said, at, reason) values ($1, $2, $3, $4, $5)
     on conflict (request, member) do update set said = $3, at = $4, reason = $5`,
    [id, member, said, at, reason],
  );
}

/** Notes that a note answers a request. */
export async function addAnswer(change: Change, id: string, member: string, object: string): Promise<void> {
  await change.client.query(
    'insert into request_answer (request, member, object, at) values ($1, $2, $3, $4)',
    [id, member, object, change.at],
  );
}

export async function closeRequest({ client, at }: Change, id: string): Promise<void> {
  await client.query('update request set closed_at = $2 where id = $1', [id, at]);
}

/** Notes that its date has passed; answers false where that was noted before. */
export async function expireRequest({ client, at }: Change, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'update request set expired_at = $2 where id = $1 and expired_at is null and closed_at is null',
    [id, at],
  );
  return rowCount !== 0;
}

/** Notes that whoever has not answered is reminded; answers false where that was noted before. */
export async function remindRequest({ client, at }: Change, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'update request set reminded_at = $2 where id = $1 and reminded_at is null and closed_at is null',
    [id, at],
  );
  return rowCount !== 0;
}

/** Notes that an addressee has it in its view, or has it no more. */
export async function setTold(change: Change, id: string, member: string, isThere: boolean): Promise<void> {
  await change.client.query(
    isThere
      ? 'insert into request_told (request, member) values ($1, $2) on conflict do nothing'
      : 'delete from request_told where request = $1 and member = $2',
    [id, member],
  );
}
