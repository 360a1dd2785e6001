import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { testServer } from '@entente/testkit/database-server';
import { openDatabase } from './open.ts';
import type { Database } from './open.ts';

describe('two ways into one database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase();
    await database.writer.query('CREATE TABLE flight (no int8, at timestamptz, marks int8[], words text[])');
    await database.writer.query(
      `INSERT INTO flight VALUES (9007199254740991, '2017-05-25T10:00:00.123456Z', '{1,NULL,3}', '{a,b}')`,
    );
  });
  afterAll(() => database.close());

  test('a table that the owner makes can be read at once by the reader', async () => {
    const { rows } = await database.reader.query('SELECT no, marks, words FROM flight');
    expect(rows).toEqual([{ no: 9007199254740991, marks: [1, null, 3], words: ['a', 'b'] }]);
  });

  test('a time keeps its microseconds', async () => {
    const { rows } = await database.reader.query<{ at: string }>('SELECT at FROM flight');
    expect(rows[0]?.at).toBe('2017-05-25 10:00:00.123456+00');
  });

  test.each([
    `INSERT INTO flight VALUES (1)`,
    `BEGIN READ WRITE; INSERT INTO flight VALUES (1)`,
    `BEGIN READ WRITE; DELETE FROM flight`,
    `RESET ROLE; BEGIN READ WRITE; UPDATE flight SET no = 0`,
    `BEGIN READ WRITE; CREATE TABLE other (no int)`,
    `BEGIN READ WRITE; TRUNCATE flight`,
  ])('a reader cannot write: %s', async (statement) => {
    const client = await database.reader.connect();
    await expect(client.query(statement)).rejects.toThrow(/read-only transaction|permission denied/);
    client.release(true);
  });
});

describe('a PostgreSQL of one’s own', () => {
  const server = testServer();
  const address = (user: string, database: string): string =>
    `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(server.host)}&port=${server.port}`;
  let dataFolder: string;
  let administrator: Database;
  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'entente-external-'));
    administrator = await freshDatabase({ migrated: false });
    await administrator.writer.query('CREATE ROLE plain_owner LOGIN');
  });
  afterAll(async () => {
    await administrator.close();
    await rm(dataFolder, { recursive: true });
  });

  test('serves, with its reader as read-only as the embedded one', async () => {
    const { rows } = await administrator.writer.query<{ name: string }>('SELECT current_database() AS name');
    const database = await openDatabase({ dataFolder, url: address('entente', rows[0]?.name ?? '') });
    expect(database.kind).toBe('external');
    await database.writer.query('CREATE TABLE sortie (no int)');
    expect((await database.reader.query('SELECT * FROM sortie')).rows).toEqual([]);
    const write = database.reader.query('BEGIN READ WRITE; INSERT INTO sortie VALUES (1)');
    await expect(write).rejects.toThrow('permission denied');
    await database.close();
  });

  test('whose user may not set up the reader’s role says what an administrator must run, and serves after that', async () => {
    await administrator.writer.query('CREATE DATABASE of_plain OWNER plain_owner');
    const open = (): Promise<Database> =>
      openDatabase({ dataFolder, url: address('plain_owner', 'of_plain') });
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'forbidden' });
    const remedy = (failure as Error).message.split(': ')[1] ?? '';
    for (const statement of remedy.split('; ').filter((part) => !part.startsWith('CREATE ROLE'))) {
      await administrator.writer.query(statement);
    }
    const database = await open();
    await database.writer.query('CREATE TABLE sortie (no int)');
    expect((await database.reader.query('SELECT * FROM sortie')).rows).toEqual([]);
    await database.close();
  });

  test('out of reach is said so, and the folder is free again', async () => {
    const open = (): Promise<Database> =>
      openDatabase({ dataFolder, url: 'postgresql://entente@localhost/none?host=/nowhere' });
    await expect(open()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(open()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
