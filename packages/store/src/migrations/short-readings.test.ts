import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { migrate } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { readingKeys } from '../read/key.ts';
import { migrations } from './index.ts';

const at = '2017-05-25T00:00:00Z';
let database: Database;
beforeEach(async () => {
  database = await freshDatabase({ migrated: false });
});
afterEach(() => database.close());

test('records of reads of a release before are found by the keys of this one, and so are those of what was recalled', async () => {
  const place = migrations.findIndex(({ name }) => name === '031-short-readings');
  await migrate(database.writer, migrations.slice(0, place), at);
  const objects = Array.from({ length: 200 }, () => `tool--${randomUUID()}`);
  await database.writer.query(
    `insert into former (id, contributor, object, version)
     select place, 'alba', id, 1 from unnest($1::text[]) with ordinality as t (id, place)`,
    [objects],
  );
  await database.writer.query(`
    insert into read_record (member, sequence, at, actor, reader, body, salt, contributions) values
      ('borea', 1, 1, '', '', '', '', array(select generate_series(1, 200))), ('corda', 1, 1, '', '', '', '', '{1,1}'),
      ('corda', 2, 1, '', '', '', '', '{}');`);
  await migrate(database.writer, migrations, at);
  const { rows } = await database.writer.query<{ member: string; readings: number[] }>(
    'select member, array(select unnest(readings) order by 1) as readings from read_record order by member, sequence',
  );
  const { rows: heads } = await database.writer.query<{ member: string; sequence: number; mask: number }>(
    'select member, sequence, mask from read_head order by member',
  );
  expect(heads).toMatchObject([
    { member: 'borea', sequence: 1 },
    { member: 'corda', sequence: 2 },
  ]);
  const of = (member: string, ids: readonly string[]): number[] =>
    ids.map(readingKeys(heads.find((head) => head.member === member)?.mask ?? 0)).sort((a, b) => a - b);
  expect(rows).toEqual([
    { member: 'borea', readings: of('borea', objects) },
    { member: 'corda', readings: of('corda', objects.slice(0, 1)) },
    { member: 'corda', readings: [] },
  ]);
});
