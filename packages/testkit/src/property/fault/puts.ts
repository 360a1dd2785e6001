/** Faults of what a put is answered. */
import { Failure } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';
import type { ContributionActs, PutReport } from '@entente/server/acts/contributions';
import { count, inPut, puts, type Fault } from './plant.ts';

const others = `from contribution where contributor <> $1 and object = any($2::text[])`;
const idsOf = (command: Parameters<ContributionActs['put']>[1]): string[] =>
  command.incoming.map(({ value }) => String((value as JsonObject)['id']));

const faulty = (report: PutReport, change: (answer: PutReport['answers'][number]) => object): PutReport => ({
  ...report,
  answers: report.answers.map((answer) => ({ ...answer, ...change(answer) })),
});

export const putFaults: readonly Fault[] = [
  {
    name: '"already exists" on create',
    routes: puts,
    plant: inPut((put, full) => async (caller, command) => {
      const found = await count(full, `select count(*) as count ${others}`, [caller.member, idsOf(command)]);
      if (found > 0) throw new Failure('conflict', 'One of these objects exists already.');
      return put(caller, command);
    }),
  },
  {
    name: '*unchanged* on a guess',
    routes: puts,
    plant: inPut((put, full) => async (caller, command) => {
      const { rows } = await full.query<{ object: string }>(`select distinct object ${others}`, [
        caller.member,
        idsOf(command),
      ]);
      const known = new Set(rows.map(({ object }) => object));
      const report = await put(caller, command);
      return faulty(report, ({ id, outcome }) => (known.has(id) ? { outcome: 'unchanged' } : { outcome }));
    }),
  },
  {
    name: 'a uniqueness error',
    routes: puts,
    from: 7,
    plant: inPut((put, full) => async (caller, command) => {
      const given = command.incoming
        .map(({ value }) => (value as JsonObject)['name'])
        .filter((name) => typeof name === 'string');
      const found = await count(
        full,
        `select count(*) as count from contribution where contributor <> $1 and body::jsonb ->> 'name' = any($2::text[])`,
        [caller.member, given],
      );
      const report = await put(caller, command);
      return found > 0
        ? faulty(report, () => ({ outcome: 'rejected', findings: [{ path: 'name', message: 'is taken' }] }))
        : report;
    }),
  },
];
