/** A request as an answer: the note that asks, and how it stands with those whom the caller may know. */
import type { RequestItem, StandingBody } from '@entente/contract/request';
import { knownAddressees, type Addressee } from '@entente/core/request/addressee';
import { stateOf } from '@entente/core/request/state';
import type { WordRow } from '@entente/store/request/types';
import type { BoardRow, View } from '@entente/store/view/reader';
import { latest } from '../object/entry.ts';
import type { Desk } from '../object/presented.ts';
import { timeOrNull, timeText } from '../time.ts';

/** A request of the board, with what the caller may know of its addressees. */
export interface Standings {
  row: BoardRow;
  addressees: string[];
  standings: StandingBody[];
}

/** What the reader's member may know of the addressees of each; of what it is asked, its own alone. */
export function standingsOf(view: View, row: BoardRow): Standings {
  const { member } = view.reader.rights;
  const isMine = row.asker === member;
  const said = new Map(row.words.map((word) => [word.member, word]));
  const known = isMine ? knownAddressees(view.coalition.rosters, member, row.addressees) : [member];
  return {
    row,
    addressees: row.addressees.map(audienceOf),
    standings: known.map((one) => standingOf(row, one, said.get(one))),
  };
}

const audienceOf = ({ member, community }: Addressee): string =>
  member === null ? `community:${community}` : `member:${member}`;

function standingOf({ expired, closed }: BoardRow, member: string, word: WordRow | undefined): StandingBody {
  const { said, at, reason } = word ?? {};
  return {
    member,
    state: stateOf({ said, isExpired: expired !== null, isClosed: closed !== null }),
    said: said ?? null,
    since: timeOrNull(at),
    reason: reason ?? null,
  };
}

/** Requests as JSON text, without those whose note the presenter withholds. */
export async function itemsOf(desk: Desk, view: View, items: readonly Standings[]): Promise<string[]> {
  const found = await view.objects(items.map(({ row }) => row.id));
  return items.flatMap((item) => {
    const { row } = item;
    // Others may have put something in under the same id: it asks nothing.
    const note = latest((found.get(row.id) ?? []).filter((one) => one.contributor === row.asker));
    const entry = note && desk.entry(note);
    return entry === undefined ? [] : [itemText(entry, item, view.reader.rights.member)];
  });
}

function itemText(entry: string, { row, addressees, standings }: Standings, member: string): string {
  const rest: Omit<RequestItem, 'entry'> = {
    side: row.asker === member ? 'mine' : 'to-me',
    asked: timeText(row.asked),
    by: timeText(row.due),
    closed: timeOrNull(row.closed ?? undefined),
    addressees,
    standings,
  };
  return `{"entry":${entry},${JSON.stringify(rest).slice(1)}`;
}
