/** A page of a board: rows by date, then what the caller may know of them, then the filter by state. */
import type { boards } from '@entente/contract/request';
import type { Json } from '@entente/core/stix/types';
import type { BoardQuery, BoardRow, View } from '@entente/store/view/reader';
import { standingsOf, type Standings } from './item.ts';

interface Wanted {
  board: (typeof boards)[number];
  states: readonly string[] | undefined;
}

type Place = NonNullable<BoardQuery['after']>;

/** Rows looked at in one go, where a filter may leave few of them. */
const slice = 200;

/** Where a page ended, out of its cursor. */
export const placeOf = (position: Json | undefined): Place | undefined =>
  Array.isArray(position) ? { due: Number(position[0]), id: String(position[1]) } : undefined;

export async function boardPage(
  view: View,
  wanted: Wanted,
  after: Place | undefined,
  limit: number,
): Promise<{ items: Standings[]; hasMore: boolean }> {
  const kept: Standings[] = [];
  const most = wanted.states === undefined ? limit + 1 : Math.max(slice, limit + 1);
  let place = after;
  for (;;) {
    const rows = await rowsAfter(view, wanted, place, most);
    kept.push(...rows.map((row) => standingsOf(view, row)).filter((one) => isWanted(one, wanted)));
    place = rows.at(-1);
    if (kept.length > limit || rows.length < most) break;
  }
  return { items: kept.slice(0, limit), hasMore: kept.length > limit };
}

const isWanted = ({ standings }: Standings, { states }: Wanted): boolean =>
  states === undefined || standings.some(({ state }) => states.includes(state));

async function rowsAfter(
  { requests }: View,
  { board, states }: Wanted,
  after: Place | undefined,
  limit: number,
): Promise<BoardRow[]> {
  const closed = states?.length === 1 && states[0] === 'closed';
  const query = { closed, overdue: board === 'overdue', after, limit };
  if (board !== 'overdue') return requests.board({ ...query, side: board });
  const both = [
    ...(await requests.board({ ...query, side: 'mine' })),
    ...(await requests.board({ ...query, side: 'to-me' })),
  ];
  return both.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
