import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { migrate } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { migrations } from './index.ts';

const at = '2017-05-25T00:00:00Z';
let database: Database;
beforeEach(async () => {
  database = await freshDatabase({ migrated: false });
});
afterEach(() => database.close());

test('decisions of a release before have their rows on the board afterwards, by what is kept of the version that stands', async () => {
  const place = migrations.findIndex(({ name }) => name === '028-decision-rows');
  await migrate(database.writer, migrations.slice(0, place), at);
  const content = { purpose: 'agree', title: { en: 'One\u0000', fr: 'Un' }, effect: { kind: 'mandate' } };
  const body = {
    version: 2,
    electors: ['a', 'b', 'c'],
    objectors: ['c'],
    period: { from: 70, expiry: 90 },
  };
  await database.writer.query(
    `insert into decision (id, state, body, content, informed, host, created_at) values
       ('put', 'consultation', $1, $3, '[]', 'a', 1), ('draft', 'draft', $2, $3, '[]', 'a', 2)`,
    [body, { version: 0, electors: [], objectors: [] }, content].map((one) => JSON.stringify(one)),
  );
  await database.writer.query(`
    insert into decision_step (decision, no, version, kind, at, said) values
      ('put', 1, 1, 'tabled', 10, '{}'), ('put', 2, 2, 'revised', 60, '{}'), ('put', 3, 2, 'broken', 80, '{}');
    insert into decision_voice (decision, version, member, voice) values
      ('put', 1, 'a', true), ('put', 1, 'b', true), ('put', 2, 'a', true), ('put', 2, 'b', true),
      ('put', 2, 'c', true), ('put', 2, 'd', false);
    insert into decision_receipt (decision, version, account, member, digest, at) values
      ('put', 1, 'of b', 'b', '', 11), ('put', 2, 'of a', 'a', '', 61), ('put', 2, 'another of a', 'a', '', 62),
      ('put', 2, 'of d', 'd', '', 63);`);
  await migrate(database.writer, migrations, at);
  const { rows } = await database.writer.query(
    `select id, heading, began, expiry, voices, broken_by, put_at, seen_by from decision order by id desc`,
  );
  const { purpose, title } = content;
  const heading = JSON.stringify({ purpose, title, effect: 'mandate' });
  expect(rows).toEqual([
    { id: 'put', heading, began: 70, expiry: 90, voices: 3, broken_by: 1, put_at: 60, seen_by: 1 },
    { id: 'draft', heading, began: null, expiry: null, voices: 0, broken_by: 0, put_at: null, seen_by: 0 },
  ]);
  const seen = await database.writer.query<{ member: string }>(
    'select version, member from decision_voice where seen order by version, member',
  );
  expect(seen.rows).toEqual([
    { version: 1, member: 'b' },
    { version: 2, member: 'a' },
    { version: 2, member: 'd' },
  ]);
});
