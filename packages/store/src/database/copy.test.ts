import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { copyRows, laidOut } from './copy.ts';
import type { Database } from './open.ts';
import { inTransaction } from './transaction.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase({ migrated: false });
  await database.writer.query('create table copied (place integer, body text, list text[], yes boolean)');
});
afterAll(() => database.close());

const texts = [
  '',
  'short',
  'tab\tbackslash\\line\nreturn\r\\N',
  'é at the end of what begins as ASCII: é',
  'x'.repeat(80),
  'x'.repeat(81),
  `${'x'.repeat(79)}€`,
  '人'.repeat(400_000),
];

test('what is copied is read again to the letter, whether short or long, ASCII or not, laid out before or not', async () => {
  const { pieces } = laidOut(texts);
  const rows = [
    ...texts.map((text, place) => [place, text, [text, 'a "quote"'], true]),
    ...pieces.map((bytes, place) => [100 + place, bytes, [], false]),
    ...pieces.map((bytes, place) => [200 + place, { joined: ['<', bytes, '>\t'] }, [], false]),
    [300, null, [], false],
  ];
  await inTransaction(database.writer, (client) =>
    copyRows(client, 'copied', ['place', 'body', 'list', 'yes'], rows),
  );
  const { rows: read } = await database.writer.query('select * from copied order by place');
  expect(read).toEqual([
    ...texts.map((body, place) => ({ place, body, list: [body, 'a "quote"'], yes: true })),
    ...texts.map((body, place) => ({ place: 100 + place, body, list: [], yes: false })),
    ...texts.map((body, place) => ({ place: 200 + place, body: `<${body}>\t`, list: [], yes: false })),
    { place: 300, body: null, list: [], yes: false },
  ]);
});

test('without rows nothing is written, and what follows in the transaction is', async () => {
  await inTransaction(database.writer, async (client) => {
    await copyRows(client, 'copied', ['place'], []);
    await copyRows(client, 'copied', ['place'], [[400]]);
  });
  const { rows } = await database.writer.query('select place from copied where place >= 400');
  expect(rows).toEqual([{ place: 400 }]);
});
