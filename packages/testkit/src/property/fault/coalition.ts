/** Faults of rosters. */
import { count, inView, type Fault } from './plant.ts';

export const coalitionFaults: readonly Fault[] = [
  {
    name: 'the roster of a sharing group',
    routes: /roster/,
    isAccompanied: true,
    plant: inView(({ directory, coalition }) => ({
      directory: new Proxy(directory, {
        get: (target, name) => {
          if (name !== 'roster') return Reflect.get(target, name) as unknown;
          return (id: string) => {
            const entries = coalition.rosters.entries.filter(({ community }) => community === id);
            return entries.length === 0
              ? undefined
              : entries.map(({ entry }) => ({ entry, kind: 'member' as const }));
          };
        },
      }),
    })),
  },
  {
    name: 'the past of a roster from before the reader',
    routes: /roster\/past/,
    from: 1,
    isAccompanied: true,
    plant: inView(({ directory }, full) => ({
      directory: new Proxy(directory, {
        get: (target, name) => {
          if (name !== 'rosterPast') return Reflect.get(target, name) as unknown;
          return async (id: string) => {
            const past = await target.rosterPast(id);
            const before = await count(full, 'select count(*) as count from roster_past', []);
            return past && { ...past, since: past.since - before };
          };
        },
      }),
    })),
  },
];
