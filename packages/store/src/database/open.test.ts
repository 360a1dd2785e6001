import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
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
    `SET default_transaction_read_only = off; DELETE FROM flight`,
    `RESET ROLE; SET default_transaction_read_only = off; UPDATE flight SET no = 0`,
    `SET default_transaction_read_only = off; CREATE TABLE other (no int)`,
    `SET default_transaction_read_only = off; TRUNCATE flight`,
  ])('a reader cannot write: %s', async (statement) => {
    const client = await database.reader.connect();
    await expect(client.query(statement)).rejects.toThrow(/read-only transaction|permission denied/);
    client.release(true);
  });
});
