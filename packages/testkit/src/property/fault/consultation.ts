/** Faults of consent, decisions and requests: what another was asked, and what it said. */
import type { WordRow } from '@entente/store/request/types';
import { count, inView, type Fault } from './plant.ts';

export const consultationFaults: readonly Fault[] = [
  {
    name: 'an owner told that another owner has answered',
    routes: /^GET .*consents\/received$/,
    isOfCompanions: true,
    plant: (ports, { cell }) => ({
      ...ports,
      consents: {
        ...ports.consents,
        listReceived: async (caller) => {
          const answers = await count(
            cell.database.writer,
            'select count(*) as count from consent_answer where owner <> $1 and word is not null',
            [caller.member],
          );
          const received = await ports.consents.listReceived(caller);
          return received.map((one) => ({ ...one, others: one.others || answers > 0 }));
        },
      },
    }),
  },
  {
    name: 'a decision of another community counted',
    routes: /decisions\/figures$/,
    isOfCompanions: true,
    plant: (ports, { cell }) => ({
      ...ports,
      decisions: {
        ...ports.decisions,
        figures: async (caller) => {
          const figures = await ports.decisions.figures(caller);
          const decided = await count(
            cell.database.writer,
            'select count(*) as count from decision where community is not null',
            [],
          );
          return { ...figures, decided: figures.decided + decided };
        },
      },
    }),
  },
  {
    name: 'a request that stands as another addressee left it',
    routes: /^GET \/api\/v1\/requests$/,
    isOfCompanions: true,
    plant: inView(({ requests, reader }, full) => ({
      requests: new Proxy(requests, {
        get: (target, name) => {
          if (name !== 'board') return Reflect.get(target, name) as unknown;
          return async (...query: Parameters<typeof target.board>) => {
            const { rows: said } = await full.query<WordRow & { request: string }>(
              'select request, member, said, at, reason from request_word order by at, member',
            );
            const board = await target.board(...query);
            const { member } = reader.rights;
            const others = (id: string): WordRow[] => {
              const [first] = said.filter(({ request }) => request === id);
              return first === undefined ? [] : [{ ...first, member }];
            };
            return board.map((row) => (row.words.length > 0 ? row : { ...row, words: others(row.id) }));
          };
        },
      }),
    })),
  },
];
