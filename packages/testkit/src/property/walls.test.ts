/** The second wall: what PostgreSQL lets through to a bound reader, whatever is asked. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pool } from 'pg';
import { startTestCell, type TestCell } from '../cell.ts';
import type { Act } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';
import { playAct } from '../world/play.ts';

const runs = Math.ceil(Number(process.env['ENTENTE_WORLDS'] ?? 25) / 3);

/** Plays worlds, and looks at each reader after each act. */
async function afterEachAct(look: (started: TestCell, reader: string) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(worldArbitrary(), async ({ acts }) => {
      const started = await startTestCell();
      try {
        for (const act of acts) {
          await play(started, act);
          for (const reader of await readersOf(started)) await look(started, reader);
        }
      } finally {
        await started.close();
      }
    }),
    { numRuns: runs, seed: 20170525, endOnFailure: true },
  );
}

async function play(started: TestCell, act: Act): Promise<void> {
  started.world.at = act.at;
  await started.cell.settle();
  await playAct(started.cell, act);
}

async function readersOf({ cell }: TestCell): Promise<string[]> {
  const { rows } = await cell.database.writer.query<{ id: string }>('select id from reader order by id');
  return rows.map(({ id }) => id);
}

/** What a statement gives on a connection that is bound to a reader and does not know what it should leave out. */
async function bound<Row>(pool: Pool, reader: string, at: number, statement: string): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read');
    await client.query('select bind_reader($1, $2, false)', [reader, at]);
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const year = 365 * 86_400_000_000;

test('a statement that forgets every filter gives what the verdicts permit, and no more', async () => {
  await afterEachAct(async ({ cell, world: { at } }, reader) => {
    const { reader: pool, writer } = cell.database;
    for (const moment of [at, at + year]) {
      const seen = await bound(pool, reader, moment, 'select id from contribution order by id');
      const { rows: permitted } = await writer.query(
        `select c.id from contribution c join verdict v on v.reader = $1 and v.gate = c.gate and v.until > $2
         order by c.id`,
        [reader, moment],
      );
      expect(seen).toEqual(permitted);
    }
    const dates = await bound(pool, reader, at, 'select at from feed order by at');
    const { rows: own } = await writer.query('select at from feed where reader = $1 order by at', [reader]);
    expect(dates).toEqual(own);
  });
}, 600_000);

test('a row of a feed that says that it is the only one of its object is', async () => {
  let found = 0;
  await afterEachAct(async ({ cell }, reader) => {
    const { rows } = await cell.database.writer.query<{ alone: boolean }>(
      `select not exists (select from feed g where g.reader = $1 and g.object = f.object and g.at <> f.at) as alone
       from feed f where f.reader = $1 and f.sole`,
      [reader],
    );
    expect(rows.filter(({ alone }) => !alone)).toEqual([]);
    found += rows.length;
  });
  expect(found).toBeGreaterThan(0);
}, 600_000);

test('a connection that is bound to nobody is given nothing', async () => {
  const [world] = fc.sample(worldArbitrary(), { numRuns: 1, seed: 20170525 });
  const started = await startTestCell();
  const { reader, writer } = started.cell.database;
  try {
    for (const act of world?.acts ?? []) await play(started, act);
    const counts = `select (select count(*) from contribution) > 0 as contributions,
      (select count(*) from feed) > 0 as feed, (select count(*) from reference) > 0 as references,
      (select count(*) from verdict) > 0 as verdicts`;
    const all = { contributions: true, feed: true, references: true, verdicts: true };
    const none = { contributions: false, feed: false, references: false, verdicts: false };
    expect([(await writer.query(counts)).rows, (await reader.query(counts)).rows]).toEqual([[all], [none]]);
  } finally {
    await started.close();
  }
}, 60_000);
