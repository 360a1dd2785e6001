/** Everything that a member holds about a data subject, with sources and recipients, from its own alone. */
import { readCoalition } from '@entente/store/coalition/rights';
import { readStanding } from '@entente/store/contribution/standing';
import type { Queryable } from '@entente/store/database/queryable';
import { inTransaction } from '@entente/store/database/transaction';
import { listWithdrawals, type OwnWithdrawalRow } from '@entente/store/recall/reader';
import {
  findRequest,
  listEvents,
  listHeld,
  listMentions,
  type HeldRow,
  type SubjectEventRow,
  type SubjectRequestRow,
} from '@entente/store/subject/reader';
import type { Cell } from '../cell.ts';
import { audiencesOf, openingsBy, type Opened } from './openings.ts';

export interface SubjectFileFound {
  /** Microseconds. */
  made: number;
  member: string;
  request: SubjectRequestRow;
  events: SubjectEventRow[];
  records: {
    id: string;
    versions: HeldRow[];
    /** Members that the member's own labels alone give it to. */
    recipients: string[];
    opened: Opened;
    recalls: OwnWithdrawalRow[];
    mentionedBy: string[];
  }[];
}

/** Recalls of one record that the file names, the last ones. */
const mostRecalls = 1000;

/** The file of one request of the member's, as of one moment; `undefined` where there is no such request. */
export const subjectFileOf = (
  cell: Cell,
  member: string,
  id: string,
): Promise<SubjectFileFound | undefined> =>
  inTransaction(
    cell.database.writer,
    async (client) => {
      const request = await findRequest(client, member, id);
      if (request === undefined) return undefined;
      const made = cell.world.now();
      const events = await listEvents(client, id);
      return {
        made,
        member,
        request,
        events,
        records: await recordsOf(client, member, request.objects, made),
      };
    },
    { readOnly: true, isolation: 'repeatable read' },
  );

async function recordsOf(
  client: Queryable,
  member: string,
  objects: readonly string[],
  made: number,
): Promise<SubjectFileFound['records']> {
  const held = await listHeld(client, member, objects);
  const mentions = await listMentions(client, member, objects);
  const standing = await readStanding(client, member, objects);
  const audiences = audiencesOf(await readCoalition(client), member, standing, made);
  const openings = await openingsBy(client, audiences);
  const records: SubjectFileFound['records'] = [];
  for (const id of objects) {
    const page = { object: id, after: undefined, limit: mostRecalls };
    records.push({
      id,
      versions: held.filter(({ object }) => object === id),
      recipients: [...(audiences.get(id)?.members.keys() ?? [])].sort(),
      opened: openings.get(id) ?? { readers: [], rest: false },
      recalls: await listWithdrawals(client, member, page),
      mentionedBy: mentions.filter(({ names }) => names === id).map(({ object }) => object),
    });
  }
  return records;
}
