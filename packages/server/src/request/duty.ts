/**
 * What the hub does about requests as time passes. What addressees are told follows the feeds: who has a request in
 * its view is told of it, and whoever loses it keeps no message about it.
 */
import { openings } from '@entente/core/coalition/roster';
import { isAddressed } from '@entente/core/request/addressee';
import type { Change } from '@entente/store/change/change';
import { readCoalition } from '@entente/store/coalition/rights';
import type { Queryable } from '@entente/store/database/queryable';
import { notify, withdrawMessages, type NewMessage } from '@entente/store/message/writer';
import {
  isKept,
  readFeedsCome,
  readToExpire,
  readToRemind,
  readUnanswered,
  readUntold,
  type Untold,
} from '@entente/store/request/reader';
import { expireRequest, remindRequest, setTold } from '@entente/store/request/writer';
import type { RequestRow } from '@entente/store/request/types';
import type { Cell } from '../cell.ts';
import type { Duty } from '../duties.ts';
import { people } from './word.ts';

type Kind = Extract<NewMessage['kind'], `request-${string}`>;

const told = (member: string, kind: Kind, about: string, waits: boolean): NewMessage => ({
  member,
  roles: people,
  kind,
  about,
  params: {},
  waits,
});

/** Looks anew only where the feeds have gone on since it found nothing. */
export function requestDuty(cell: Cell): Duty {
  const { writer } = cell.database;
  let looked = '';
  const follow = async (now: number): Promise<boolean> => {
    const come = await readFeedsCome(writer);
    if (come === looked) return false;
    const untold = await untoldIn(writer);
    looked = untold.length === 0 ? come : '';
    if (untold.length === 0) return false;
    const at = earliest(untold);
    return cell.actAsHub('request-told', {}, (change) => tell(change, at), at ?? now);
  };
  return {
    name: 'requests',
    run: async (now) => (await follow(now)) || (await remind(cell, now)) || (await expire(cell, now)),
  };
}

/** What has left a view comes first, at whatever time; then what came into one, a moment of its feed after the other. */
const earliest = (untold: readonly Untold[]): number | null =>
  untold.reduce<number | null>(
    (least, { at }) => (least === null || at === null ? null : Math.min(least, at)),
    Infinity,
  );

/** A reader of the note whom it is not for is told nothing. */
async function untoldIn(client: Queryable): Promise<Untold[]> {
  const all = await readUntold(client);
  if (all.length === 0) return [];
  const { rosters } = await readCoalition(client);
  return all.filter(
    ({ isThere, member, addressees }) =>
      !isThere || isAddressed(addressees, member, openings(rosters, member)),
  );
}

/** Tells what is untold as of a moment of the feeds, in an act that is dated so; `null`: what has left a view. */
async function tell(change: Change, at: number | null): Promise<true> {
  const untold = await untoldIn(change.client);
  for (const { request, member, isThere, waits } of untold.filter((one) => one.at === at)) {
    await setTold(change, request, member, isThere);
    if (isThere) await notify(change, [told(member, 'request-asked', request, waits)]);
    else await withdrawMessages(change, request, member);
  }
  return true;
}

async function remind(cell: Cell, now: number): Promise<boolean> {
  const request = await readToRemind(cell.database.writer, now);
  if (request === undefined) return false;
  const work = async (change: Change): Promise<boolean> => {
    if (!(await remindRequest(change, request.id))) return false;
    const members = await readUnanswered(change.client, request.id);
    await notify(
      change,
      members.map((member) => told(member, 'request-reminder', request.id, true)),
    );
    return true;
  };
  return cell.actAsHub('request-remind', { request: request.id }, work, request.remindAt);
}

async function expire(cell: Cell, now: number): Promise<boolean> {
  const request = await readToExpire(cell.database.writer, now);
  if (request === undefined) return false;
  const work = async (change: Change): Promise<boolean> => {
    if (!(await expireRequest(change, request.id))) return false;
    await notify(change, await ofExpiry(change, request));
    return true;
  };
  return cell.actAsHub('request-expire', { request: request.id }, work, request.due);
}

/** Whoever has not answered, and whoever asked, as long as the request is in its own view. */
async function ofExpiry(change: Change, request: RequestRow): Promise<NewMessage[]> {
  const members = await readUnanswered(change.client, request.id);
  if (await isKept(change.client, request)) members.push(request.asker);
  return members.map((member) => told(member, 'request-expired', request.id, false));
}
