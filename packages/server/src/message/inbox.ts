/** The inbox of an account: what waits for it, and what it was told, as far as it may know of it at this moment. */
import { Failure } from '@entente/core/failure';
import { isMessageKind } from '@entente/core/message/say';
import {
  readMessages,
  readMessagesById,
  readOpenMessages,
  type Addressee,
  type MessageRow,
  type OpenRow,
  type Shown,
} from '@entente/store/message/reader';
import { markRead } from '@entente/store/message/writer';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { isWhole } from '../account/rights.ts';

export type { MessageRow, Shown } from '@entente/store/message/reader';

/** How many messages are unread, and of how many somebody has to act. */
export interface InboxCount {
  unread: number;
  waiting: number;
  /** Whether there are more than were counted. */
  more: boolean;
}

export interface Place {
  at: number;
  id: string;
}

/** Each by any account, for itself alone. */
export interface InboxActs {
  /** Newest first, behind a place. @returns one more than `limit` where there is more */
  list(
    caller: Caller,
    asked: { shown: Shown; after: Place | undefined; limit: number },
  ): Promise<MessageRow[]>;
  /** @throws Failure `not-found` */
  find(caller: Caller, id: string): Promise<MessageRow>;
  count(caller: Caller): Promise<InboxCount>;
  /** Notes that the account has read these; what it is not shown is passed over. */
  read(caller: Caller, ids: readonly string[]): Promise<void>;
  /** Notes that the account has read all until an instant. */
  readUntil(caller: Caller, until: number): Promise<void>;
}

/** So many are counted: whoever has more has enough to do. */
export const mostCounted = 500;

const stixId = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Whether what a message is about is an object: then it is looked for in the view. */
export const isObject = (about: string): boolean => stixId.test(about);

export const addresseeOf = ({
  account,
  member,
  reader,
  roles,
}: Pick<Caller, 'account' | 'member' | 'reader' | 'roles'>): Addressee => ({
  account,
  member,
  roles: [...roles],
  isWhole: isWhole({ reader, member }),
});

/** Leaves out what is about an object that is not in the reader's view, and kinds that this release does not know. */
export async function visible<Row extends Pick<MessageRow, 'about' | 'kind'>>(
  cell: Cell,
  reader: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const known = rows.filter(({ kind }) => isMessageKind(kind));
  const objects = [...new Set(known.map(({ about }) => about).filter(isObject))];
  if (objects.length === 0) return known;
  const seen = await cell.view(reader, (view) => view.objects(objects));
  return known.filter(({ about }) => !isObject(about) || (seen.get(about)?.length ?? 0) > 0);
}

/** Counts for an account, whoever asks. */
export async function countInbox(
  cell: Cell,
  caller: Pick<Caller, 'account' | 'member' | 'reader' | 'roles'>,
): Promise<InboxCount & { rows: OpenRow[] }> {
  const addressee = addresseeOf(caller);
  const found = await fillPage(cell, caller.reader, mostCounted, (page) =>
    readOpenMessages(cell.database.writer, addressee, page),
  );
  const rows = found.slice(0, mostCounted);
  return {
    unread: rows.filter(({ isRead }) => !isRead).length,
    waiting: rows.filter(({ waits, settledAt }) => waits && settledAt === null).length,
    more: found.length > mostCounted,
    rows,
  };
}

export function inboxActs(cell: Cell): InboxActs {
  const { writer } = cell.database;
  return {
    list: (caller, { shown, after, limit }) =>
      fillPage(
        cell,
        caller.reader,
        limit,
        (page) => readMessages(writer, addresseeOf(caller), { shown, ...page }),
        after,
      ),

    async find(caller, id) {
      const rows = await readMessagesById(writer, addresseeOf(caller), [id]);
      const [found] = await visible(cell, caller.reader, rows);
      if (found === undefined) throw new Failure('not-found', 'There is no such message.');
      return found;
    },

    async count(caller) {
      const { unread, waiting, more } = await countInbox(cell, caller);
      return { unread, waiting, more };
    },

    async read(caller, ids) {
      const own = (await readMessagesById(writer, addresseeOf(caller), ids)).map(({ id }) => id);
      await markRead(writer, { account: caller.account, at: cell.world.now() }, own);
      cell.tell();
    },

    async readUntil(caller, until) {
      const addressee = addresseeOf(caller);
      for (;;) {
        const rows = await readMessages(writer, addressee, {
          shown: 'unread',
          after: { at: until + 1, id: '00000000-0000-0000-0000-000000000000' },
          limit: mostCounted,
        });
        const ids = rows.map(({ id }) => id);
        await markRead(writer, { account: caller.account, at: cell.world.now() }, ids);
        cell.tell();
        if (rows.length < mostCounted) return;
      }
    },
  };
}

/**
 * Goes on reading until the page is full of what may be shown: what is left out tells nothing of itself, not even by
 * `more`.
 * @returns one more than `limit` where there is more
 */
async function fillPage<Row extends Pick<MessageRow, 'id' | 'at' | 'about' | 'kind'>>(
  cell: Cell,
  reader: string,
  limit: number,
  read: (page: { after: Place | undefined; limit: number }) => Promise<Row[]>,
  after?: Place,
): Promise<Row[]> {
  const page: Row[] = [];
  let place = after;
  for (;;) {
    const rows = await read({ after: place, limit: limit + 1 });
    page.push(...(await visible(cell, reader, rows)));
    if (page.length > limit || rows.length <= limit) return page.slice(0, limit + 1);
    place = rows.at(-1);
  }
}
