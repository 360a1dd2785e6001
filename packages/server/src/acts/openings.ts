/**
 * Who opened what a member gave (docs/adr/0015). Told is the opening of a record by its id, by a member of whom the
 * contributor could say at that moment, by its own label alone, that it has the record: then the answer was certain,
 * whatever others gave. Pages, searches, polls and exports are told to nobody.
 */
import { Foresight } from '@entente/core/coalition/foresight';
import { parseLabel } from '@entente/core/label/label';
import { enteredIn, readCoalition, type Coalition } from '@entente/store/coalition/rights';
import { readStanding, type Standing } from '@entente/store/contribution/standing';
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import { readOpenings, type Tellable } from '@entente/store/read/openings';
import type { Cell } from '../cell.ts';

/** Whom a contributor may be told of, for one of its objects. */
export interface Audience {
  /** Members that its labels alone give the object to, each with the change since which they do. */
  members: ReadonlyMap<string, number>;
  /** Whether others may have it. */
  rest: boolean;
}

/** Who opened an object, as its contributor may know it. */
export interface Opened {
  /** Each with the first time, microseconds; by time. */
  readers: { member: string; first: number }[];
  /** Whether others may have it, of whom nothing is told. */
  rest: boolean;
}

/** Of objects that the member contributed: who opened them. Of others there is no entry. */
export const openingsOf = (
  cell: Cell,
  member: string,
  objects: readonly string[],
): Promise<Map<string, Opened>> =>
  inTransaction(
    cell.database.writer,
    async (client) => {
      const coalition = await readCoalition(client);
      const standing = await readStanding(client, member, objects);
      return openingsBy(client, audiencesOf(coalition, member, standing, cell.world.now()));
    },
    { readOnly: true, isolation: 'repeatable read' },
  );

/** Who opened these objects, among the members that their contributor may be told of. */
export async function openingsBy(
  client: Queryable,
  audiences: ReadonlyMap<string, Audience>,
): Promise<Map<string, Opened>> {
  const asked = [...audiences].flatMap(([object, { members }]) =>
    [...members].map(([member, since]): Tellable => ({ object, member, since })),
  );
  const found = await readOpenings(client, asked);
  const readersOf = (object: string) =>
    found.filter((one) => one.object === object).map(({ member, first }) => ({ member, first }));
  return new Map([...audiences].map(([object, { rest }]) => [object, { rest, readers: readersOf(object) }]));
}

/** For each object, whom the contributor's own labels alone give it to. */
export function audiencesOf(
  coalition: Coalition,
  contributor: string,
  standing: readonly Standing[],
  at: number,
): Map<string, Audience> {
  const others = [...coalition.members].filter(([id, { departed }]) => !departed && id !== contributor);
  const foresights = others.map(([id]) => [id, new Foresight(coalition.rosters, contributor, id)] as const);
  const found = new Map<string, { members: Map<string, number>; rest: boolean }>();
  for (const { object, label: print, since, plain } of standing) {
    const audience = found.get(object) ?? { members: new Map<string, number>(), rest: false };
    found.set(object, audience);
    const label = parseLabel(print);
    for (const [member, foresight] of foresights) {
      const foreseen = foresight.label(label, at);
      if (foreseen === 'no') continue;
      if (foreseen === 'yes' && plain) {
        const from = Math.max(
          since,
          foresight.since(label, (line) => enteredIn(coalition, line)),
        );
        audience.members.set(member, Math.min(from, audience.members.get(member) ?? from));
      } else audience.rest = true;
    }
  }
  for (const audience of found.values())
    if (audience.members.size === foresights.length) audience.rest = false;
  return found;
}
