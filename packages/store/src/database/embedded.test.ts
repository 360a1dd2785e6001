import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startScript } from '@entente/testkit/script';
import { joinDatabase, openDatabase } from './open.ts';
import type { Database } from './open.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { startOf } from './process-identity.ts';

const serving = `
  import { openDatabase } from '@entente/store/database/open';
  const database = await openDatabase({ dataFolder: process.env.FOLDER });
  await database.writer.query('CREATE TABLE IF NOT EXISTS noted (word text)');
  await database.writer.query("INSERT INTO noted VALUES ('kept')");
  console.log('serving');
  await database.writer.query("BEGIN; INSERT INTO noted VALUES ('never committed')");
  setInterval(() => undefined, 1000);`;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-embedded-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const words = async (database: Database): Promise<string[]> => {
    const { rows } = await database.reader.query<{ word: string }>('SELECT word FROM noted');
    return rows.map(({ word }) => word);
  };
  const postmaster = async (): Promise<number> =>
    (await readPostmasterFile(join(folder, 'postgres')))?.pid ?? Number.NaN;

  test('what was committed is there after our process was killed, and its server is ended first', async () => {
    const first = startScript(serving, { FOLDER: folder });
    expect(await first.line()).toBe('serving');
    const orphan = await postmaster();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(startOf(orphan)).toBeDefined();
    const database = await openDatabase({ dataFolder: folder });
    expect(startOf(orphan)).toBeUndefined();
    expect(await words(database)).toEqual(['kept']);
    await database.close();
  });

  test('what was committed is there after both our process and its server were killed', async () => {
    const first = startScript(serving, { FOLDER: folder });
    expect(await first.line()).toBe('serving');
    first.child.kill('SIGKILL');
    process.kill(await postmaster(), 'SIGKILL');
    await first.ended;
    const database = await openDatabase({ dataFolder: folder });
    expect(await words(database)).toEqual(['kept']);
    await database.close();
  });

  test('a server that was killed is started again, and the same pools serve on', async () => {
    const database = await openDatabase({ dataFolder: folder });
    await database.writer.query(`CREATE TABLE noted AS SELECT 'kept' AS word`);
    const before = await postmaster();
    process.kill(before, 'SIGKILL');
    while (startOf(before) !== undefined) await sleep(10);
    await eventually(async () => expect(await words(database)).toEqual(['kept']));
    expect(await postmaster()).not.toBe(before);
    await database.close();
  });

  test('a second start on the folder is refused, while another process may join', async () => {
    const database = await openDatabase({ dataFolder: folder });
    await expect(openDatabase({ dataFolder: folder })).rejects.toMatchObject({ code: 'locked' });
    const joined = await joinDatabase({ dataFolder: folder });
    expect((await joined.writer.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await joined.close();
    expect((await database.writer.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }]);
    await database.close();
    await expect(joinDatabase({ dataFolder: folder })).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('it keeps checksums, syncs to disk, listens on no port and logs no statement', async () => {
    const database = await openDatabase({ dataFolder: folder });
    const { rows } = await database.writer.query(
      `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
         current_setting('listen_addresses') AS addresses, current_setting('log_min_messages') AS log,
         current_setting('server_encoding') AS encoding`,
    );
    expect(rows).toEqual([{ checksums: 'on', fsync: 'on', addresses: '', log: 'log', encoding: 'UTF8' }]);
    await database.close();
  });

  test('a failed start tells the last words of the server', async () => {
    await (await openDatabase({ dataFolder: folder })).close();
    await rm(join(folder, 'postgres', 'global'), { recursive: true });
    await expect(openDatabase({ dataFolder: folder })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/last words:[^]*global/) as string,
    });
  });

  test('the folder of another major version is refused as it is', async () => {
    await (await openDatabase({ dataFolder: folder })).close();
    const version = join(folder, 'postgres', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(openDatabase({ dataFolder: folder })).rejects.toMatchObject({ code: 'incompatible' });
    expect(await readFile(version, 'utf8')).toBe('17\n');
  });
});

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await check();
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(100);
    }
  }
}
