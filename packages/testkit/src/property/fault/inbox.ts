/** Faults of the inbox. */
import type { MessageRow } from '@entente/store/message/reader';
import type { Fault } from './plant.ts';

export const inboxFaults: readonly Fault[] = [
  {
    name: 'messages by role alone, whichever member they are for',
    routes: /^GET .*\/inbox$/,
    isOfCompanions: true,
    plant: (ports, { cell }) => ({
      ...ports,
      inbox: {
        ...ports.inbox,
        list: async (caller, asked) => {
          const own = await ports.inbox.list(caller, asked);
          const { rows } = await cell.database.writer.query<MessageRow>(
            `select id, kind, about, params, waits, at, settled_at as "settledAt", false as "isRead"
             from message where member <> $1 and roles && $2::text[] order by at desc, id desc limit $3`,
            [caller.member, [...caller.roles], asked.limit + 1 - own.length],
          );
          return [...own, ...rows];
        },
      },
    }),
  },
];
