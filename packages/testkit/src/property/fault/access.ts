/** Faults of what a contributor is told of others’ access and loss. */
import type { Fault } from './plant.ts';

export const accessFaults: readonly Fault[] = [
  {
    name: 'an opening that only others could foresee',
    routes: /openings$/,
    from: 6,
    isAccompanied: true,
    plant: (ports, { cell }) => ({
      ...ports,
      access: {
        ...ports.access,
        openings: async ({ member }, objects) => {
          const { rows } = await cell.database.writer.query<{
            object: string;
            member: string;
            first: number;
          }>(
            `select object, member, min(at) as first from opened where object = any($1::text[]) and member <> $2
             group by 1, 2 order by 3, 2`,
            [objects, member],
          );
          return new Map(
            objects.map((one) => [
              one,
              { readers: rows.filter(({ object }) => object === one), rest: false },
            ]),
          );
        },
      },
    }),
  },
  {
    name: 'a recall told of whoever lost something by it',
    routes: /recalls\/own$/,
    isOfCompanions: true,
    plant: (ports, { cell }) => ({
      ...ports,
      recalls: {
        ...ports.recalls,
        own: async (caller, page) => {
          const { rows } = await cell.database.writer.query<{
            act: string;
            member: string;
            at: number | null;
          }>('select act, member, acknowledged_at as at from recall where contributor = $1 order by member', [
            caller.member,
          ]);
          return (await ports.recalls.own(caller, page)).map((one) => ({
            ...one,
            members: rows
              .filter(({ act }) => act === one.act)
              .map(({ member, at }) => ({ member, acknowledgedAt: at })),
          }));
        },
      },
    }),
  },
];
