import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { startScript } from '@entente/testkit/script';
import { appliedMigrations, migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';
import type { Database } from './open.ts';

const at = '2017-05-25T00:00:00Z';
const statement = (name: string, sql: string): Migration => ({
  name,
  up: async (client) => {
    await client.query(sql);
  },
});
const first = statement('001-first', 'CREATE TABLE first (no int)');
const second = statement('002-second', 'CREATE TABLE second (no int)');

describe('migrations', () => {
  let database: Database;
  beforeEach(async () => {
    database = await freshDatabase({ migrated: false });
  });
  afterEach(() => database.close());
  const applied = async (): Promise<string[]> =>
    (await appliedMigrations(database.writer)).map(({ name }) => name);

  test('each is applied once, in order, and what it ran is noted', async () => {
    expect(await migrate(database.writer, [first], at)).toEqual(['001-first']);
    expect(await migrate(database.writer, [first, second], at)).toEqual(['002-second']);
    expect(await migrate(database.writer, [first, second], at)).toEqual([]);
    expect(await applied()).toEqual(['001-first', '002-second']);
    const { rows } = await database.reader.query('SELECT digest, applied_at FROM migration');
    expect(rows[0]).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      applied_at: at,
    });
  });

  test('one that fails undoes its whole release, so that the old one starts again', async () => {
    await migrate(database.writer, [first], at);
    const failing = statement('003-failing', 'CREATE TABLE third (no int); SELECT 1 / 0');
    await expect(migrate(database.writer, [first, second, failing], at)).rejects.toThrow(
      'The migration 003-failing failed and was undone: division by zero',
    );
    expect(await applied()).toEqual(['001-first']);
    expect(await migrate(database.writer, [first], at)).toEqual([]);
    const { rows } = await database.writer.query(`SELECT to_regclass('second') AS second`);
    expect(rows).toEqual([{ second: null }]);
  });

  test('a database of a newer release is refused', async () => {
    await migrate(database.writer, [first, second], at);
    await expect(migrate(database.writer, [first], at)).rejects.toMatchObject({ code: 'incompatible' });
  });

  test('a release that has lost a migration is refused', async () => {
    await migrate(database.writer, [first, second], at);
    const other = statement('001-other', 'SELECT 1');
    await expect(migrate(database.writer, [other, second], at)).rejects.toMatchObject({
      code: 'incompatible',
    });
  });

  test('processes that start at once on one database apply each migration once', async () => {
    const { rows } = await database.writer.query<{ name: string }>('SELECT current_database() AS name');
    const script = `
      import { migrate } from '@entente/store/database/migrate';
      import { connectDatabase } from '@entente/store/database/open';
      const server = JSON.parse(process.env.ENTENTE_TEST_SERVER);
      const database = await connectDatabase({ ...server, database: process.env.NAME });
      const step = (name) => ({ name, up: async (client) => {
        await client.query('CREATE TABLE ' + name + ' AS SELECT FROM pg_sleep(0.1)');
      }});
      const done = await migrate(database.writer, [step('one'), step('two'), step('three')], '${at}');
      console.log(done.length);
      await database.close();`;
    const starts = [1, 2, 3].map(() => startScript(script, { NAME: rows[0]?.name ?? '' }));
    const counts = await Promise.all(starts.map((start) => start.line()));
    expect(counts.sort()).toEqual(['0', '0', '3']);
    expect(await applied()).toEqual(['one', 'two', 'three']);
    expect(await Promise.all(starts.map((start) => start.ended))).toEqual([0, 0, 0]);
  });
});
